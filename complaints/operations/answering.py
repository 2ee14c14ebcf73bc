"""Answering a case: acknowledging it, answering each point, replying, and looking at it again at stage 2."""

import datetime

from django.db import transaction

from complaints.choices import (
    OPEN_STATES,
    STAGE_ONE,
    STAGE_TWO,
    CaseKind,
    CasePage,
    CaseState,
    CaseStep,
    ClockKind,
    Finding,
    MessageKind,
)
from complaints.figures.answers import answered_before, points_of
from complaints.figures.officers import cannot_be_given
from complaints.models import Case, Cause, Clock, Point, PointAnswer
from complaints.operations.clocks import running, start_clock, start_stage, stop_clocks
from complaints.operations.messages import write_message
from complaints.operations.steps import NotNow, Stopped, begin, finish
from complaints.rules.answers import ReplyFacts, another_person_is_needed, reply_problems
from complaints.rules.problem import Problem
from council.dates import long_date
from council.models import User
from council.periods import local_day


@transaction.atomic
def list_points(case: Case, words: list[str], *, expected: int, by: User, at: datetime.datetime) -> Case:
    """Lists what a customer complains of. A point that was answered at any stage stays as it is.

    `words` are the points in their order; those already answered come first and are given as they stand. Raises
    Stopped where one of them would change.
    """
    row = begin(case, CaseStep.NOTED, expected=expected)
    if row.state not in OPEN_STATES:
        raise NotNow(row, CaseStep.NOTED, "so its points stay as they are. Reopen it to change them.")
    said = [each.strip() for each in words if each.strip()]
    answered = list(row.points.filter(answers__isnull=False).distinct().order_by("number"))
    if [point.words for point in answered] != said[: len(answered)]:
        raise Stopped.because("points", "A point that was answered cannot be changed. Add another below it.")
    row.points.filter(answers=None).delete()
    for number, text in enumerate(said[len(answered) :], start=len(answered) + 1):
        Point.objects.create(case=row, number=number, words=text)
    finish(row, CaseStep.NOTED, by=by, at=at, note="Points complained of were listed.")
    return row


@transaction.atomic
def acknowledge(case: Case, *, expected: int, on: datetime.date, by: User, at: datetime.datetime) -> Case:
    """Tells the customer what is looked into, by whom and by when; the time for the reply is counted from the day.

    Raises Stopped for a day before it came in or still to come, and where it was acknowledged before.
    """
    row = begin(case, CaseStep.ACKNOWLEDGED, expected=expected)
    clock = running(row, ClockKind.ACKNOWLEDGEMENT)
    if clock is None or row.procedure is None:
        raise Stopped.because(
            "", "This case was acknowledged already, or is not acknowledged apart from the reply."
        )
    _check_day(on, since=clock.started_on, at=at)
    stop_clocks(row, on=on, kinds=(ClockKind.ACKNOWLEDGEMENT,))
    if running(row, ClockKind.REPLY) is None:
        start_clock(row, row.procedure, stage=row.stage, kind=ClockKind.REPLY, on=on)
    entry = finish(row, CaseStep.ACKNOWLEDGED, by=by, at=at)
    points = "\n".join(str(point) for point in row.points.all())
    write_message(row, MessageKind.ACKNOWLEDGED, entry=entry, at=at, points=points)
    return row


@transaction.atomic
def answer_point(
    point: Point,
    *,
    expected: int,
    finding: Finding,
    words: str,
    cause: Cause | None,
    by: User,
    at: datetime.datetime,
) -> PointAnswer:
    """Answers one point at the stage that its case is at: what was found and why. Earlier answers stay.

    Raises NotNow unless the case is in hand, and Stopped at stage 2 for whoever answered at stage 1.
    """
    row = begin(point.case, CaseStep.NOTED, expected=expected)
    if row.state != CaseState.IN_HAND:
        raise NotNow(row, CaseStep.NOTED, "so its points are not answered now. Reopen it to answer again.")
    if other := another_person_is_needed(row.stage, by.pk, answered_before(row)):
        raise Stopped([Problem("", other, CasePage.ASSIGN)])
    answer = PointAnswer(
        point=point, stage=row.stage, finding=finding, words=words, cause=cause, at=at, by=by
    )
    answer.full_clean()
    answer.save(force_insert=True)
    finish(
        row,
        CaseStep.NOTED,
        by=by,
        at=at,
        note=f"Point {point.number}: {answer.get_finding_display().lower()}.",
    )
    return answer


