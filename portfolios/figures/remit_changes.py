"""What amendments do to remits, as pages show it: word by word, on cards, and as a list of days."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from council.dates import long_date
from portfolios.choices import SETTLED, AmendmentKind, AmendmentStage
from portfolios.figures.remit_items import decider_words, decision_words
from portfolios.figures.remits import RemitRegister
from portfolios.models import Amendment
from portfolios.rules.redline import Change, redline
from portfolios.rules.remits import Effect, Problem, Remits

DONE = {
    AmendmentKind.RECORD: "Item recorded",
    AmendmentKind.ADD_ITEM: "Item added",
    AmendmentKind.INSERT_BEFORE: "Words inserted",
    AmendmentKind.INSERT_AFTER: "Words inserted",
    AmendmentKind.SUBSTITUTE: "Words substituted",
    AmendmentKind.OMIT: "Words omitted",
    AmendmentKind.REPEAL_ITEM: "Item repealed",
    AmendmentKind.MOVE_ITEM: "Item moved to another portfolio",
    AmendmentKind.RENAME: "Portfolio renamed",
    AmendmentKind.SPLIT: "Items split off into a new portfolio",
    AmendmentKind.MERGE: "Portfolio merged into another",
}
"""What an amendment did, in few words."""


@dataclass(frozen=True)
class EffectShown:
    """What an amendment does to one item or name, word by word."""

    portfolio: int
    portfolio_name: str
    place: str
    """Where: "Item 2", "New item 3", "Name"."""
    changes: list[Change]


@dataclass(frozen=True)
class AmendmentCard:
    """An amendment with how far it is and what it does."""

    amendment: Amendment
    stage: AmendmentStage
    heading: str
    clause: str
    effects: list[EffectShown]
    problem: Problem | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_decided(self) -> bool:
        return self.stage not in (AmendmentStage.DRAFT, AmendmentStage.PROPOSED)


def heading_of(amendment: Amendment, stage: AmendmentStage, *, today: datetime.date) -> str:
    """How far it is: "Comes into force on 20 May 2005 by decision of the Cabinet, 7 April 2005"."""
    day, decision = amendment.effective_on, amendment.decision
    match stage:
        case AmendmentStage.PENDING | AmendmentStage.IN_FORCE if day:
            comes = "Comes" if day > today else "Came"
            by = f" by {decision_words(decision, ', ')}" if decision else ""
            return f"{comes} into force on {long_date(day)}{by}"
        case AmendmentStage.IN_FORCE:
            return "Recorded as it stood"
        case AmendmentStage.HELD if day:
            meant_to = "it is to" if day > today else "it was to"
            return f"Held by call-in: {meant_to} come into force on {long_date(day)}"
        case AmendmentStage.WITHOUT_EFFECT:
            return (
                f"It was to come into force{f' on {long_date(day)}' if day else ''} and could not take effect"
            )
        case AmendmentStage.DECIDED if decision:
            when = f", {long_date(decision.decided_on)}" if decision.decided_on else ""
            return f"Decided by {decider_words(decision.decider)}{when}; no day of effect yet"
        case _:
            meant = f"; it would take effect on {long_date(day)}" if day else ""
            return f"{stage.label}, not decided{meant}" if stage != AmendmentStage.WITHDRAWN else stage.label


def card(
    register: RemitRegister,
    amendment: Amendment,
    *,
    on: datetime.date,
    today: datetime.date,
    portfolio: int | None = None,
) -> AmendmentCard:
    """An amendment of the register as a card: all it does, or what it does to one portfolio."""
    before, applied = register.doing_of(amendment)
    stage = register.stage_of(amendment, on=on)
    effects = [each for each in applied.effects if portfolio in (None, each.portfolio)]
    return AmendmentCard(
        amendment=amendment,
        stage=stage,
        heading=heading_of(amendment, stage, today=today),
        clause=register.clause_of(amendment),
        effects=[
            _shown(register, amendment, effect, before.remits, applied.remits, applied.effects)
            for effect in effects
        ],
        problem=register.flag_of(amendment, on=on),
        notes=applied.notes,
    )


def _shown(
    register: RemitRegister,
    amendment: Amendment,
    effect: Effect,
    before: Remits,
    after: Remits,
    beside: tuple[Effect, ...],
) -> EffectShown:
    name = before.of(effect.portfolio).name or after.of(effect.portfolio).name
    other = next(
        (each for each in beside if each.item == effect.item and each.portfolio != effect.portfolio), None
    )
    other_name = ""
    if other is not None and effect.item is not None:
        other_name = after.of(other.portfolio).name or before.of(other.portfolio).name
    return EffectShown(
        portfolio=effect.portfolio,
        portfolio_name=name or register.names.get(effect.portfolio, ""),
        place=_place(amendment, effect, before, after, other_name),
        changes=redline(effect.before, effect.after),
    )


def _place(amendment: Amendment, effect: Effect, before: Remits, after: Remits, other: str) -> str:
    if effect.item is None:
        ended = amendment.kind == AmendmentKind.MERGE
        return "The portfolio ends" if ended else "Name"
    held = (before if effect.before else after).of(effect.portfolio)
    number = held.number_of(effect.item)
    if effect.before and effect.after:
        return f"Item {number}"
    if effect.before:
        return f"Item {number}, to the {other} portfolio" if other else f"Item {number}, repealed"
    return f"Item {number}, from the {other} portfolio" if other else f"New item {number}"


@dataclass(frozen=True)
class DayOfChange:
    """A day on which a remit changed or will change, and by which amendments."""

    day: datetime.date
    amendments: list[Amendment]
    is_ahead: bool

    @property
    def day_before(self) -> datetime.date:
        return self.day - datetime.timedelta(days=1)

    @property
    def done(self) -> str:
        """What was done: "Item added; words inserted"."""
        said = "; ".join(dict.fromkeys(DONE[AmendmentKind(row.kind)] for row in self.amendments))
        return said[:1] + said[1:].lower()


def days_of_change(register: RemitRegister, portfolio: int, *, today: datetime.date) -> list[DayOfChange]:
    """The days on which the remit of a portfolio changed or will, the newest first."""
    days: dict[datetime.date, list[Amendment]] = defaultdict(list)
    for row in settled_of(register, portfolio):
        if row.effective_on:
            days[row.effective_on].append(row)
    return [DayOfChange(day, days[day], day > today) for day in sorted(days, reverse=True)]


def settled_of(register: RemitRegister, portfolio: int) -> list[Amendment]:
    """The amendments, in force or pending, that touch a portfolio, in their order."""
    return [
        register.amendments[key]
        for key, effects in register.ever.effects.items()
        if any(effect.portfolio == portfolio for effect in effects)
    ]


def pending_on(
    register: RemitRegister, portfolio: int, *, on: datetime.date, today: datetime.date
) -> list[AmendmentCard]:
    """What was decided by the day and not in force on it; from today on also what has no day of effect yet."""
    ahead = [
        row
        for row in register.amendments.values()
        if _touches(register, row, portfolio)
        and (
            _was_pending(row, on)
            or row.pk in register.held
            or (on >= today and row.stage(on=on) == AmendmentStage.DECIDED)
        )
    ]
    return [card(register, row, on=on, today=today, portfolio=portfolio) for row in ahead]


def _was_pending(amendment: Amendment, on: datetime.date) -> bool:
    day, decision = amendment.effective_on, amendment.decision
    decided = decision.decided_on if decision else None
    return amendment.step in SETTLED and day is not None and day > on and (decided is None or decided <= on)


def proposed_for(register: RemitRegister, portfolio: int, *, today: datetime.date) -> list[AmendmentCard]:
    """What is proposed and not decided."""
    return [
        card(register, row, on=today, today=today, portfolio=portfolio)
        for row in register.amendments.values()
        if row.stage(on=today) == AmendmentStage.PROPOSED and _touches(register, row, portfolio)
    ]


def _touches(register: RemitRegister, amendment: Amendment, portfolio: int) -> bool:
    return portfolio in (amendment.portfolio_id, amendment.to_portfolio_id) or any(
        effect.portfolio == portfolio for effect in register.ever.effects.get(amendment.pk, ())
    )
