"""What an amendment would do, as its pages show it before anything is saved."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from council.dates import long_date
from portfolios.choices import AmendmentStage
from portfolios.figures.held import HELD
from portfolios.figures.remits import RemitRegister
from portfolios.figures.resting import resting, target_of
from portfolios.models import Amendment
from portfolios.rules.redline import Change, redline
from portfolios.rules.remits import Applied, Effect, Hit, Operative, Problem, Remit, Remits, clause

NOT_SAVED = 2**62
"""The number of an amendment that has none yet: higher than any, so that it comes after those of its day."""


@dataclass(frozen=True)
class Redline:
    """One item, or one name, with what goes and what comes marked in its words."""

    heading: str
    changes: Sequence[Change]


@dataclass(frozen=True)
class Trial:
    """What came of trying an amendment out on the words of its day. Nothing was saved."""

    clause: str
    redlines: list[Redline]
    notes: tuple[str, ...]
    broken: list[tuple[Amendment, str]]
    resting: list[str]
    """Who answers for a service by words that it takes away, a sentence each."""
    problem: Problem | None
    before: Remits
    seen: str
    """A digest of the amendment, and one of what it would do: what is saved is what was seen."""

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The places in question, where words were found more than once."""
        return self.problem.hits if self.problem else ()


def unsaved(operative: Operative) -> Operative:
    """The amendment as it will stand among the others once it is saved."""
    return operative if operative.key else replace(operative, key=NOT_SAVED)


def try_out(
    register: RemitRegister,
    operative: Operative,
    step: str,
    *,
    on: datetime.date,
    rest: Iterable[object] = (),
) -> Trial:
    """What the amendment would do at that step, seen from a day.

    `rest` is what else is saved with it, for the digest.
    """
    operative = unsaved(operative)
    before, applied = register.try_out(operative, step)
    words = clause(operative, before.remits, names=register.names)
    shown = redlines(applied, before.remits, register.names)
    found = [] if applied.problem else register.would_break(operative, step)
    broken = [(row, sentence_of(problem)) for row, problem in found]
    told = _resting(operative, before.remits, applied, on)
    does = (words, shown, applied.notes, [(row.pk, why) for row, why in broken], told)
    parts = ((operative, *rest), does)
    return Trial(
        clause=words,
        redlines=shown,
        notes=applied.notes,
        broken=broken,
        resting=told,
        problem=applied.problem,
        before=before.remits,
        seen=".".join(sha256(repr(part).encode()).hexdigest()[:32] for part in parts),
    )


def _resting(operative: Operative, before: Remits, applied: Applied, on: datetime.date) -> list[str]:
    target = target_of(applied.effects, operative.portfolio)
    found = resting(before, applied.remits, target=target, day=operative.effective_on, on=on)
    return [each.sentence for each in found]


def why_not_as_seen(seen: str, trial: Trial) -> str:
    """Why what would be saved is not what was shown; "" where it is."""
    if seen == trial.seen:
        return ""
    if seen.partition(".")[0] != trial.seen.partition(".")[0]:
        return "What you entered has changed since the redline was shown. Here it is anew: look, then save."
    return "The text has changed since the redline was shown to you. Here it is anew: look, then save."


def redlines(applied: Applied, before: Remits, names: Mapping[int, str]) -> list[Redline]:
    """What the amendment does to each item and name that it touches."""
    return [
        Redline(_heading(effect, before, applied.remits, names), redline(effect.before, effect.after))
        for effect in applied.effects
    ]


def _heading(effect: Effect, before: Remits, after: Remits, names: Mapping[int, str]) -> str:
    there = before.of(effect.portfolio)
    name = there.name or after.of(effect.portfolio).name or names.get(effect.portfolio, "")
    if effect.item is None:
        return f"Name of the portfolio{_end(effect)}"
    remit = there if there.find(effect.item) else after.of(effect.portfolio)
    return f"Item {remit.number_of(effect.item)}, {name}{_end(effect)}"


def _end(effect: Effect) -> str:
    return ": new" if not effect.before else ": taken out" if not effect.after else ""


def item_reads(remit: Remit, key: int | None) -> str:
    """The words of an item, for whoever looks for others in it."""
    item = remit.find(key) if key is not None else None
    return item.text if item else ""


def stage_words(row: Amendment, register: RemitRegister, *, on: datetime.date) -> str:
    """How far it is on the day: "Pending from 20 May 2005"."""
    stage = register.stage_of(row, on=on)
    if stage == AmendmentStage.HELD and row.effective_on:
        return f"Held by call-in, not in force from {long_date(row.effective_on)}"
    if stage == AmendmentStage.PENDING and row.effective_on:
        return f"Pending from {long_date(row.effective_on)}"
    if stage == AmendmentStage.IN_FORCE and row.effective_on:
        return f"In force since {long_date(row.effective_on)}"
    if stage == AmendmentStage.DECIDED:
        return "Decided, to be brought into force"
    return stage.label


def flag_words(problem: Problem) -> str:
    """What is wrong with an amendment, with what it means for it."""
    return f"{'Held by call-in' if problem.code == HELD else 'Cannot be applied'}: {sentence_of(problem)}"


def sentence_of(problem: Problem) -> str:
    """Why an amendment cannot be applied, where the item is not shown beside."""
    return problem.sentence.replace(" It reads as shown here.", "")
