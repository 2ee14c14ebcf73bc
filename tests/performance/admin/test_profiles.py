"""The targets of a whole year in the register, a box for each period."""

import pytest

from performance.models import Target
from tests.factories import IndicatorFactory, TargetFactory
from tests.performance import lives
from tests.performance.views.pages import boxes, words


@pytest.fixture
def indicator(service):
    return IndicatorFactory(service=service, value_kind="count")


@pytest.fixture
def quarters(db):
    return [lives.quarter(number) for number in (1, 2, 3, 4)]


@pytest.fixture
def url(indicator):
    return f"/admin/performance/indicator/{indicator.pk}/profile/?year=2026"


def targets(indicator):
    """What is kept: period, as written and value, the year's first."""
    rows = indicator.targets.select_related("period").order_by("period__starts_on")
    found = [(row.period.name if row.period else "year", row.as_written, row.value) for row in rows]
    return sorted(found, key=lambda each: each[0] != "year")


@pytest.mark.shows("F18")
def test_whole_profile_is_entered_at_once(keeper, indicator, quarters, url):
    sent = boxes(keeper.get(url)) | {
        "whole": "100",
        f"period{quarters[0].pk}": "10",
        f"period{quarters[1].pk}": "1,0",
    }
    assert "Nothing was saved yet" in words(keeper.post(url, sent))
    assert targets(indicator) == []

    answer = keeper.post(url, sent | {f"period{quarters[1].pk}": "30", "why": "The plan"}, follow=True)

    assert "3 targets of 2026/27 saved." in words(answer)
    assert targets(indicator) == [
        ("year", "100", 100),
        ("Quarter 1 2026/27", "10", 10),
        ("Quarter 2 2026/27", "30", 30),
    ]
    assert Target.objects.first().history.first().history_change_reason == "The plan"


def test_emptied_box_takes_its_target_away_and_others_stay(keeper, indicator, quarters, url):
    TargetFactory(indicator=indicator, value=100)
    TargetFactory(indicator=indicator, period=quarters[0], value=10)

    keeper.post(url, boxes(keeper.get(url)) | {f"period{quarters[0].pk}": ""})

    assert targets(indicator) == [("year", "100", 100)]


def test_nothing_typed_changes_nothing(keeper, indicator, quarters, url):
    TargetFactory(indicator=indicator, value=100)

    answer = keeper.post(url, boxes(keeper.get(url)), follow=True)

    assert "Nothing was changed, so nothing was saved." in words(answer)
    assert Target.objects.get().version == 1


def test_two_administrators_never_overwrite_each_other_unseen(keeper, indicator, quarters, url):
    TargetFactory(indicator=indicator, value=100)
    first = boxes(keeper.get(url))
    keeper.post(url, boxes(keeper.get(url)) | {"whole": "110"})

    answer = keeper.post(url, first | {"whole": "120"})

    assert "it now says “110”. Save again to keep yours" in words(answer)
    assert boxes(answer)["whole"] == "120"
    assert targets(indicator) == [("year", "110", 110)]
    keeper.post(url, boxes(answer))
    assert targets(indicator) == [("year", "120", 120)]


@pytest.mark.parametrize(
    "typed, said",
    [
        pytest.param("lots", "Enter", id="no-figure"),
        pytest.param("+5 per cent", "A change needs the figure that it starts from", id="a-change"),
        pytest.param("1" * 300, "Nothing was saved yet", id="too-long"),
    ],
)
def test_what_is_no_target_is_told_in_a_sentence_and_kept_in_its_box(
    keeper, indicator, quarters, url, typed, said
):
    answer = keeper.post(url, boxes(keeper.get(url)) | {"whole": typed})

    assert said in words(answer)
    assert boxes(answer)["whole"] == typed
    assert targets(indicator) == []


@pytest.mark.parametrize("year", ["soon", "2026/29", "9" * 5000, "-1"])
def test_year_that_is_none_is_not_found(keeper, indicator, year):
    assert (
        keeper.get(f"/admin/performance/indicator/{indicator.pk}/profile/", {"year": year}).status_code == 404
    )


def test_year_without_periods_says_what_to_do(keeper, indicator, url):
    assert "Make the periods of a year" in words(keeper.get(url))
