"""The meetings, papers, decisions and notices of the demo council."""

import datetime

import pytest

from council.dates import read_vague_date
from council.models import ClosureDay
from portfolios.choices import AskedTo, CallInOutcome, KeyProcedure, Verb
from portfolios.figures.decisions import decision_page, notice_timing, open_to_call_in
from portfolios.figures.reports import report_page
from portfolios.models import (
    CallIn,
    Decision,
    Implication,
    KeyDecisionNotice,
    Meeting,
    Portfolio,
    Procedure,
    Recommendation,
    Report,
    RouteStop,
)
from portfolios.rules.call_in import Standing
from tests.council.demo.conftest import NOVEMBER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _council(council):
    """Every test here looks at the demo council."""


@pytest.mark.parametrize(
    "values, known",
    [
        pytest.param(Recommendation.objects.values_list("verb", flat=True), [*Verb][:4], id="verbs"),
        pytest.param(RouteStop.objects.values_list("asked_to", flat=True), AskedTo.values, id="asked-to"),
        pytest.param(
            KeyDecisionNotice.objects.values_list("procedure", flat=True), KeyProcedure.values, id="notices"
        ),
        pytest.param(
            CallIn.objects.values_list("outcome", flat=True),
            [CallInOutcome.WAITING, CallInOutcome.UPHELD],
            id="call-ins",
        ),
    ],
)
def test_one_of_each_is_there(values, known):
    assert {*values} == {*known}


@pytest.mark.shows("S0-01", "S0-18", "S0-19", "L2")
def test_the_paper_of_2005_lost_words_on_its_way():
    report = Report.objects.get(dated_on=datetime.date(2005, 4, 7))
    first, second = report_page(report, on=NOVEMBER).recommendations

    assert (
        "The word “executive” is in the report’s text and not in the recommendation." in first.steps[0].lost
    )
    assert second.steps[0].lost[0].startswith("The recommendation has no operative words")
    assert [line.row.portfolio.ends_on for line in (first, second)] == [datetime.date(2011, 5, 19)] * 2


@pytest.mark.shows("S4-13", "S4-17", "S4-19", "S4-21")
def test_the_paper_of_2008_was_announced_as_one_strategy_and_decided_as_three():
    decision = Decision.objects.get(decided_as_written="February 2008")
    page = decision_page(decision, on=NOVEMBER)

    assert len(page.not_on_agenda) == 2
    assert decision.meeting.held_on is None
    assert page.steps[-1].title == "From the decision summary to the minute"


@pytest.mark.shows("S3-16", "S3-21", "F95")
def test_something_is_to_be_looked_at_again_and_a_none_contradicts_its_report():
    awake = Implication.objects.awake(on=NOVEMBER)
    page = report_page(Report.objects.get(reference="CAB 41"), on=NOVEMBER)

    assert awake.count() == 2
    assert [problem.field for line in page.implications for problem in line.problems] == [
        "why_none",
        "answer",
    ]


@pytest.mark.shows("F86")
def test_a_decision_can_be_called_in_today_and_one_is():
    found = {window.standing for _, window in open_to_call_in(on=NOVEMBER)}

    assert found == {Standing.OPEN, Standing.SUSPENDED}


@pytest.mark.shows("F85")
def test_one_notice_came_too_late_and_the_others_are_in_order():
    procedure = Procedure.objects.in_force(NOVEMBER)
    rows = KeyDecisionNotice.objects.select_related("decision")
    late = [
        row.matter for row in rows if notice_timing(row, getattr(row, "decision", None), procedure).problems
    ]

    assert late == ["Sale of the old depot"]


def test_meetings_lie_on_working_days_behind_and_ahead():
    held = list(
        Meeting.objects.filter(held_on__gte=datetime.date(2026, 6, 1)).values_list("held_on", flat=True)
    )

    assert all(day.weekday() < 5 for day in held)
    assert min(held) < NOVEMBER < max(held)


@pytest.mark.shows("F61")
def test_the_council_closes_between_christmas_and_new_year():
    assert [day.isoformat() for day in ClosureDay.objects.values_list("date", flat=True)] == [
        "2026-12-29",
        "2026-12-30",
        "2026-12-31",
    ]


def test_the_portfolios_of_2005_have_ended():
    assert Portfolio.objects.on(NOVEMBER).count() == 8
    assert Portfolio.objects.on(datetime.date(2005, 4, 7)).count() == 2


def test_no_report_is_presented_long_after_the_day_it_bears():
    for report in Report.objects.exclude(presented_at=None).filter(dated_on=None):
        latest = read_vague_date(report.dated_as_written).latest
        assert latest is None or report.presented_at.date() <= latest
