"""The words of feedback returns: what a team tells of a quarter, and how far that is."""

from django.db.models import TextChoices


class FeedbackPart(TextChoices):
    """The four parts of a team's return: what customers said of three kinds, and what is done about it."""

    REQUESTS = "requests", "Service requests"
    COMPLAINTS = "complaints", "Complaints"
    COMPLIMENTS = "compliments", "Compliments and thanks"
    ACTIONS = "actions", "SMART actions"


class FeedbackStep(TextChoices):
    """What was done last with a return."""

    DRAFTED = "drafted", "Return drafted"
    HANDED_IN = "handed_in", "Return handed in"
    SENT_BACK = "sent_back", "Return sent back"


STILL_WRITTEN = (FeedbackStep.DRAFTED, FeedbackStep.SENT_BACK)
"""Those after which the team goes on writing."""
