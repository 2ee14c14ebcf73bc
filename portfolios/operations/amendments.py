"""What is done with an amendment, from draft to force: each step with who, when, why, and what it then meant."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from council.audit import claim_version
from council.models import User
from council.periods import local_day
from portfolios.choices import AmendmentStep
from portfolios.figures.remits import RemitRegister, operative_of, remit_register
from portfolios.models import Amendment, AmendmentEntry, Decision
from portfolios.operations.amendment_refusals import (
    NotApplicable,
    refuse_back,
    refuse_breaking_what_is_in_force,
)
from portfolios.operations.decided import NotNow, refuse_early, refuse_in_call_in, refuse_unless_agreed
from portfolios.operations.portfolios_changed import change_register, change_register_back
from portfolios.rules.remits import Effect, Problem, clause, may_follow
from portfolios.rules.remits.steps import BEFORE


@transaction.atomic
def draft(
    amendment: Amendment, *, items: Sequence[int] = (), by: User, at: datetime.datetime, why: str = ""
) -> None:
    """Adds a new amendment as a draft, checked against the words of its day. Raises NotApplicable."""
    _add(amendment, AmendmentStep.DRAFTED, items=items, by=by, at=at, why=why)


@transaction.atomic
def record(amendment: Amendment, *, by: User, at: datetime.datetime, why: str = "") -> None:
    """Writes down an item that was there before the register: where it is from stands in its `source`."""
    _add(amendment, AmendmentStep.RECORDED, items=(), by=by, at=at, why=why)


@transaction.atomic
def redraft(
    amendment: Amendment,
    *,
    items: Sequence[int] = (),
    expected: int,
    by: User,
    at: datetime.datetime,
    why: str,
) -> None:
    """Saves other words of a draft. Raises Conflict, NotNow or NotApplicable."""
    _claim(amendment, AmendmentStep.DRAFTED, expected=expected)
    amendment.full_clean()
    amendment.save()
    amendment.items.set(items)
    _write(amendment, AmendmentStep.DRAFTED, by=by, at=at, why=why)


@transaction.atomic
def propose(amendment: Amendment, *, expected: int, by: User, at: datetime.datetime, why: str = "") -> None:
    """Fixes the words of a draft, so that a body can decide on them."""
    _claim(amendment, AmendmentStep.PROPOSED, expected=expected)
    _take(amendment, AmendmentStep.PROPOSED, by=by, at=at, why=why)


@transaction.atomic
def decide(
    amendment: Amendment, *, decision: Decision, expected: int, by: User, at: datetime.datetime, why: str = ""
) -> None:
    """Records by which decision the amendment was made. It has no effect before it is brought into force."""
    _claim(amendment, AmendmentStep.DECIDED, expected=expected)
    refuse_early(amendment.effective_on, decision)
    refuse_unless_agreed(decision)
    amendment.decision = decision
    _take(amendment, AmendmentStep.DECIDED, by=by, at=at, why=why)


@transaction.atomic
def bring_into_force(
    amendment: Amendment,
    *,
    effective_on: datetime.date,
    place: int = 1,
    expected: int,
    by: User,
    at: datetime.datetime,
    why: str = "",
) -> list[tuple[Amendment, Problem]]:
    """Gives a decided amendment its day of effect: from that day its words stand, without anybody doing more.

    Answers the other amendments that it breaks. Raises NotNow for a day before the decision may be carried out.
    """
    _claim(amendment, AmendmentStep.COMMENCED, expected=expected)
    if amendment.decision is not None:
        refuse_early(effective_on, amendment.decision)
        refuse_in_call_in(effective_on, amendment.decision)
    amendment.effective_on, amendment.place = effective_on, place
    register = remit_register()
    operative = operative_of(amendment, amendment.items.values_list("pk", flat=True))
    refuse_breaking_what_is_in_force(register, operative, local_day(at))
    broken = register.would_break(operative, AmendmentStep.COMMENCED)
    _take(amendment, AmendmentStep.COMMENCED, by=by, at=at, why=why)
    change_register(amendment, by=by)
    return broken


@transaction.atomic
def withdraw(
    amendment: Amendment, *, expected: int, on: datetime.date, by: User, at: datetime.datetime, why: str
) -> None:
    """Gives an amendment up for good: before it is in force, or when it could not take effect.

    What was recorded as it stands is given up, with the reason, as long as nothing in force rests on it.
    """
    refuse_back(amendment, on=on)
    if amendment.step == AmendmentStep.RECORDED and not why.strip():
        raise NotNow("Say why the item goes from the register: its words go on every day, past days too.")
    _claim(amendment, AmendmentStep.WITHDRAWN, expected=expected)
    if amendment.step == AmendmentStep.COMMENCED:
        change_register_back(amendment, by=by)
    _write_back(amendment, AmendmentStep.WITHDRAWN, by=by, at=at, why=why)


@transaction.atomic
def undo(
    amendment: Amendment, *, expected: int, on: datetime.date, by: User, at: datetime.datetime, why: str
) -> None:
    """Takes the last step back, as long as the amendment has had no effect."""
    refuse_back(amendment, on=on)
    step = BEFORE.get(AmendmentStep(amendment.step))
    if step is None:
        raise NotNow("There is no step to take back. A draft that is not wanted is withdrawn.")
    claim_version(amendment, expected=expected)
    if amendment.step == AmendmentStep.COMMENCED:
        change_register_back(amendment, by=by)
    if amendment.step == AmendmentStep.DECIDED:
        amendment.decision = None
    _write_back(amendment, step, by=by, at=at, why=why)


def _add(
    amendment: Amendment,
    step: AmendmentStep,
    *,
    items: Sequence[int],
    by: User,
    at: datetime.datetime,
    why: str,
) -> None:
    amendment.step = step
    amendment.full_clean()
    amendment.save(force_insert=True)
    amendment.items.set(items)
    _write(amendment, step, by=by, at=at, why=why)


def _claim(amendment: Amendment, step: AmendmentStep, *, expected: int) -> None:
    """Moves the row on from the version that was read; refuses a step that may not follow."""
    claim_version(amendment, expected=expected)
    if not may_follow(AmendmentStep(amendment.step), step):
        raise NotNow(f"It is {amendment.get_step_display().lower()} now, so this step cannot follow.")


def _take(amendment: Amendment, step: AmendmentStep, *, by: User, at: datetime.datetime, why: str) -> None:
    amendment.step = step
    amendment.full_clean()
    _write(amendment, step, by=by, at=at, why=why)


def _write(
    amendment: Amendment,
    step: AmendmentStep,
    *,
    by: User,
    at: datetime.datetime,
    why: str,
) -> None:
    """Checks the words as they now stand, and keeps the step."""
    register = remit_register()
    amendment.step = step
    operative = operative_of(amendment, amendment.items.values_list("pk", flat=True))
    before, applied = register.try_out(operative, step)
    if applied.problem:
        raise NotApplicable(applied.problem)
    amendment.save()
    _entry(
        amendment,
        by=by,
        at=at,
        why=why,
        clause=clause(operative, before.remits, names=register.names),
        words_before=_joined(applied.effects, "before"),
        words_after=_joined(applied.effects, "after"),
    ).save()


def _write_back(
    amendment: Amendment, step: AmendmentStep, *, by: User, at: datetime.datetime, why: str
) -> None:
    """Keeps a step back, or the end, with the words that the last step forward had: they need no check."""
    last = amendment.entries.forward()[0]
    amendment.step = step
    amendment.save()
    _entry(
        amendment,
        is_undoing=step != AmendmentStep.WITHDRAWN,
        by=by,
        at=at,
        why=why,
        clause=last.clause,
        words_before=last.words_before,
        words_after=last.words_after,
    ).save()


def _entry(amendment: Amendment, **fields: Any) -> AmendmentEntry:
    """The next entry of an amendment as it now stands."""
    return AmendmentEntry(
        amendment=amendment,
        number=amendment.entries.count() + 1,
        step=amendment.step,
        effective_on=amendment.effective_on,
        **fields,
    )


def _joined(effects: Sequence[Effect], side: str) -> str:
    return "\n".join(words for effect in effects if (words := getattr(effect, side)))


__all__ = [
    "NotApplicable",
    "NotNow",
    "RemitRegister",
    "bring_into_force",
    "decide",
    "draft",
    "propose",
    "record",
    "redraft",
    "undo",
    "withdraw",
]
