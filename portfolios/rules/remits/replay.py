"""The remits on a day: every amendment in its order, from the first that was recorded."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from portfolios.rules.remits.applying import apply
from portfolios.rules.remits.operative import Effect, Operative, Problem, Remit, Remits, Term

Terms = Mapping[int, Term]
ALWAYS: Terms = MappingProxyType({})
"""No portfolio of which a first or a last day is known."""


@dataclass(frozen=True)
class Replayed:
    """The remits after a number of amendments, what each did, and which could not be applied."""

    remits: Remits
    effects: Mapping[int, tuple[Effect, ...]] = field(default_factory=dict)
    problems: Mapping[int, Problem] = field(default_factory=dict)


def replay(
    operatives: Iterable[Operative],
    *,
    names: Mapping[int, str],
    terms: Terms = ALWAYS,
    on: datetime.date | None = None,
) -> Replayed:
    """The remits as they stand on the day, or after all amendments where no day is given.

    `names` are the names that portfolios were registered under, `terms` from when to when they are there.
    An amendment that cannot be applied is passed over whole and told: the others count all the same.
    """
    remits = started(names, terms)
    effects: dict[int, tuple[Effect, ...]] = {}
    problems: dict[int, Problem] = {}
    for operative in sorted(operatives, key=lambda each: each.order):
        if on is not None and operative.effective_on is not None and operative.effective_on > on:
            break
        applied = apply(remits, operative)
        remits, effects[operative.key] = applied.remits, applied.effects
        if applied.problem:
            problems[operative.key] = applied.problem
    return Replayed(remits, effects, problems)


def started(names: Mapping[int, str], terms: Terms = ALWAYS) -> Remits:
    """Portfolios of which nothing but the name and the term is known yet."""
    return Remits(
        {
            portfolio: Remit(portfolio, name, starts_on=term[0], ends_on=term[1])
            for portfolio, name in names.items()
            if (term := terms.get(portfolio, (None, None)))
        }
    )


def earlier(operative: Operative, others: Iterable[Operative]) -> list[Operative]:
    """Those of the others that come before an amendment: by day, and within its day in their order."""
    found = (each for each in others if each.key != operative.key and each.order < operative.order)
    return sorted(found, key=lambda each: each.order)


def broken_by(
    operative: Operative, others: Iterable[Operative], *, names: Mapping[int, str], terms: Terms = ALWAYS
) -> dict[int, Problem]:
    """The other amendments that could be applied without this one and cannot with it."""
    rest = [each for each in others if each.key != operative.key]
    without = replay(rest, names=names, terms=terms).problems
    with_it = replay([*rest, operative], names=names, terms=terms).problems
    return {key: problem for key, problem in with_it.items() if key != operative.key and key not in without}
