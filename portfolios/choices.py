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
