"""Where the rating and the values say different things, in words.

A rating compares one figure with a target; it gives false assurance when green and can hide improvement when red
("Making data count", NHS England). These are the cases in which a reader should think twice.
"""

from dataclasses import dataclass

from council.rag import Rag
from performance.rules.spc.kinds import Assurance, Variation
from performance.rules.spc.result import Spc
from performance.rules.spc.words import is_outdated


@dataclass(frozen=True)
class Disagreement:
    """One way in which rating and values disagree: its name and what to make of it."""

    name: str
    sentence: str


RED_BUT_ORDINARY = Disagreement(
    "Red, but ordinary variation",
    "The figure is red, yet within the ordinary ups and downs. Asking what went wrong this time is unlikely to find "
    "anything; to be green, the way of working has to change.",
)
GREEN_BUT_WORSENING = Disagreement(
    "Green, but worsening",
    "The figure is green, yet the values show a real change for the worse. Act before it turns red.",
)
RED_BUT_IMPROVING = Disagreement(
    "Red, but improving",
    "The figure is red, yet the values show a real change for the better. Find out what worked, and keep to it.",
)
NEVER_REACHED = Disagreement(
    "Target never reached by this process",
    "Even a good period will miss the target. More effort will not do: change the way of working, or the target.",
)
GREEN_NEVERTHELESS = Disagreement(
    "Green, but the target is never reached by this process",
    "The figure is green, yet the process as it works now misses the target itself in nearly every period.",
)
ALWAYS_REACHED = Disagreement(
    "Not green, but the target is always reached by this process",
    "The process as it works now meets the target in nearly every period. Either something out of the ordinary "
    "happened this time, or the rating rests on more than the target.",
)


def disagreements(rating: Rag | None, spc: Spc) -> list[Disagreement]:
    """The disagreements that hold, the most urgent first; none where either side cannot be had."""
    if rating not in (Rag.RED, Rag.AMBER, Rag.GREEN) or spc.variation is None:
        return []
    found = []
    if rating == Rag.GREEN and spc.variation.is_concern:
        found.append(GREEN_BUT_WORSENING)
    if rating == Rag.RED and spc.variation.is_improvement:
        found.append(RED_BUT_IMPROVING)
    if rating == Rag.RED and spc.variation is Variation.COMMON:
        found.append(RED_BUT_ORDINARY)
    if is_outdated(spc):
        return found
    if spc.assurance == Assurance.FAILS:
        found.append(GREEN_NEVERTHELESS if rating == Rag.GREEN else NEVER_REACHED)
    if spc.assurance == Assurance.PASSES and rating != Rag.GREEN:
        found.append(ALWAYS_REACHED)
    return found
