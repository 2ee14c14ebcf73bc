"""Rating and variation side by side: on dashboards, in the list and its filter, and in files."""

import csv
import io
from datetime import UTC, date, datetime

import pytest

from performance.models import IndicatorDefinition
from performance.operations.rebases import rebase_limits, withdraw_rebase
from tests.factories import PortfolioFactory, ResponsibilityFactory, TargetFactory
from tests.performance import lives
from tests.performance.histories import STEADY, month_of, quarter_back, with_history
from tests.performance.views.pages import words

FALLING = [80, 82] * 7 + [70]
"""Fifteen quarters, the newest below the lower limit."""
RISEN = [*STEADY, *(value + 20 for value in STEADY)]
"""Twenty-eight quarters, the newer half of them a shift upward."""


@pytest.fixture
def reader(browser_of, member):
    return browser_of(member)


@pytest.fixture
def charted(service):
    def made(values, target=60, **more):
        indicator = lives.measured(service, title="Waste recycled", **more)
        indicator.targets.all().delete()
        for year in range(2019, 2027):
            TargetFactory(indicator=indicator, year=year, value=target)
        return with_history(indicator, values)

    return made


def attention_of(reader):
    return (
        words(reader.get("/performance/")).partition("Needs attention")[2].partition("What the icons mean")[0]
    )


