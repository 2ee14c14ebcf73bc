"""The exception rule: off target so many periods running.

West Lindsey's: "exceptions" are the measures outside their tolerance for two periods running. How many count is a
setting of the cycle.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from council.rag import Rag

USUAL = 2
"""Periods running, where a council has not set another number."""
OFF_TARGET = (Rag.RED, Rag.AMBER)


@dataclass(frozen=True)
class Run:
    """How many periods an indicator has been off target without a break, up to its newest."""

    number: int
    ratings: frozenset[Rag] = frozenset()
    """The ratings among them."""
    fewest: int = USUAL
    """From how many it is an exception."""
    noun: str = "period"

    @property
    def is_exception(self) -> bool:
        """Whether it is called out."""
        return 0 < self.fewest <= self.number

    @property
    def words(self) -> str:
        """Such as "red or amber for 3 quarters running"; "" where it is no exception."""
        if not self.is_exception:
            return ""
        seen = " or ".join(rating.word.lower() for rating in OFF_TARGET if rating in self.ratings)
        if self.number == 1:
            return f"{seen} for 1 {self.noun}"
        return f"{seen} for {self.number} {self.noun}s running"


NO_RUN = Run(0)


def off_target_run(ratings: Sequence[Rag], *, fewest: int = USUAL, noun: str = "period") -> Run:
    """The run that ends with the newest period; `ratings` stand oldest first, one for each period.

    Periods at the end that are not due yet are passed over. Any other period without a rating ends the run: what
    nobody knows cannot be counted as off target, nor be skipped as though it had not been.
    """
    newest_first = list(reversed(ratings))
    while newest_first and newest_first[0] == Rag.NOT_DUE:
        newest_first.pop(0)
    number = 0
    for rating in newest_first:
        if rating not in OFF_TARGET:
            break
        number += 1
    return Run(number, frozenset(newest_first[:number]), fewest, noun)
