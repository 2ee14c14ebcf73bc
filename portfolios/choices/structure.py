"""The words that bodies, posts and services are kept in, and the named sets that queries use."""

from django.db.models import TextChoices


class BodyKind(TextChoices):
    """What sort of body it is."""

    COUNCIL = "council", "Full council"
    EXECUTIVE = "executive", "Cabinet or executive"
    COMMITTEE = "committee", "Committee"
    SCRUTINY = "scrutiny", "Overview and scrutiny"
    PANEL = "panel", "Panel or working party"
    BOARD = "board", "Board"
    OFFICERS = "officers", "Officer group"


class SeatRole(TextChoices):
    """The part somebody plays on a body."""

    CHAIR = "chair", "Chair"
    VICE_CHAIR = "vice_chair", "Vice chair"
    MEMBER = "member", "Member"
    ADVISER = "adviser", "Adviser"
    SUBSTITUTE = "substitute", "Substitute"


class ServiceLevel(TextChoices):
    """How high a service stands in the tree."""

    DIRECTORATE = "directorate", "Directorate"
    SERVICE = "service", "Service"
    TEAM = "team", "Team"
    CORPORATE = "corporate", "Across the council"


class Aspect(TextChoices):
    """Which side of a service somebody answers for."""

    POLICY = "policy", "Policy"
    DELIVERY = "delivery", "Delivery and improvement"
    REGULATORY = "regulatory", "Regulatory decisions"
    SCRUTINY = "scrutiny", "Scrutiny"


PORTFOLIO_ASPECTS = (Aspect.POLICY, Aspect.DELIVERY)
"""What a portfolio may answer for: regulatory decisions and scrutiny are not the executive's (LGA 2000 s.9D, s.9F)."""


class Basis(TextChoices):
    """Whether words give somebody a responsibility, or only custom does."""

    EXPRESS = "express", "Express"
    INFORMAL = "informal", "Informal"


class FindingStatus(TextChoices):
    """How far an outside observation has come."""

    DRAFT = "draft", "Draft"
    FINAL = "final", "Final"
