"""How a case ends and begins again: closed with an outcome, withdrawn, reopened; and what puts things right."""

import datetime

from django.db import transaction

from complaints.choices import OVER, CaseStep, ClockKind
from complaints.figures.answers import findings_of
from complaints.models import Case, Remedy
from complaints.operations.clocks import call_off, start_clock
from complaints.operations.steps import NotNow, Stopped, begin, finish
from complaints.rules.answers import close_problems
from council.audit import add_versioned, save_versioned
from council.models import User
from council.periods import local_day


@transaction.atomic
def close(case: Case, *, expected: int, by: User, at: datetime.datetime, note: str = "") -> Case:
    """Closes a case that was replied to. Raises Stopped without an outcome, or while a remedy is still owed."""
    row = begin(case, CaseStep.CLOSED, expected=expected)
    outstanding = row.remedies.outstanding().count()
    if problems := close_problems(kind=row.kind, findings=findings_of(row), outstanding=outstanding):
        raise Stopped(problems)
    finish(row, CaseStep.CLOSED, by=by, at=at, note=note, closed_on=local_day(at))
    return row


@transaction.atomic
def withdraw(case: Case, *, expected: int, why: str, by: User, at: datetime.datetime) -> Case:
    """Ends a case that the customer takes back, with what they said. What was late by then stays late."""
    row = begin(case, CaseStep.WITHDRAWN, expected=expected)
    day = local_day(at)
    call_off(row, on=day)
    finish(row, CaseStep.WITHDRAWN, by=by, at=at, note=why, closed_on=day)
    return row


@transaction.atomic
def reopen(case: Case, *, expected: int, why: str, by: User | None, at: datetime.datetime) -> Case:
    """Takes a case up again, because it was not put right or was ended by mistake; the time for a reply begins anew.

    Raises Stopped without a reason.
    """
    row = begin(case, CaseStep.REOPENED, expected=expected)
    if not why:
        raise Stopped.because("why", "Say why it is taken up again.")
    if row.procedure is not None:
        start_clock(row, row.procedure, stage=row.stage, kind=ClockKind.REPLY, on=local_day(at))
    finish(row, CaseStep.REOPENED, by=by, at=at, note=why, closed_on=None)
    return row


@transaction.atomic
def promise_remedy(remedy: Remedy, *, expected: int, by: User, at: datetime.datetime) -> Remedy:
    """Promises to put something right, by a day; it is followed until it is done (Code, 7.2 to 7.4).

    `expected` is the version of its case.
    """
    row = begin(remedy.case, CaseStep.NOTED, expected=expected)
    if row.state in OVER:
        raise NotNow(row, CaseStep.NOTED, "so nothing more is promised in it. Reopen it first.")
    add_versioned(remedy, by=by)
    finish(row, CaseStep.NOTED, by=by, at=at, note=f"Promised: {remedy.what}")
    return remedy


@transaction.atomic
def settle_remedy(
    remedy: Remedy,
    *,
    expected: int,
    done_on: datetime.date | None = None,
    given_up_why: str = "",
    by: User,
    at: datetime.datetime,
) -> Remedy:
    """Says when a remedy was done; or why it cannot be, and what was offered instead.

    `expected` is the version of the remedy. Raises Stopped for a day to come, for both and without either.
    """
    day = local_day(at)
    if done_on is not None and given_up_why:
        raise Stopped.because("given_up_why", "Enter when it was done, or why it cannot be; not both.")
    if done_on is None and not given_up_why:
        raise Stopped.because(
            "done_on", "Enter when it was done; or why it cannot be, and what was offered instead."
        )
    if done_on is not None and done_on > day:
        raise Stopped.because("done_on", "That day is still to come. Enter it once it is done.")
    if done_on is not None and done_on < remedy.case.received_on:
        raise Stopped.because("done_on", "It cannot have been done before the case came in.")
    remedy.done_on, remedy.given_up_why = done_on, given_up_why
    remedy.given_up_on = None if done_on else day
    save_versioned(remedy, expected=expected, by=by, update_fields=["done_on", "given_up_on", "given_up_why"])
    case = Case.objects.get(pk=remedy.case_id)
    row = begin(case, CaseStep.NOTED, expected=case.version)
    said = f"Done: {remedy.what}" if done_on else f"Cannot be done: {remedy.what}. {given_up_why}"
    finish(row, CaseStep.NOTED, by=by, at=at, note=said)
    return remedy