def file_of(answer):
    text = (b"".join(answer) if answer.streaming else answer.content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.shows("F43", "L8")
def test_what_is_green_and_really_worsens_needs_attention_and_says_why(reader, charted):
    charted(FALLING)

    found = attention_of(reader)
    assert "Waste recycled 70% against 60%" in found
    assert "Green Getting worse" in found
    assert (
        "Green, but worsening. The figure is green, yet the values show a real change for the worse." in found
    )


def test_what_is_green_and_ordinary_needs_no_attention(reader, charted):
    charted(STEADY)

    assert "nothing really gets worse" in attention_of(reader)


@pytest.mark.shows("F43", "L8")
def test_what_is_red_says_that_it_is_ordinary(reader, charted):
    charted(STEADY, target=85)

    found = attention_of(reader)
    assert "Red Ordinary variation" in found
    assert "Red, but ordinary variation." in found


@pytest.mark.shows("F45")
def test_a_dashboard_says_that_limits_are_on_trial_and_that_figures_are_few(reader, charted):
    charted(STEADY[:11], target=85)
    charted([74, 73, 70], target=85)

    found = attention_of(reader)
    assert "Ordinary variation trial limits (n=11)" in found
    assert "Deteriorated few figures" in found


def test_a_dashboard_is_drawn_anew_for_a_rebase_and_when_it_is_withdrawn(reader, charted):
    indicator = charted(RISEN, target=105)
    assert "Red Improving" in attention_of(reader)

    made = rebase_limits(
        indicator,
        period=quarter_back(13),
        reason="A second crew",
        by=lives.somebody("lead"),
        at=lives.AT,
        on=date(2026, 10, 12),
    )
    assert "Red Ordinary variation" in attention_of(reader)

    withdraw_rebase(made, reason="The wrong crew", expected=1, by=made.by, at=lives.AT)
    assert "Red Improving" in attention_of(reader)


def test_a_dashboard_is_drawn_anew_for_a_new_definition(reader, charted):
    indicator = charted(RISEN, target=105)
    attention_of(reader)

    IndicatorDefinition.objects.create(
        indicator=indicator, number=2, wording="All", starts_on=quarter_back(13).starts_on, breaks_series=True
    )

    assert "Red Ordinary variation" in attention_of(reader)


def test_a_dashboard_is_drawn_anew_for_monthly_values(reader, charted):
    indicator = charted(STEADY, target=85, takes_monthly_values=True)
    assert "Red Ordinary variation" in attention_of(reader)

    for number in range(12):
        month = date(2025 + (9 + number) // 12, (9 + number) % 12 + 1, 1)
        value = 40 if number == 11 else 70 + 2 * (number % 2)
        month_of(indicator, month, value, at=datetime(2025, 10, 2, 9, tzinfo=UTC))

    assert "Red Getting worse" in attention_of(reader)


def test_a_dashboard_is_drawn_anew_for_another_direction(reader, charted):
    indicator = charted(FALLING, target=90)
    assert "Getting worse" in attention_of(reader)

    type(indicator).objects.filter(pk=indicator.pk).update(direction="neither")

    assert "Really lower" in attention_of(reader)


@pytest.mark.shows("F43")
def test_portfolio_and_list_show_icon_and_word(reader, charted, service):
    portfolio = PortfolioFactory(name="Environment")
    ResponsibilityFactory(service=service, portfolio=portfolio)
    charted(FALLING)

    for address in ("/performance/indicators/", portfolio.get_absolute_url()):
        page = reader.get(address)
        assert 'class="icon"' in page.content.decode()
        assert "Getting worse Green, but worsening" in words(page), address


@pytest.mark.parametrize(
    ("asked", "number"),
    [("worse", 1), ("better", 0), ("ordinary", 1), ("worse&change=ordinary", 2), ("unknown", 0)],
)
def test_the_list_is_filtered_by_the_kind_of_change(asked, number, reader, charted):
    charted(FALLING)
    charted(STEADY)

    heading = {0: "No indicators", 1: "1 indicator", 2: "2 indicators"}[number]
    assert heading in words(reader.get(f"/performance/indicators/?change={asked}"))


@pytest.mark.shows("L8", "L10")
def test_the_file_of_indicators_has_variation_limits_rebase_and_disagreement(reader, charted):
    indicator = charted(RISEN, target=105)
    rebase_limits(
        indicator,
        period=quarter_back(10),
        reason="A second crew",
        by=lives.somebody("lead"),
        at=lives.AT,
        on=date(2026, 10, 12),
    )

    (row,) = file_of(reader.get("/performance/indicators/?export=csv"))
    assert row["Change"] == "Ordinary variation"
    assert row["Variation"] == "Common cause: ordinary variation"
    assert row["Assurance"] == "Consistently misses the target"
    assert (row["Figures behind the limits"], row["Trial limits"]) == ("11", "Yes")
    assert row["Limits start anew from"] == "2024-01-01"
    assert row["Why limits start anew"] == "Limits start anew: A second crew."
    assert float(row["Lower limit"]) < float(row["Mean"]) < float(row["Upper limit"])
    assert row["Disagreement"].startswith("Red, but ordinary variation. The figure is red")


@pytest.mark.shows("L10")
def test_the_numbers_of_one_indicator_name_the_rule_of_each_point(reader, charted):
    indicator = charted(FALLING)
    IndicatorDefinition.objects.create(
        indicator=indicator,
        number=2,
        wording="All",
        starts_on=quarter_back(12).starts_on,
        breaks_series=True,
        reason="Gardens count",
    )

    rows = file_of(reader.get(f"/performance/indicators/{indicator.pk}/?export=csv"))
    assert [row["Value"] for row in rows] == [str(value) for value in FALLING]
    assert rows[-1]["Signal"] == "Below the lower limit"
    assert rows[-1]["Variation"] == "Special cause: concern, low"
    assert rows[2]["Why limits start anew"] == "Break in series, Definition 2: Gardens count."
    assert rows[0]["Mean"] == ""


def test_files_say_where_a_limit_is_drawn_nearer_than_it_was_worked_out(reader, charted):
    indicator = charted([98, 90] * 7)
    said = "The upper limit, 115.3%, is drawn at 100%, where values end."

    (row,) = file_of(reader.get("/performance/indicators/?export=csv"))
    numbers = file_of(reader.get(f"/performance/indicators/{indicator.pk}/?export=csv"))

    assert (row["Upper limit"], row["Clamped limits"]) == ("100", said)
    assert {each["Clamped limits"] for each in numbers} == {said}


def test_the_numbers_come_as_a_workbook_too_and_words_have_none(reader, charted, service):
    charted(FALLING)
    milestone = lives.measured(service, value_kind="milestone")

    answer = reader.get(f"/performance/indicators/{milestone.pk}/?export=xlsx")
    assert answer["Content-Type"].startswith("text/html")
