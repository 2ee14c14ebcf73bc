"""The life of an action: added, changed, begun, done with what shows it, stopped with the reason, taken up again.

Each verb works in one transaction and writes an entry. Each raises `Conflict` when somebody else saved first.
"""

import datetime
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from council.audit import Conflict, add_versioned, save_versioned
from council.dates import long_date
from council.models import User
from council.periods import local_day
from portfolios.choices import ActionState, ActionStep, DueKind
from portfolios.figures.actions import pounds
from portfolios.models import Action, ActionEntry, AwaitedEvent
from portfolios.operations.sent import key_of
from portfolios.rules.actions import LEADS_TO, day_problem
from portfolios.rules.due_spans import day_after

CHANGEABLE = (
    *(
        "what",
        "result",
        "owner",
        "service",
        "due_as_written",
        "due_on",
        "event",
        "months_after",
        "days_after",
    ),
    *("cost", "saving", "due_kind"),
)
"""What may be changed of an action, the way its time is meant among it."""
_KEPT = CHANGEABLE[:-1]
NEEDED = {
    ActionStep.DONE: "Say what shows that it is done",
    ActionStep.STOPPED: "Say why it is stopped",
    ActionStep.RESUMED: "Say why it is taken up again",
}
"""The steps that want words, and the sentence where there are none."""


class NotPossible(Exception):
    """The action cannot take the step from where it stands. Says where it stands."""

    def __init__(self, action: Action, step: ActionStep) -> None:
        word = step.label.lower()
        super().__init__(f"This action is “{action.get_state_display()}”, so it cannot be “{word}”.")


@transaction.atomic
def add_action(action: Action, *, by: User, at: datetime.datetime) -> Action:
    """Adds an action; answers the one that is there where this form was sent before."""
    said = [str(getattr(action, name)) for name in CHANGEABLE]
    action.sent_as = key_of(action.sent_as, by.pk, *said)
    try:
        with transaction.atomic():
            add_versioned(action, by=by)
    except (IntegrityError, ValidationError):
        sent = Action.objects.filter(sent_as=action.sent_as).first()
        if sent is None:
            raise
        return sent
    _enter(action, ActionStep.ADDED, by=by, at=at)
    return action


@transaction.atomic
def change_action(action: Action, *, expected: int, why: str = "", by: User, at: datetime.datetime) -> Action:
    """Saves what was changed of an action, and keeps what each field was before. Nothing changed writes nothing."""
    before = Action.objects.select_related("owner", "service", "event").filter(pk=action.pk).first()
    if before is None or before.version != expected:
        raise Conflict(before)
    changes = [
        [str(Action._meta.get_field(name).verbose_name), _words(before, name), _words(action, name)]  # type: ignore[union-attr]
        for name in _KEPT
        if getattr(before, name) != getattr(action, name)
    ]
    if not changes:
        return action
    save_versioned(action, expected=expected, by=by, why=why, update_fields=list(CHANGEABLE))
    _enter(action, ActionStep.CHANGED, by=by, at=at, note=why, changes=changes)
    return action


@transaction.atomic
def take_action_step(
    action: Action,
    step: ActionStep,
    *,
    expected: int,
    note: str = "",
    done_on: datetime.date | None = None,
    by: User,
    at: datetime.datetime,
) -> Action:
    """Begins an action, says that it was done and what shows it, stops it or takes it up again, each with the reason.

    Raises NotPossible for what may not follow, ValidationError for words or a day that are missing or wrong. Sent a
    second time it does nothing, so that a double click makes one entry.
    """
    row = Action.objects.filter(pk=action.pk).first()
    newest = row.entries.first() if row else None
    if row is None or row.version != expected:
        if row and newest and (newest.step, newest.note, newest.by_id) == (step, note, by.pk):
            return row
        raise Conflict(row)
    states, then = LEADS_TO[step]
    if row.state not in states:
        raise NotPossible(row, step)
    if step in NEEDED and not note:
        raise ValidationError({"note": NEEDED[step]})
    if problem := day_problem(step, done_on, agreed_on=row.agreed_on, today=local_day(at)):
        raise ValidationError({"done_on": problem})
    row.state, row.done_on = then, done_on if then == ActionState.DONE else None
    save_versioned(row, expected=expected, by=by, why=note, update_fields=["state", "done_on"])
    _enter(row, step, by=by, at=at, note=note)
    return row


def date_actions(event: AwaitedEvent, *, by: User, at: datetime.datetime) -> list[Action]:
    """Gives each open action that waits for the event its day, or takes it back. Call inside a transaction."""
    happened_on = event.happened_on
    said = f"“{event.name}” happened on that day." if happened_on else f"“{event.name}” is awaited."
    waiting = list(Action.objects.open().filter(event=event, due_kind=DueKind.EVENT))
    for action in waiting:
        span = (action.months_after, action.days_after)
        action.due_on = day_after(happened_on, *span) if happened_on else None
        change_action(action, expected=action.version, why=said, by=by, at=at)
    return waiting


def _words(action: Action, name: str) -> str:
    """A field as a person reads it; "" for nothing."""
    value: Any = getattr(action, name)
    if name in ("cost", "saving"):
        return pounds(value)
    if isinstance(value, datetime.date):
        return long_date(value)
    return "" if value is None else str(value)


def _enter(
    action: Action,
    step: ActionStep,
    *,
    by: User,
    at: datetime.datetime,
    note: str = "",
    changes: Sequence[Sequence[str]] = (),
) -> None:
    newest = action.entries.first()
    entry = ActionEntry(
        action=action,
        number=newest.number + 1 if newest else 1,
        step=step,
        state=action.state,
        at=at,
        by=by,
        note=note,
        changes=[list(each) for each in changes],
    )
    entry.full_clean()
    entry.save(force_insert=True)
