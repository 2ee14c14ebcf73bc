"""What holds of a case whatever is done with it, in whatever order, by whom."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from complaints.choices import CaseState, CaseStep, Finding, RefusalGround
from complaints.figures.answers import answered_before
from complaints.figures.timeliness import FourWay, four_ways
from complaints.models import Case, CaseEntry, CaseProcedure, Clock, Point
from complaints.operations.answering import acknowledge, answer_point, assign, escalate, list_points, reply
from complaints.operations.clocks import extend, pause, resume
from complaints.operations.ending import close, reopen, withdraw
from complaints.operations.steps import NotNow, Stopped, next_due
from complaints.operations.triaging import refuse
from complaints.rules.life import LIFE, may_take
from council.periods import local_day
from tests.complaints.lives import accepted
from tests.factories.complaints import RECEIVED, case

DAYS = st.integers(0, 12)
STEPS = st.tuples(
    st.sampled_from(
        [
            "triage complaint",
            "triage request",
            "refuse",
            "points",
            "acknowledge",
            "extend",
            "pause",
            "resume",
            "answer",
            "reply",
            "escalate",
            "assign",
            "close",
            "withdraw",
            "reopen",
        ]
    ),
    DAYS,
    st.integers(0, 1),
)


BEGINNINGS = (
    (),
    ("triage complaint", "points", "acknowledge"),
    ("triage complaint", "points", "acknowledge", "answer", "reply"),
    ("triage complaint", "points", "answer", "reply", "escalate"),
    ("triage request", "reply"),
)
"""Where most of what may go wrong lies further on than chance alone gets."""


def take(step, row, by, other, service, now):
    """Does it by the verb that a page would use; what may not be done is refused, and nothing is kept of it."""
    day, common = local_day(now), {"expected": row.version, "by": by, "at": now}
    if step == "triage complaint":
        accepted(row, by, service, on=str(day))
    elif step == "triage request":
        accepted(row, by, service, on=str(day), number="1.2")
    elif step == "refuse":
        refuse(row, ground=RefusalGround.OTHER, why="Because", **common)
    elif step == "points":
        list_points(row, [*(point.words for point in row.points.all()), "Another"], **common)
    elif step == "acknowledge":
        acknowledge(row, on=day, **common)
    elif step == "extend":
        extend(row, working_days=4, why="Ill", told_on=day, **common)
    elif step == "pause":
        pause(row, why="Asked", since=day, **common)
    elif step == "resume":
        resume(row, until=day, **common)
    elif step == "answer":
        for point in Point.objects.filter(case=row):
            point.case = Case.objects.get(pk=row.pk)
            common["expected"] = point.case.version
            answer_point(point, finding=Finding.UPHELD, words="So it was", cause=None, **common)
    elif step == "reply":
        reply(row, "Sorry", on=day, late_why="Busy", **common)
    elif step == "escalate":
        escalate(row, why="", on=day, handler=None, **common)
    elif step == "assign":
        assign(row, handler=other, **common)
    elif step == "close":
        close(row, **common)
    elif step == "withdraw":
        withdraw(row, why="Sorted", **common)
    elif step == "reopen":
        reopen(row, why="Not fixed", **common)


def check(row, now):
    entries = list(CaseEntry.objects.filter(case=row).order_by("number"))
    newest = entries[-1]
    running = list(Clock.objects.running().filter(case=row))

    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert (newest.state, newest.stage, newest.due_on) == (row.state, row.stage, row.due_on)
    assert (row.due_on, row.due_for) == next_due(row)
    for before, entry in zip(entries, entries[1:], strict=False):
        assert may_take(CaseStep(entry.step), before.state), f"{entry.step} from {before.state}"
        assert entry.state == (LIFE[CaseStep(entry.step)].then or before.state)
    assert len({(clock.stage, clock.kind) for clock in running}) == len(running)
    if row.state not in (CaseState.WAITING, CaseState.IN_HAND):
        assert running == []
    counted = Clock.objects.counted().filter(case=row)
    day = local_day(now)
    assert four_ways(counted, on=day) == FourWay.of(clock.timeliness(on=day) for clock in counted)
    assert four_ways(counted, on=day).total == counted.count()


@pytest.mark.shows("F64", "F70", "S20")
@settings(max_examples=20)
@given(st.sampled_from(BEGINNINGS), st.lists(STEPS, max_size=10))
def test_no_order_of_steps_makes_an_unlawful_case(officer, second_officer, service, begins, further):
    CaseProcedure.objects.filter(kind="complaint").update(may_pause=True)
    row, now = case(), RECEIVED
    people = (officer, second_officer)
    for step, days, who in [*((step, 1, 0) for step in begins), *further]:
        now += datetime.timedelta(days=days, minutes=1)
        row = Case.objects.get(pk=row.pk)
        stood = (row.state, row.version, row.entries.count())
        try:
            take(step, row, people[who], people[1 - who], service, now)
        except (NotNow, Stopped):
            row = Case.objects.get(pk=row.pk)
            if step != "answer":
                assert (row.state, row.version, row.entries.count()) == stood
        check(Case.objects.get(pk=row.pk), now)
    seconds = CaseEntry.objects.filter(case=row, stage=2, step=CaseStep.REPLIED)
    assert not {entry.by_id for entry in seconds} & answered_before(row)


def test_every_step_but_the_first_has_its_line_in_the_table():
    assert {*CaseStep} - {*LIFE} == {CaseStep.RECEIVED}
