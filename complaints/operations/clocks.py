"""Starting, extending, pausing and stopping the clocks of a case."""

import datetime

from django.db import transaction
from django.db.models import F

from complaints.choices import CaseStep, ClockKind, CountedFrom, MessageKind
from complaints.models import Case, CaseProcedure, Clock, ClockPause, Extension
from complaints.operations.messages import write_message
from complaints.operations.steps import NotNow, Stopped, begin, finish
from complaints.rules.clocks import Pause, beyond_the_cap, due_day, where_laid_down, working_of
from council.dates import long_date
from council.models import User, holidays_of
from council.periods import local_day

ENDED_LATE = "The case ended after this was due."
TOLD_TOO_LATE = (
    "The reply was due on {due}, and the customer has to be told by then. It is late: reply and say why."
)


def start_stage(
    case: Case,
    procedure: CaseProcedure,
    *,
    stage: int,
    on: datetime.date,
    acknowledged_on: datetime.date | None = None,
) -> None:
    """Starts what is counted from the day that a stage begins: the acknowledgement, and where it says so the reply.

    What was acknowledged already is not waited for again, and a reply that counts from it counts from that day.
    """
    is_acknowledged = procedure.working_days(stage, ClockKind.ACKNOWLEDGEMENT) is not None
    if is_acknowledged and acknowledged_on is None:
        start_clock(case, procedure, stage=stage, kind=ClockKind.ACKNOWLEDGEMENT, on=on)
    if procedure.counted_from == CountedFrom.RECEIPT or not is_acknowledged:
        start_clock(case, procedure, stage=stage, kind=ClockKind.REPLY, on=on)
    elif acknowledged_on is not None:
        start_clock(case, procedure, stage=stage, kind=ClockKind.REPLY, on=acknowledged_on)


def acknowledged_on(case: Case) -> datetime.date | None:
    """The day on which the case was acknowledged at its stage; None where it was not, or ended before it was."""
    done = Clock.objects.filter(case=case, stage=case.stage, kind=ClockKind.ACKNOWLEDGEMENT)
    days = done.exclude(done_on=None).exclude(late_why=ENDED_LATE).order_by("-done_on")
    return days.values_list("done_on", flat=True).first()


def start_clock(
    case: Case, procedure: CaseProcedure, *, stage: int, kind: ClockKind, on: datetime.date
) -> Clock:
    """Starts one clock, with the rule that it is counted by."""
    working_days = procedure.working_days(stage, kind) or 1
    due = working_of(on, working_days, holidays_of(procedure.division))[-1].date
    return Clock.objects.create(
        case=case,
        stage=stage,
        kind=kind,
        started_on=on,
        working_days=working_days,
        first_due_on=due,
        due_on=due,
        rule=where_laid_down(procedure.code, stage, kind, procedure.source),
    )


def running(case: Case, kind: ClockKind) -> Clock | None:
    """The clock of the kind that runs at the case's stage."""
    return Clock.objects.running().filter(case=case, stage=case.stage, kind=kind).first()


def stop_clocks(case: Case, *, on: datetime.date, kinds: tuple[ClockKind, ...], late_why: str = "") -> None:
    """Says that what was waited for was done on the day; a pause ends with it."""
    for clock in Clock.objects.running().filter(case=case, kind__in=kinds):
        _end_pause(clock, case, on=on)
        is_late = clock.due_on is not None and on > clock.due_on
        Clock.objects.filter(pk=clock.pk).update(done_on=on, late_why=late_why if is_late else "")


def call_off(case: Case, *, on: datetime.date) -> None:
    """Ends the clocks of a case that nobody waits for any more. What was late by then stays late."""
    for clock in Clock.objects.running().filter(case=case):
        _end_pause(clock, case, on=on)
        ended = {"done_on": on, "late_why": ENDED_LATE}
        is_late = clock.due_on is not None and on > clock.due_on
        Clock.objects.filter(pk=clock.pk).update(**(ended if is_late else {"called_off_on": on}))


def _end_pause(clock: Clock, case: Case, *, on: datetime.date) -> None:
    if clock.pauses.filter(until=None).update(until=on):
        recount(clock, case)


