"""How an indicator stands as at a quarter: what was signed off, late, or not yet due."""

from datetime import date

import pytest

from council.rag import Rag
from performance.choices import Known
from performance.figures.standing import as_at, quarter_key, quarters_ended, with_standing
from performance.models import Indicator
from performance.operations.returns import reopen
from tests.factories import CycleFactory, IndicatorFactory, PeriodFactory
from tests.performance import lives
from tests.performance.lives import AT, WHY

TODAY = date(2026, 10, 12)
AFTER_DUE = date(2026, 10, 22)


@pytest.fixture
def annual(db):
    return CycleFactory(name="Annual", frequency="annual")


@pytest.fixture
def four_monthly(db):
    return CycleFactory(name="Four-monthly", frequency="four_monthly")


def quarter_two(*, today=TODAY):
    return as_at(quarters_ended(date(2026, 10, 12))[0], today=today)


def status(indicator, *, today=TODAY):
    (row,) = with_standing(Indicator.objects.filter(pk=indicator.pk), quarter_two(today=today))
    return Rag(row.now_status)


@pytest.mark.parametrize(
    "day, newest",
    [
        pytest.param(date(2026, 9, 30), "2026-q1", id="the-last-day-is-not-over"),
        pytest.param(date(2026, 10, 1), "2026-q2", id="the-day-after"),
        pytest.param(date(2027, 1, 1), "2026-q3", id="new-year"),
        pytest.param(date(2027, 2, 14), "2026-q3", id="february", marks=pytest.mark.shows("D21")),
        pytest.param(date(2027, 4, 1), "2026-q4", id="new-financial-year"),
    ],
)
def test_a_dashboard_begins_with_the_quarter_that_ended_last(day, newest):
    quarters = quarters_ended(day)

    assert (quarter_key(quarters[0]), len(quarters)) == (newest, 20)
    assert all(quarter.end < day for quarter in quarters)
    assert quarters == sorted(quarters, reverse=True)


def test_what_was_signed_off_stands(service):
    indicator = lives.measured(service)
    lives.signed_off(indicator, lives.quarter(2), "85")

    assert status(indicator) == Rag.GREEN


@pytest.mark.shows("N39")
def test_without_a_target_nothing_is_rated(service):
    indicator = IndicatorFactory(service=service)
    lives.signed_off(indicator, lives.quarter(2), "85")

    assert status(indicator) == Rag.NOT_RATED


@pytest.mark.shows("L9", "F20")
@pytest.mark.parametrize(
    "today, said",
    [
        pytest.param(date(2026, 10, 21), Rag.NOT_DUE, id="on-the-day-it-is-due"),
        pytest.param(AFTER_DUE, Rag.LATE, id="the-day-after"),
    ],
)
@pytest.mark.parametrize("begun", [pytest.param(None, id="nothing"), "drafted", "submitted"])
def test_nothing_counts_before_it_is_signed_off(begun, today, said, service, officer):
    indicator, period = lives.measured(service), lives.quarter(2)
    if begun:
        getattr(lives, begun)(indicator, period, by=officer)

    assert status(indicator, today=today) == said


@pytest.mark.shows("L9")
def test_not_known_is_neither_late_nor_a_colour(service):
    indicator = lives.measured(service)
    lives.not_known(indicator, lives.quarter(2))

    assert status(indicator, today=AFTER_DUE) == Rag.NOT_KNOWN


def test_signed_off_as_not_due_is_not_late(service):
    indicator = lives.measured(service)
    lives.signed_off(indicator, lives.quarter(2), "", known=Known.NOT_DUE)

    assert status(indicator, today=AFTER_DUE) == Rag.NOT_DUE


def test_what_is_being_corrected_goes_on_standing(service, lead_officer):
    indicator = lives.measured(service)
    row = lives.not_known(indicator, lives.quarter(2))
    reopen(row, expected=row.version, by=lead_officer, at=AT, reason=WHY)

    assert status(indicator, today=AFTER_DUE) == Rag.NOT_KNOWN


@pytest.mark.shows("D23")
def test_an_annual_figure_speaks_until_its_next_year_ends(annual, service):
    year = PeriodFactory(
        cycle=annual, name="2025/26", starts_on=date(2025, 4, 1), ends_on=date(2026, 3, 31), year=2025
    )
    indicator = lives.measured(service, cycle=annual)
    lives.not_known(indicator, year)

    assert quarter_two().period_of(indicator) == year
    assert status(indicator) == Rag.NOT_KNOWN


def test_a_figure_of_more_than_a_year_ago_no_longer_speaks(annual, service):
    PeriodFactory(
        cycle=annual, name="2024/25", starts_on=date(2024, 4, 1), ends_on=date(2025, 3, 31), year=2024
    )
    indicator = lives.measured(service, cycle=annual)

    assert quarter_two().period_of(indicator) is None
    assert status(indicator, today=AFTER_DUE) == Rag.NOT_DUE


@pytest.mark.shows("S2-03", "D22")
def test_a_four_monthly_period_answers_only_once_it_is_over(four_monthly, service):
    def third(name, starts_on, ends_on):
        return PeriodFactory(cycle=four_monthly, name=name, starts_on=starts_on, ends_on=ends_on, year=2026)

    first = third("April to July 2026", date(2026, 4, 1), date(2026, 7, 31))
    third("August to November 2026", date(2026, 8, 1), date(2026, 11, 30))
    indicator = lives.measured(service, cycle=four_monthly)

    assert quarter_two().period_of(indicator) == first


def test_an_indicator_that_was_not_reported_then_is_not_shown(service):
    IndicatorFactory(service=service, starts_on=date(2026, 10, 1))
    IndicatorFactory(service=service, ends_on=date(2026, 9, 29))
    still = IndicatorFactory(service=service, ends_on=date(2026, 9, 30))

    assert list(with_standing(Indicator.objects.all(), quarter_two())) == [still]


@pytest.mark.shows("D24")
def test_an_indicator_whose_frequency_changed_counts_once(annual, service):
    year = PeriodFactory(
        cycle=annual, name="2025/26", starts_on=date(2025, 4, 1), ends_on=date(2026, 3, 31), year=2025
    )
    indicator = lives.measured(service, cycle=annual)
    lives.not_known(indicator, year)
    quarterly = lives.quarter(2)
    indicator.cycle = quarterly.cycle
    indicator.save()
    lives.not_known(indicator, quarterly)

    rows = with_standing(Indicator.objects.all(), quarter_two())

    assert [(row.pk, row.now_status) for row in rows] == [(indicator.pk, Rag.NOT_KNOWN)]
