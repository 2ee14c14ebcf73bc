"""The life of a promise: made, settled with what shows it, and dated once what it waits for has happened.

Each verb works in one transaction. Each raises `Conflict` when somebody else saved first.
"""

import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from council.audit import Conflict, add_versioned, save_versioned
from council.models import User
from council.periods import local_day
from portfolios.choices import DueKind, Fate
from portfolios.models import AwaitedEvent, Promise, PromiseEntry, Report
from portfolios.operations.actions import date_actions
from portfolios.operations.sent import key_of
from portfolios.rules.due_spans import day_after
from portfolios.rules.promises import may_become


class NotAllowedYet(Exception):
    """The promise cannot become that from where it stands. Says where it stands."""

    def __init__(self, promise: Promise, fate: Fate) -> None:
        super().__init__(
            f"This promise is “{promise.get_fate_display()}”, so it cannot become “{fate.label}”."
        )


@transaction.atomic
def make_promise(promise: Promise, *, waits_for: str = "", by: User, why: str = "") -> Promise:
    """Enters a promise in the ledger; answers the one that is there where this form was sent before as it is.

    `waits_for` names an event that is not in the register yet, and is added to it.
    """
    promise.sent_as = key_of(promise.sent_as, by.pk, *_said(promise, waits_for))
    try:
        with transaction.atomic():
            if waits_for:
                event = AwaitedEvent(name=waits_for)
                add_versioned(event, by=by, why=why)
                promise.event, promise.due_kind = event, DueKind.EVENT
            add_versioned(promise, by=by, why=why)
    except (IntegrityError, ValidationError):
        sent = Promise.objects.filter(sent_as=promise.sent_as).first()
        if sent is None:
            raise
        return sent
    return promise


def _said(promise: Promise, waits_for: str) -> list[object]:
    """What was undertaken. What it waits for counts by its name: sent again, a new event is in the list already."""
    own = {"id", "version", "sent_as", "event", "due_kind"}
    event = waits_for or (promise.event.name if promise.event else "")
    fields = [field for field in Promise._meta.concrete_fields if field.name not in own]
    return [event.casefold(), *(str(field.value_from_object(promise)) for field in fields)]


@transaction.atomic
def settle_promise(
    promise: Promise,
    *,
    expected: int,
    fate: Fate,
    note: str,
    report: Report | None = None,
    by: User,
    at: datetime.datetime,
) -> Promise:
    """Says what became of a promise, with what shows it. Raises NotAllowedYet for what may not follow.

    Sent a second time it does nothing, so that a double click makes one entry.
    """
    row = Promise.objects.filter(pk=promise.pk).first()
    if row is None:
        raise Conflict(None)
    newest = row.entries.first()
    if row.version != expected:
        if newest is not None and (newest.fate, newest.note, newest.by_id) == (fate, note, by.pk):
            return row
        raise Conflict(row)
    if not may_become(row.fate, fate):
        raise NotAllowedYet(row, fate)
    row.fate = fate
    save_versioned(row, expected=expected, by=by, why=note, update_fields=["fate"])
    entry = PromiseEntry(
        promise=row,
        number=newest.number + 1 if newest else 1,
        fate=fate,
        note=note,
        report=report,
        by=by,
        at=at,
    )
    entry.full_clean()
    entry.save(force_insert=True)
    return row


@transaction.atomic
def event_happened(
    event: AwaitedEvent,
    *,
    expected: int,
    happened_on: datetime.date,
    by: User,
    at: datetime.datetime,
    why: str = "",
) -> list[Promise]:
    """Says on which day what promises waited for has happened; gives each of them its day, and answers them.

    Raises ValidationError for a day that is still to come.
    """
    if happened_on > local_day(at):
        raise ValidationError({"happened_on": "That day is still to come. Enter it once it has happened"})
    event.happened_on, event.did_not_happen = happened_on, False
    return keep_event(event, expected=expected, by=by, at=at, why=why)


@transaction.atomic
def keep_event(
    event: AwaitedEvent, *, expected: int, by: User, at: datetime.datetime, why: str = ""
) -> list[Promise]:
    """Saves an event as it now stands, with the day of each outstanding promise and open action that waits for it."""
    save_versioned(event, expected=expected, by=by, why=why)
    waiting = list(Promise.objects.outstanding().filter(event=event, due_kind=DueKind.EVENT))
    happened_on = event.happened_on
    date_actions(event, by=by, at=at)
    for promise in waiting:
        span = (promise.months_after, promise.days_after)
        promise.due_on = day_after(happened_on, *span) if happened_on else None
        said = f"“{event.name}” happened on that day." if happened_on else f"“{event.name}” is awaited."
        save_versioned(promise, expected=promise.version, by=by, why=said, update_fields=["due_on"])
    return waiting
