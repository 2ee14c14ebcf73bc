"""What every step of a case has in common: it is allowed, the version is claimed, and an entry is written."""

import datetime
from typing import Any

from complaints.choices import CaseStep
from complaints.models import Case, CaseEntry, Clock
from complaints.rules.life import may_take, state_after
from complaints.rules.problem import Problem
from council.audit import Conflict, claim_version
from council.models import User

GONE = "and anonymised: nothing more is done with it."


class NotNow(Exception):
    """A case cannot take the step from where it stands. Says where it stands, and what follows from that."""

    def __init__(self, case: Case, step: CaseStep, follows: str = "") -> None:
        self.case = case
        follows = follows or f"so it cannot be “{step.label}”."
        super().__init__(f"Case {case.reference} is “{case.get_state_display()}”, {follows}")


class Stopped(Exception):
    """Something is wrong or missing for the step: `problems` says what to do, sentence by sentence."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(" ".join(each.sentence for each in problems))

    @classmethod
    def because(cls, field: str, sentence: str) -> "Stopped":
        """Stopped by one problem, of a field or of the whole ("")."""
        return cls([Problem(field, sentence)])


def begin(case: Case, step: CaseStep, *, expected: int) -> Case:
    """Claims the case for a step and answers its row as it now stands. Call inside a transaction.

    Raises Conflict when somebody else took a step first, NotNow when it may not be taken, as with a case that is
    anonymised: nobody is left whom a step could be for.
    """
    row = Case.objects.select_related("procedure", "customer").filter(pk=case.pk).first()
    if row is None or row.version != expected:
        raise Conflict(row)
    if row.anonymised_at is not None:
        raise NotNow(row, step, GONE)
    if not may_take(step, row.state):
        raise NotNow(row, step)
    claim_version(row, expected=expected)
    return row


def finish(
    row: Case, step: CaseStep, *, by: User | None, at: datetime.datetime, note: str = "", **changes: Any
) -> CaseEntry:
    """Saves the claimed case with its new state and what is due next, and writes the entry."""
    row.state = state_after(step, row.state)
    for name, value in changes.items():
        setattr(row, name, value)
    row.due_on, row.due_for = next_due(row)
    row.full_clean(validate_unique=False)
    row.save(update_fields=["state", "due_on", "due_for", *changes])
    return write_entry(row, step, by=by, at=at, note=note)


def write_entry(
    row: Case, step: CaseStep, *, by: User | None, at: datetime.datetime, note: str = ""
) -> CaseEntry:
    """Keeps the step, with how the case stands after it."""
    newest = row.entries.first()
    entry = CaseEntry(
        case=row,
        number=newest.number + 1 if newest else 1,
        step=step,
        state=row.state,
        stage=row.stage,
        due_on=row.due_on,
        at=at,
        by=by,
        note=note,
    )
    entry.full_clean()
    entry.save(force_insert=True)
    return entry


def next_due(row: Case) -> tuple[datetime.date | None, str]:
    """The nearest day that something of the case is due, and what; nothing while its clocks are paused or over."""
    due = Clock.objects.running().filter(case=row).exclude(due_on=None).order_by("due_on", "pk").first()
    return (due.due_on, due.kind) if due else (None, "")