@transaction.atomic
def reply(
    case: Case,
    words: str,
    *,
    expected: int,
    on: datetime.date,
    late_why: str = "",
    by: User,
    at: datetime.datetime,
) -> Case:
    """Sends the reply of the stage, once the answer is known and not when all is done (Code, 6.6).

    Raises Stopped while points are unanswered, where the day cannot be, and at stage 2 for whoever answered before.
    """
    row = begin(case, CaseStep.REPLIED, expected=expected)
    clock = running(row, ClockKind.REPLY)
    facts = reply_facts(row, clock, replier=by, late_why=late_why)
    if problems := reply_problems(facts, on=on, today=local_day(at)):
        raise Stopped(problems)
    if clock is None and row.procedure is not None:
        # The reply acknowledges as well.
        start_clock(row, row.procedure, stage=row.stage, kind=ClockKind.REPLY, on=on)
    both = (ClockKind.ACKNOWLEDGEMENT, ClockKind.REPLY)
    stop_clocks(row, on=on, kinds=both, late_why=late_why)
    entry = finish(row, CaseStep.REPLIED, by=by, at=at, note=words, replied_on=on)
    write_message(row, MessageKind.REPLIED, entry=entry, at=at, reply=words)
    return row


def reply_facts(row: Case, clock: Clock | None, *, replier: User, late_why: str = "") -> ReplyFacts:
    """What tells whether the case can be replied to; `clock` is that of the reply. Five queries."""
    return ReplyFacts(
        kind=row.kind,
        stage=row.stage,
        waited_from=clock.started_on if clock else row.received_on,
        points=points_of(row),
        replier=replier.pk,
        answered_before=answered_before(row),
        due_on=_due_of(row, clock),
        late_why=late_why,
    )


def _due_of(row: Case, clock: Clock | None) -> datetime.date | None:
    """By when the reply is due; while nothing was acknowledged, by when that was."""
    waited_for = clock or running(row, ClockKind.ACKNOWLEDGEMENT)
    return waited_for.due_on if waited_for else None


@transaction.atomic
def escalate(
    case: Case,
    *,
    expected: int,
    why: str,
    handler: User | None = None,
    on: datetime.date,
    by: User | None,
    at: datetime.datetime,
) -> Case:
    """Takes a complaint to stage 2, because the customer asks for it: nobody has to give a reason.

    Raises Stopped where there is no second stage, and for a handler who answered at stage 1.
    """
    row = begin(case, CaseStep.ESCALATED, expected=expected)
    procedure = row.procedure
    if (
        row.kind != CaseKind.COMPLAINT
        or procedure is None
        or not procedure.has_stage_two
        or row.stage != STAGE_ONE
    ):
        raise Stopped.because("", "There is no further stage. The customer may go to the Ombudsman.")
    _check_day(on, since=row.replied_on or row.received_on, at=at)
    check_handler(row, handler, stage=STAGE_TWO)
    row.stage = STAGE_TWO
    start_stage(row, procedure, stage=STAGE_TWO, on=on)
    entry = finish(
        row, CaseStep.ESCALATED, by=by, at=at, note=why, stage=STAGE_TWO, handler=handler, closed_on=None
    )
    write_message(row, MessageKind.STAGE_TWO, entry=entry, at=at)
    return row


@transaction.atomic
def assign(
    case: Case, *, handler: User, expected: int, by: User, at: datetime.datetime, note: str = ""
) -> Case:
    """Gives a case to an officer. Raises Stopped for who may not handle it, as at stage 2 whoever answered before."""
    row = begin(case, CaseStep.ASSIGNED, expected=expected)
    check_handler(row, handler, stage=row.stage)
    finish(row, CaseStep.ASSIGNED, by=by, at=at, note=note or f"To {handler}.", handler=handler)
    return row


def check_handler(row: Case, handler: User | None, *, stage: int) -> None:
    """Raises Stopped for an officer to whom the case cannot be given at the stage."""
    if handler is None:
        return
    if sentence := cannot_be_given(row, handler):
        raise Stopped.because("handler", sentence)
    if other := another_person_is_needed(stage, handler.pk, answered_before(row)):
        raise Stopped.because("handler", other)


def _check_day(on: datetime.date, *, since: datetime.date, at: datetime.datetime) -> None:
    if on < since:
        raise Stopped.because("on", f"That day cannot be before {long_date(since)}.")
    if on > local_day(at):
        raise Stopped.because("on", "That day is still to come. Enter the day on which it was done.")
