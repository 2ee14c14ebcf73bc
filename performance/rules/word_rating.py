"""Ratings of milestones, which are answered in words and have no tolerance."""

from decimal import Decimal

from council.rag import Rag
from performance.rules.judgement import Judgement
from performance.rules.milestones import OFFERED, Milestone, read_milestone
from performance.rules.target import Target

STATUSES = {
    Milestone.DONE: Rag.GREEN,
    Milestone.EXPECTED: Rag.GREEN,
    Milestone.AT_RISK: Rag.AMBER,
    Milestone.MISSED: Rag.RED,
    Milestone.TO_DO: Rag.NOT_KNOWN,
}
"""Still to do is not known: it does not say whether the promise will be kept."""

REASONS = {
    Milestone.DONE: "Done",
    Milestone.EXPECTED: "Expected to be done",
    Milestone.AT_RISK: "At risk or late",
    Milestone.MISSED: "Will not be done",
}


def milestone_of(words: str) -> Milestone | None:
    """The milestone of normal words ("at_risk") or words as written ("Delayed"); None for others."""
    return Milestone(words) if words in set(Milestone) else read_milestone(words)


def milestone_at(rank: Decimal) -> Milestone:
    """The milestone of a rank from 0, the worst, to 4. IndexError for another."""
    return list(Milestone)[int(rank)]


def rate_milestone(words: str, target: Target) -> Judgement:
    """The status of a commitment from how it is said to stand."""
    milestone = milestone_of(words)
    if milestone is None:
        return Judgement(
            Rag.NOT_KNOWN, f"“{words}” does not say how it stands. Enter one of: {', '.join(OFFERED)}."
        )
    if milestone is Milestone.TO_DO:
        return Judgement(Rag.NOT_KNOWN, "Still to do: nothing says whether it will be done.")
    return Judgement(STATUSES[milestone], f"{REASONS[milestone]}. Aimed for: {target.as_written}.")
