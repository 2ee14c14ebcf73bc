"""The section of the indicator page that says whether the change is real."""

import pytest

from performance.choices import ValueKind
from tests.factories import IndicatorFactory, TargetFactory
from tests.performance.histories import STEADY, with_history
from tests.performance.views.pages import words


@pytest.fixture
def reader(browser_of, member):
    return browser_of(member)


def page_of(reader, values, target=85, **more):
    indicator = IndicatorFactory(**more)
    for year in range(2022, 2027):
        TargetFactory(indicator=indicator, year=year, value=target)
    with_history(indicator, values)
    return words(reader.get(f"/performance/indicators/{indicator.pk}/"))


@pytest.mark.shows("L8")
def test_the_page_says_variation_assurance_limits_and_disagreements(reader):
    page = page_of(reader, STEADY)

    assert "Variation Common cause: ordinary variation" in page
    assert "Assurance Consistently misses the target." in page
    assert "Limits Mean 71.4%, limits 63.2% to 79.5%, from 14 figures." in page
    assert "Red, but ordinary variation. The figure is red, yet within the ordinary ups and downs." in page


def test_a_target_missed_before_a_change_is_not_said_to_be_missed_now(reader):
    page = page_of(reader, [*STEADY, 95], target=90)
    heading = page.partition("What the icons mean")[0]

    assert "Missed its target before the change" in heading
    assert "Misses its target" not in heading
    assert "Consistently misses" not in heading


def test_the_numbers_name_the_rule_that_fired_on_each_point(reader):
    page = page_of(reader, [*STEADY, 95])

    assert "Show the numbers 15 points, 1 special" in page
    assert "Above the upper limit Special cause: improvement, high" in page


@pytest.mark.shows("F45")
def test_limits_on_trial_are_called_so_on_the_page(reader):
    page = page_of(reader, STEADY[:11])

    assert "Common cause: ordinary variation trial limits (n=11)" in page
    assert "these limits may still move" in page


@pytest.mark.shows("F45")
def test_a_short_series_has_a_word_and_no_icon(reader):
    page = page_of(reader, [70, 71, 75])

    assert "Variation Improved" in page
    assert "No icon 3 figures are too few for limits: there are some from 10." in page


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([], id="none"),
        pytest.param([70], id="one"),
        pytest.param([70] * 14, id="all equal"),
        pytest.param([0] * 14, id="noughts"),
        pytest.param([*STEADY, "not known"], id="newest not known"),
        pytest.param([*STEADY[:7], "not known", *STEADY[7:]], id="gap"),
    ],
)
def test_bad_series_have_a_page_with_words_and_no_icon(reader, values):
    page = page_of(reader, values, target=0)

    assert "Is the change real?" in page
    assert "No icon" in page


def test_a_target_of_nought_and_a_mean_of_nought_are_judged_as_any_other(reader):
    page = page_of(reader, [-1, 1] * 7, target=0, value_kind=ValueKind.MONEY)

    assert "Hit and miss" in page


def test_why_there_is_no_icon_is_said_once_and_only_figures_are_counted_as_points(reader):
    page = page_of(reader, [*STEADY, "not known"])

    assert page.count("so nothing can be said of how it stands now.") == 1
    assert "Show the numbers 14 points" in page


def test_words_have_no_such_section(reader):
    indicator = IndicatorFactory(value_kind=ValueKind.MILESTONE)

    assert "Is the change real?" not in words(reader.get(f"/performance/indicators/{indicator.pk}/"))
