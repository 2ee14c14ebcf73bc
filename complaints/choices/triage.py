"""The words of triage."""

from django.db.models import TextChoices


class RefusalGround(TextChoices):
    """Why a case is not accepted as a complaint; each on its merits, never a blanket exclusion (Code, 2.1 to 2.5)."""

    TOO_OLD = "too_old", "Over 12 months ago"
    LEGAL = "legal", "Legal proceedings have begun"
    APPEAL = "appeal", "There is a right of appeal"
    CONSIDERED = "considered", "Considered before"
    NOT_OURS = "not_ours", "Not the council’s to answer"
    OTHER = "other", "Another reason"