def recount(clock: Clock, case: Case) -> None:
    """Counts anew by when the clock is due, with its extensions and pauses."""
    pauses = [Pause(each.since, each.until, each.why) for each in clock.pauses.all()]
    days = clock.working_days + clock.extended_by
    holidays = holidays_of(case.procedure.division) if case.procedure else {}
    clock.due_on = due_day(clock.started_on, days, holidays, pauses)
    Clock.objects.filter(pk=clock.pk).update(due_on=clock.due_on)


@transaction.atomic
def extend(
    case: Case,
    *,
    expected: int,
    working_days: int,
    why: str,
    told_on: datetime.date,
    by: User,
    at: datetime.datetime,
) -> Case:
    """Takes more time over the reply, within the cap, with the reason that the customer is told (Code, 6.4 and 6.5).

    Raises Stopped beyond the cap, before there is a reply to wait for, and where the customer was told too late.
    """
    row = begin(case, CaseStep.EXTENDED, expected=expected)
    clock = running(row, ClockKind.REPLY)
    if clock is None or row.procedure is None:
        raise Stopped.because(
            "", "Acknowledge the case first: the time for the reply is counted from that day."
        )
    if over := beyond_the_cap(
        working_days, had=clock.extended_by, longest=row.procedure.extension(row.stage)
    ):
        raise Stopped.because("working_days", over)
    if told_on > local_day(at) or told_on < row.received_on:
        raise Stopped.because(
            "told_on", "Enter when the customer was told: not before the case came in, not after today."
        )
    if clock.due_on is not None and told_on > clock.due_on:
        raise Stopped.because("told_on", TOLD_TOO_LATE.format(due=long_date(clock.due_on)))
    Clock.objects.filter(pk=clock.pk).update(extended_by=F("extended_by") + working_days)
    clock.extended_by += working_days
    recount(clock, row)
    due = clock.due_on or clock.first_due_on
    Extension(
        clock=clock, working_days=working_days, why=why, told_on=told_on, due_on=due, by=by, at=at
    ).save(force_insert=True)
    entry = finish(row, CaseStep.EXTENDED, by=by, at=at, note=why)
    write_message(row, MessageKind.EXTENDED, entry=entry, at=at, reason=why, due=long_date(due))
    return row


@transaction.atomic
def pause(
    case: Case, *, expected: int, why: str, since: datetime.date, by: User, at: datetime.datetime
) -> Case:
    """Stands the reply's clock still from a day on. Raises Stopped where the procedure does not allow it."""
    row = begin(case, CaseStep.PAUSED, expected=expected)
    clock = running(row, ClockKind.REPLY)
    if row.procedure is None or not row.procedure.may_pause:
        raise Stopped.because(
            "", "This procedure allows no pause. Extend the time, or reply by the day it is due."
        )
    if clock is None:
        raise Stopped.because("", "There is no reply to wait for, so there is nothing to pause.")
    if clock.pauses.filter(until=None).exists():
        raise NotNow(row, CaseStep.PAUSED)
    if not clock.started_on < since <= local_day(at) or clock.pauses.filter(until__gte=since).exists():
        raise Stopped.because(
            "since", "A pause begins after the clock and the pause before it, and not after today."
        )
    ClockPause.objects.create(clock=clock, since=since, why=why, by=by)
    recount(clock, row)
    finish(row, CaseStep.PAUSED, by=by, at=at, note=why)
    return row


@transaction.atomic
def resume(
    case: Case, *, expected: int, until: datetime.date, by: User, at: datetime.datetime, note: str = ""
) -> Case:
    """Lets a paused clock go on; `until` is the last day that is not counted."""
    row = begin(case, CaseStep.RESUMED, expected=expected)
    clock = running(row, ClockKind.REPLY)
    paused = clock.pauses.filter(until=None).first() if clock else None
    if clock is None or paused is None:
        raise NotNow(row, CaseStep.RESUMED)
    if not paused.since <= until <= local_day(at):
        raise Stopped.because(
            "until", f"It ends on {long_date(paused.since)}, when it began, or later; not after today."
        )
    ClockPause.objects.filter(pk=paused.pk).update(until=until)
    recount(clock, row)
    finish(row, CaseStep.RESUMED, by=by, at=at, note=note)
    return row


def longest_extension(case: Case) -> int:
    """How many working days the reply of the case's stage may still be extended by."""
    clock = running(case, ClockKind.REPLY)
    if clock is None or case.procedure is None:
        return 0
    return max(case.procedure.extension(case.stage) - clock.extended_by, 0)
