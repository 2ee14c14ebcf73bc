"""The words of promises and of members' queries."""

from django.db.models import TextChoices


class PromiseVerb(TextChoices):
    """What was promised, in one word or two."""

    REPORT_BACK = "report_back", "Report back"
    LOOK_INTO = "look_into", "Look into"
    BRING = "bring", "Bring by"
    ARRANGE = "arrange", "Arrange"


class DueKind(TextChoices):
    """How the time of a promise is meant."""

    DATE = "date", "By a date"
    MEETING = "meeting", "For a meeting"
    EVENT = "event", "After an event"
    OPEN = "open", "No date: as and when"


class Fate(TextChoices):
    """What became of a promise."""

    OPEN = "open", "Open"
    PART_KEPT = "part_kept", "Part kept"
    KEPT = "kept", "Kept"
    MISSED = "missed", "Missed"
    RELEASED = "released", "Released"


OPEN_FATES = (Fate.OPEN, Fate.PART_KEPT)
"""Those in which something is still owed."""
FATES = tuple(fate for fate in Fate if fate not in OPEN_FATES)


class QueryStage(TextChoices):
    """How far a member's query is."""

    WAITING = "waiting", "Waiting for an answer"
    ANSWERED = "answered", "Answered"
