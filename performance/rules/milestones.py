"""The words a milestone is answered in, and what each says about whether it will be done."""

from enum import StrEnum


class Milestone(StrEnum):
    """How a commitment stands. The order is from worst to best."""

    MISSED = "missed"
    AT_RISK = "at_risk"
    TO_DO = "to_do"
    EXPECTED = "expected"
    DONE = "done"

    @property
    def rank(self) -> int:
        """Its place from worst (0) to best (4), for charts and comparisons."""
        return list(Milestone).index(self)

    @property
    def label(self) -> str:
        """As a page says it, such as "Expected to be done"."""
        return LABELS[self]


LABELS = {
    Milestone.MISSED: "Will not be done",
    Milestone.AT_RISK: "At risk",
    Milestone.TO_DO: "To do",
    Milestone.EXPECTED: "Expected to be done",
    Milestone.DONE: "Done",
}

PHRASES = {
    Milestone.DONE: (
        "Done",
        "Completed",
        "Complete",
        "Achieved",
        "Delivered",
        "Finished",
        "In place",
        "Met",
        "Yes",
    ),
    Milestone.EXPECTED: (
        "Will be achieved",
        "On track",
        "Will be done",
        "Will be completed",
        "Will be met",
        "On target",
        "On schedule",
        "Expected to be done",
        "Expected",
    ),
    Milestone.AT_RISK: (
        "Delayed",
        "At risk",
        "Behind schedule",
        "Behind",
        "Slipped",
        "Slipping",
        "Off track",
        "May not be achieved",
        "Late",
    ),
    Milestone.MISSED: (
        "Will not be achieved",
        "Will not be done",
        "Will not be completed",
        "Will not be met",
        "Not achieved",
        "Not met",
        "Not done",
        "Missed",
        "Failed",
        "Abandoned",
        "Cancelled",
    ),
    Milestone.TO_DO: (
        "Do it",
        "To do",
        "To be done",
        "In progress",
        "Under way",
        "Underway",
        "Ongoing",
        "Started",
        "Not started",
        "Not yet",
    ),
}
"""What people write, by what it says. The first two of each are offered when a word is not understood."""

OFFERED = tuple(phrase for phrases in PHRASES.values() for phrase in phrases[:2])

_BY_PHRASE = {phrase.casefold(): milestone for milestone, phrases in PHRASES.items() for phrase in phrases}


def read_milestone(text: str) -> Milestone | None:
    """What the words say, whatever their capitals, spacing and closing full stop; None for other words."""
    plain = " ".join(text.replace("-", " ").split()).casefold().rstrip(".!")
    return _BY_PHRASE.get(plain)
