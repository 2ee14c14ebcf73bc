"""One indicator over time: its figures, its chart and what they say."""

from datetime import date

import pytest

from council.rag import Rag
from performance.choices import RuleBasis, ValueKind, ValueStatus
from performance.figures.indicator import meaning, period_figures, record_of, trend_chart
from performance.figures.summary.now import figures_now
from performance.models import IndicatorDefinition
from performance.operations.returns import reopen, sign_off
from tests.factories import RatingRuleFactory, TargetFactory
from tests.performance import lives
from tests.performance.lives import AT, WHY

TODAY = date(2026, 11, 2)


def figures(indicator):
    return period_figures(record_of(indicator), today=TODAY)


def test_figures_run_from_the_first_return_to_the_newest_period(service):
    indicator = lives.measured(service)
    for number in (1, 2, 3, 4):
        lives.quarter(number, 2025)
    lives.signed_off(indicator, lives.quarter(4, 2025), "75")
    lives.quarter(1)
    lives.quarter(2, due_on=date(2026, 11, 20))

    assert [(each.period.name, each.value, each.rating) for each in figures(indicator)] == [
        ("Quarter 4 2025/26", "75%", Rag.AMBER),
        ("Quarter 1 2026/27", "No return yet", Rag.LATE),
        ("Quarter 2 2026/27", "No return yet", Rag.NOT_DUE),
    ]


def test_a_figure_says_of_which_forecast_its_rating_is(service):
    indicator = lives.measured(service)
    RatingRuleFactory(indicator=indicator, basis=RuleBasis.FORECAST, year=2026)
    row = lives.signed_off(indicator, lives.quarter(1), "33", forecast_as_written="81")
    key = (indicator.pk, row.period_id)

    (figure,) = figures(indicator)
    assert (figure.value, figure.forecast, figure.rating) == ("33%", "81%", Rag.GREEN)
    assert figures_now([key], until=TODAY, today=TODAY)[key].against == (
        "33% (rated on the forecast of 81%) against a target of 80%"
    )


def test_a_rule_on_the_value_names_no_forecast(service):
    indicator = lives.measured(service)
    lives.signed_off(indicator, lives.quarter(1), "75", forecast_as_written="81")

    assert [each.forecast for each in figures(indicator)] == [""]


def test_a_period_without_a_return_has_its_target_all_the_same(service):
    indicator = lives.measured(service)
    lives.signed_off(indicator, lives.quarter(1), "75")
    own = lives.quarter(2)
    TargetFactory(indicator=indicator, period=own, value=83)

    assert [each.target for each in figures(indicator)] == ["80%", "83%"]


@pytest.mark.shows("L9")
def test_a_draft_shows_no_value(service, officer):
    indicator = lives.measured(service)
    lives.drafted(indicator, lives.quarter(2), "12.5", by=officer)

    assert [each.value for each in figures(indicator)] == ["No return yet"]


@pytest.mark.shows("F27")
def test_a_corrected_value_says_what_was_published(service, lead_officer, officer):
    indicator, period = lives.measured(service), lives.quarter(2)
    row = lives.published(indicator, period, "85")
    reopen(row, expected=row.version, by=lead_officer, at=AT, reason=WHY)
    row = lives.submitted(indicator, period, "81", by=officer, expected=row.version)
    sign_off(row, expected=row.version, by=lead_officer, at=AT)

    (figure,) = figures(indicator)

    said = f"Published as 85 on 5 October 2026; corrected to 81 because “{WHY}”"
    assert (figure.value, figure.corrections) == ("81%", [said])


@pytest.mark.shows("F19", "L9")
def test_an_estimate_says_that_it_is_one(service):
    indicator = lives.measured(service)
    lives.signed_off(indicator, lives.quarter(1), "85")
    lives.signed_off(indicator, lives.quarter(2), "85", value_status=ValueStatus.ESTIMATE)

    assert [each.status_word for each in figures(indicator)] == ["", "estimate"]


@pytest.mark.shows("N54")
def test_what_the_figures_say(service):
    indicator = lives.measured(service)
    assert meaning(indicator, figures(indicator)) == "Nothing has been signed off yet."

    lives.signed_off(indicator, lives.quarter(1), "75")
    said = meaning(indicator, figures(indicator))
    assert said.startswith("Quarter 1 2026/27: 75% against a target of 80%, amber.")
    assert "better" not in said.lower()

    lives.signed_off(indicator, lives.quarter(2), "85")
    said = meaning(indicator, figures(indicator))
    assert said.startswith("Quarter 2 2026/27: 85% against a target of 80%, green.")
    assert "better" in said.lower()


@pytest.mark.shows("F28", "L10")
def test_a_definition_that_breaks_the_series_is_drawn_where_it_begins(service):
    indicator = lives.measured(service)
    for number in (1, 2):
        lives.signed_off(indicator, lives.quarter(number), "85")
    IndicatorDefinition.objects.create(
        indicator=indicator, number=2, wording="All waste", starts_on=date(2026, 7, 1), breaks_series=True
    )

    chart = trend_chart(indicator, figures(indicator), list(indicator.definitions.all()))

    assert chart.breaks == [(1, "Definition 2")]
    assert [(point.label, point.value) for point in chart.points] == [
        ("Quarter 1 2026/27", 85),
        ("Quarter 2 2026/27", 85),
    ]


def test_words_and_an_empty_series_have_no_chart(service):
    words = lives.measured(service, value_kind=ValueKind.MILESTONE)
    empty = lives.measured(service)
    lives.signed_off(words, lives.quarter(2), "Done")
    lives.not_known(empty, lives.quarter(2))

    assert [trend_chart(each, figures(each), []) for each in (words, empty)] == [None, None]
