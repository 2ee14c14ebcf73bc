"""Who answers for each aspect of a service: its own rows, else those of the nearest service above it."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from portfolios.choices import PORTFOLIO_ASPECTS, Aspect, ServiceLevel


class Answering(StrEnum):
    """What can answer for a service."""

    PORTFOLIO = "portfolio"
    BODY = "body"
    POST = "post"


@dataclass(frozen=True)
class Responsible:
    """Who answers for one aspect of a service on a day, and how we know."""

    kind: Answering
    pk: int
    name: str
    """As it was called on the day."""
    held_by: tuple[str, ...] = ()
    """Who held the portfolio or post on the day; a body has no holder."""
    is_express: bool = True
    evidence: str = ""
    missing: tuple[str, ...] = ()
    """The words that it quotes as evidence and that are not in the remit on the day."""
    body_kind: str = ""
    ended_on: datetime.date | None = None
    """The last day of the portfolio or body, where that was before the day asked for."""
    url: str = ""
    inherited_from: str = ""
    """The service above whose row it is; empty for a row of the service itself."""

    @property
    def is_own(self) -> bool:
        """Whether it was recorded for the service itself."""
        return not self.inherited_from

    @property
    def holder(self) -> str:
        """Who held it on the day, in words; nothing for a body."""
        if self.kind == Answering.BODY:
            return ""
        return ", ".join(self.held_by) or "Vacant"


@dataclass(frozen=True)
class AspectLine:
    """One aspect of a service with all who answer for it on a day."""

    aspect: Aspect
    responsible: tuple[Responsible, ...]
    gap: str
    """What is missing, where a portfolio has to answer and none does."""
    nobody: str
    """The words where nobody answers and nobody has to."""

    @property
    def portfolios(self) -> tuple[Responsible, ...]:
        """The portfolios among them, each once."""
        found = {each.pk: each for each in self.responsible if each.kind == Answering.PORTFOLIO}
        return tuple(found.values())

    @property
    def is_double(self) -> bool:
        """Whether more than one portfolio answers."""
        return len(self.portfolios) > 1

    @property
    def is_informal(self) -> bool:
        """Whether there is a lead, but no words give it."""
        return bool(self.responsible) and not any(each.is_express for each in self.responsible)


@dataclass(frozen=True)
class ServiceAnswers:
    """A service with its place in the tree and who answers for each aspect of it on a day."""

    pk: int
    name: str
    level: ServiceLevel
    above: tuple[int, ...]
    """The services above it, from the top down."""
    path: tuple[str, ...]
    """Their names."""
    aspects: tuple[AspectLine, ...]
    url: str = ""
    has_below: bool = False

    def aspect(self, aspect: Aspect) -> AspectLine:
        """The line of one aspect."""
        return next(line for line in self.aspects if line.aspect == aspect)

    @property
    def depth(self) -> int:
        """How many services stand above it."""
        return len(self.above)


Level = tuple[str, Sequence[Responsible]]
"""A service's name with the rows recorded there for one aspect."""

NOBODY = "None recorded"
LEFT_BELOW = "Service by service"


def standing(levels: Sequence[Level]) -> tuple[Responsible, ...]:
    """Who answers, given the rows of the service and of all above it, from the bottom up.

    A portfolio, a body and a post are each looked for separately: naming the post that runs a team takes nothing
    from the portfolio above. Only express words take the place of what stands above; an informal lead stands beside.
    """
    found: list[Responsible] = []
    for kind in Answering:
        for above, (name, rows) in enumerate(levels):
            here = [each for each in rows if each.kind == kind]
            found += [replace(each, inherited_from=name) if above else each for each in here]
            if any(each.is_express for each in here):
                break
    return tuple(found)


class Held(NamedTuple):
    """One aspect of a service that a portfolio answers for, by number."""

    aspect: str
    portfolio: int
    is_express: bool


def portfolios_up(levels: Sequence[Sequence[Held]]) -> set[int]:
    """The portfolios that answer for any aspect of a service, given its rows and those above it, from the bottom up.

    Each aspect goes up by itself, and only express words take the place of what stands above, as in `standing`.
    """
    found: set[int] = set()
    for aspect in {held.aspect for rows in levels for held in rows}:
        for rows in levels:
            here = [held for held in rows if held.aspect == aspect]
            found |= {held.portfolio for held in here}
            if any(held.is_express for held in here):
                break
    return found


def aspect_line(aspect: Aspect, levels: Sequence[Level], *, may_leave_below: bool) -> AspectLine:
    """One aspect of a service. `may_leave_below` says that a directorate leaves it to its services."""
    responsible = standing(levels)
    has_portfolio = any(each.kind == Answering.PORTFOLIO for each in responsible)
    gap = nobody = ""
    if aspect not in PORTFOLIO_ASPECTS:
        nobody = "" if responsible else NOBODY
    elif not has_portfolio and may_leave_below:
        nobody = "" if responsible else LEFT_BELOW
    elif not has_portfolio:
        gap = f"No portfolio answers for {aspect.label.lower()}"
    return AspectLine(aspect, responsible, gap, nobody)


def nearest_first(
    found: Sequence[ServiceAnswers], sought: str, folded: Mapping[int, str]
) -> list[ServiceAnswers]:
    """What a search found: the very name first, then names that begin with it, the higher in the tree first."""
    return sorted(
        found,
        key=lambda each: (
            folded[each.pk] != sought,
            not folded[each.pk].startswith(sought),
            each.depth,
            folded[each.pk],
            each.pk,
        ),
    )
