"""A team's return of a quarter: drafted, handed in with its figures, and sent back."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from complaints.choices import FeedbackPart, FeedbackStep
from complaints.models import FeedbackEntry, FeedbackReturn
from complaints.models.feedback_return import quarter_of, values_of
from complaints.operations.steps import Stopped
from council.audit import Conflict, save_versioned
from council.dates import long_date
from council.models import User
from council.periods import local_day
from portfolios.models import Service

NOT_BEGUN = 0
"""The version of a return that nobody has begun."""
WRITTEN = tuple(FeedbackPart.values)


class HandedIn(Exception):
    """The return is handed in: it is written no more, unless it is sent back."""

    def __init__(self, row: FeedbackReturn) -> None:
        day = long_date(row.handed_in_on) if row.handed_in_on else ""
        super().__init__(f"This return was handed in on {day}. To change it, have it sent back.")


@transaction.atomic
def draft_return(
    service: Service,
    *,
    year: int,
    quarter: int,
    words: Mapping[str, str],
    expected: int,
    by: User,
    at: datetime.datetime,
) -> FeedbackReturn:
    """Keeps what a team has written so far of a quarter, by part.

    Raises HandedIn, and Conflict when somebody saved first.
    """
    row = _written(service, year, quarter, words, expected=expected, by=by)
    _enter(row, FeedbackStep.DRAFTED, by=by, at=at)
    return row


@transaction.atomic
def hand_in_return(
    service: Service,
    *,
    year: int,
    quarter: int,
    words: Mapping[str, str],
    figures: dict[str, Any],
    expected: int,
    by: User,
    at: datetime.datetime,
) -> FeedbackReturn:
    """Hands a return in: its words and its figures stand from then on as they are now.

    Raises Stopped before the quarter is over or where a part says nothing, HandedIn, and Conflict.
    """
    span, day = quarter_of(year, quarter), local_day(at)
    if day <= span.end:
        raise Stopped.because(
            "", f"{span.name} ends on {long_date(span.end)}. Save a draft, and hand it in after that."
        )
    row = _written(service, year, quarter, words, expected=expected, by=by)
    row.step, row.content, row.handed_in_on = FeedbackStep.HANDED_IN, values_of(row, figures, on=day), day
    row.full_clean()
    row.save(update_fields=["step", "content", "handed_in_on"])
    _enter(row, FeedbackStep.HANDED_IN, by=by, at=at, content=row.content)
    return row


@transaction.atomic
def send_return_back(
    row: FeedbackReturn, *, expected: int, why: str, by: User, at: datetime.datetime
) -> FeedbackReturn:
    """Gives a return back to its team with a reason. What it said stays on record.

    Raises Stopped without a reason or where it is not handed in, and Conflict when somebody was first.
    """
    current = FeedbackReturn.objects.get(pk=row.pk)
    if current.version != expected:
        raise Conflict(current)
    if not current.is_handed_in:
        raise Stopped.because("", "This return is with its team already.")
    if not why:
        raise Stopped.because("why", "Say what the team is to put right.")
    current.step, current.content, current.handed_in_on = FeedbackStep.SENT_BACK, None, None
    save_versioned(
        current, expected=expected, by=by, why=why, update_fields=["step", "content", "handed_in_on"]
    )
    _enter(current, FeedbackStep.SENT_BACK, by=by, at=at, note=why)
    return current


def _written(
    service: Service, year: int, quarter: int, words: Mapping[str, str], *, expected: int, by: User
) -> FeedbackReturn:
    """The row with the words, made or claimed; it stays as far as it was."""
    row = FeedbackReturn.objects.filter(service=service, year=year, quarter=quarter).first()
    said = {part: words[part] for part in WRITTEN}
    if row is None:
        if expected != NOT_BEGUN:
            raise Conflict(None)
        return _begun(FeedbackReturn(service=service, year=year, quarter=quarter, **said))
    if row.version != expected:
        raise Conflict(row)
    if row.is_handed_in:
        raise HandedIn(row)
    for part, own in said.items():
        setattr(row, part, own)
    save_versioned(row, expected=expected, by=by, update_fields=list(WRITTEN))
    return row


def _begun(row: FeedbackReturn) -> FeedbackReturn:
    """A return saved for the first time. Raises Conflict when somebody began it at the same moment."""
    row.full_clean(validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as problem:
        raise Conflict(None) from problem
    return row


def _enter(
    row: FeedbackReturn,
    step: FeedbackStep,
    *,
    by: User,
    at: datetime.datetime,
    note: str = "",
    content: dict[str, Any] | None = None,
) -> None:
    entry = FeedbackEntry(feedback_return=row, step=step, at=at, by=by, note=note, content=content)
    entry.save(force_insert=True)
