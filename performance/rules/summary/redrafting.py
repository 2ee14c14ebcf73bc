"""What drafting anew does to a draft that people have worked on: whatever is theirs stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from performance.rules.summary.drafting import Drafted
from performance.rules.summary.figure import Figure


class Turn(Enum):
    """What becomes of one sentence when the rules write again."""

    ADDED = "The rules say something new"
    REWRITTEN = "The rules now say something else"
    KEPT = "Worked on by a person, so it stays; the rules now say something else"
    FALLEN = "The rules no longer say anything of it, so it is taken out"
    SAME = "As before"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A sentence of the draft that the rules once wrote."""

    pk: int
    section: str
    service: int | None
    text: str
    drafted: str
    drafted_section: str
    is_by_hand: bool
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Redrafted:
    """One sentence with what drafting anew does to it.

    One that is added does not stand yet; of one that fell the rules say nothing new.
    """

    turn: Turn
    standing: Standing | None
    new: Drafted | None

    @property
    def words(self) -> str:
        """What becomes of it."""
        if self.turn is Turn.FALLEN and self.standing and self.standing.is_by_hand:
            return "Worked on by a person, so it stays; the rules no longer say anything of it"
        return self.turn.value


def redraft(standing: Sequence[Standing], drafted: Sequence[Drafted]) -> list[Redrafted]:
    """Each sentence of either side once: what is new first in the order of the rules, then what fell away.

    The rules write one sentence of a service, so a service finds its own again.
    """
    of_service = {each.service: each for each in standing}
    found = [_turn(of_service.pop(new.service, None), new) for new in drafted]
    return found + [Redrafted(Turn.FALLEN, each, None) for each in standing if each.service in of_service]


def _turn(standing: Standing | None, new: Drafted) -> Redrafted:
    if standing is None:
        return Redrafted(Turn.ADDED, None, new)
    says_the_same = (standing.drafted, standing.drafted_section) == (new.text, new.section)
    if standing.is_by_hand:
        return Redrafted(Turn.SAME if says_the_same else Turn.KEPT, standing, new)
    rests_on_the_same = set(standing.figures) == set(new.figures)
    is_same = says_the_same and rests_on_the_same
    return Redrafted(Turn.SAME if is_same else Turn.REWRITTEN, standing, new)
