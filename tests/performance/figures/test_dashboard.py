"""A dashboard's figures are counted from its rows: at random councils, and where it is easy to count wrongly."""

from collections import Counter
from datetime import date

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from council.rag import COUNTED, Rag
from performance.choices import Known
from performance.figures.board import board, facts_of, indicator_lines
from performance.figures.dashboard import (
    QUARTERS_BACK,
    moments,
    summary_of,
)
from performance.figures.standing import quarters_ended
from performance.models import Indicator
from performance.operations.returns import override_rating
from tests.factories import CycleFactory, IndicatorFactory, PeriodFactory, ServiceFactory
from tests.performance import lives

TODAY = date(2026, 11, 2)
# What may become of an indicator's quarter, and the status that follows with a target of 80.
FATES = {
    "nothing": Rag.LATE,
    "draft": Rag.LATE,
    "submitted": Rag.LATE,
    "green": Rag.GREEN,
    "amber": Rag.AMBER,
    "red": Rag.RED,
    "not known": Rag.NOT_KNOWN,
    "not due": Rag.NOT_DUE,
}
VALUES = {"green": "80", "amber": "72", "red": "71"}


def when(today=TODAY):
    return moments(quarters_ended(today)[:QUARTERS_BACK], today=today)


def history():
    return board(when(), facts_of(when())).history


def befall(indicator, period, fate):
    if fate == "draft":
        lives.drafted(indicator, period, "80", by=lives.somebody("enters"))
    elif fate == "submitted":
        lives.submitted(indicator, period, "80", by=lives.somebody("enters"))
    elif fate in VALUES:
        lives.signed_off(indicator, period, VALUES[fate])
    elif fate == "not known":
        lives.not_known(indicator, period)
    elif fate == "not due":
        lives.signed_off(indicator, period, "", known=Known.NOT_DUE)


@pytest.mark.shows("F39", "L5", "F40")
@settings(max_examples=12)
@given(fates=st.lists(st.tuples(st.sampled_from(list(FATES)), st.booleans()), max_size=8))
def test_the_summary_of_any_council_is_that_of_its_rows(db, fates):
    with transaction.atomic():
        here, there = ServiceFactory(name="Here"), ServiceFactory(name="There")
        period = lives.quarter(2)
        for fate, is_here in fates:
            befall(lives.measured(here if is_here else there), period, fate)

        lines = indicator_lines(when())
        mine = indicator_lines(when(), service_ids={here.pk})
        summary = summary_of(lines)

        expected = Counter(FATES[fate] for fate, _ in fates)
        assert Counter(line.status for line in lines) == expected
        assert Counter(line.status for line in mine) == Counter(FATES[f] for f, is_here in fates if is_here)
        assert summary.total == sum(expected[each] for each in (*COUNTED, Rag.LATE))
        assert sum(share.per_cent for share in summary.rows if share.per_cent is not None) in (0, 100)
        _, newest = history()[-1]
        assert [newest.get(share.status, 0) for share in summary.rows] == [
            share.number for share in summary.rows
        ]
        transaction.set_rollback(True)


def test_a_line_says_how_it_stands_and_stood(service):
    indicator = lives.measured(service, reference="BV 82a", title="Recycled", decimals=1)
    lives.signed_off(indicator, lives.quarter(1), "80")
    lives.signed_off(indicator, lives.quarter(2), "71.5")

    (line,) = indicator_lines(when())

    assert (line.name, line.value, line.target) == ("BV 82a Recycled", "71.5%", "80.0%")
    assert (line.status, line.before, line.turned_red, line.recovered) == (Rag.RED, Rag.GREEN, True, False)


@pytest.mark.shows("D24")
def test_the_history_counts_an_indicator_once_whose_frequency_changed(service):
    annual = CycleFactory(name="Annual", frequency="annual")
    year = PeriodFactory(
        cycle=annual, name="2025/26", starts_on=date(2025, 4, 1), ends_on=date(2026, 3, 31), year=2025
    )
    indicator = lives.measured(service, cycle=annual)
    lives.signed_off(indicator, year, "71")
    period = lives.quarter(2)
    Indicator.objects.filter(pk=indicator.pk).update(cycle=period.cycle)
    indicator.refresh_from_db()
    lives.signed_off(indicator, period, "80")

    quarter, counts = history()[-1]

    assert (quarter.name, dict(counts)) == ("Quarter 2 2026/27", {Rag.GREEN: 1})


@pytest.mark.shows("L5", "F39")
def test_the_history_counts_what_is_late_as_not_known(service):
    for value in ("80", "71", None):
        indicator = lives.measured(service)
        if value:
            lives.signed_off(indicator, lives.quarter(2), value)

    quarter, counts = history()[-1]

    assert (quarter.name, dict(counts)) == (
        "Quarter 2 2026/27",
        {Rag.GREEN: 1, Rag.RED: 1, Rag.NOT_KNOWN: 1},
    )


def test_the_history_leaves_out_who_was_no_longer_reported(service):
    annual = CycleFactory(name="Annual", frequency="annual")
    year = PeriodFactory(
        cycle=annual, name="2025/26", starts_on=date(2025, 4, 1), ends_on=date(2026, 3, 31), year=2025
    )
    lives.signed_off(lives.measured(service, cycle=annual, ends_on=date(2026, 6, 30)), year, "80")

    found = [(quarter.name, sum(counts.values())) for quarter, counts in history()]

    assert found[-3:] == [("Quarter 4 2025/26", 1), ("Quarter 1 2026/27", 1), ("Quarter 2 2026/27", 0)]
    assert summary_of(indicator_lines(when())).total == 0


def test_the_history_runs_from_the_oldest_quarter_to_the_newest(service):
    indicator = lives.measured(service)
    for number, value in ((1, "71"), (2, "80")):
        lives.signed_off(indicator, lives.quarter(number), value)

    found = [(quarter.name, dict(counts)) for quarter, counts in history()]

    assert [name for name, _ in found] == [
        "Quarter 2 2025/26",
        "Quarter 3 2025/26",
        "Quarter 4 2025/26",
        "Quarter 1 2026/27",
        "Quarter 2 2026/27",
    ]
    assert [counts for _, counts in found[3:]] == [{Rag.RED: 1}, {Rag.GREEN: 1}]


@pytest.mark.shows("F37")
def test_a_line_marks_an_override(service, lead_officer):
    row = lives.submitted(lives.measured(service), lives.quarter(2), "71", by=lives.somebody("enters"))
    override_rating(row, expected=row.version, by=lead_officer, at=lives.AT, rating=Rag.AMBER, reason="x")

    (line,) = indicator_lines(when())

    assert (line.status, line.is_overridden) == (Rag.AMBER, True)


def test_of_a_quarter_counts_as_standing_what_its_periods_have_and_no_later_one(service):
    indicator = lives.measured(service)
    lives.signed_off(indicator, lives.quarter(1), "80")

    def facts_of_first():
        return facts_of(moments(quarters_ended(TODAY)[1 : 1 + QUARTERS_BACK], today=TODAY), {service.pk})

    at_first = facts_of_first()
    lives.signed_off(indicator, lives.quarter(2), "71")

    assert (at_first.standing[0], facts_of_first()) == (1, at_first)
    assert facts_of(when(), {service.pk}).standing[0] == 2


def test_a_scope_without_services_holds_nothing(service):
    IndicatorFactory(service=service)

    assert indicator_lines(when(), service_ids=set()) == []
