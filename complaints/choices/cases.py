"""The words of a case: what it is, how it came, how far it is and what was done with it."""

from django.db.models import TextChoices


class CaseKind(TextChoices):
    """What somebody told the council (Complaint Handling Code, 1.2 and 1.4)."""

    REQUEST = "request", "Service request"
    COMPLAINT = "complaint", "Complaint"
    COMMENT = "comment", "Comment"
    COMPLIMENT = "compliment", "Compliment"


KINDS_ASKED_ABOUT = (CaseKind.REQUEST, CaseKind.COMPLAINT)
"""Those whose customers are asked how satisfied they are: all requests and complaints, and no compliments."""


class Channel(TextChoices):
    """How it reached the council."""

    WEB = "web", "Website"
    PHONE = "phone", "Phone"
    EMAIL = "email", "E-mail"
    LETTER = "letter", "Letter"
    COUNTER = "counter", "Counter (one stop shop)"
    KIOSK = "kiosk", "Kiosk"
    SOCIAL_MEDIA = "social_media", "Social media"
    COUNCILLOR = "councillor", "Councillor"


class CaseState(TextChoices):
    """How far a case is."""

    WAITING = "waiting", "Waiting for triage"
    IN_HAND = "in_hand", "In hand"
    REPLIED = "replied", "Replied"
    CLOSED = "closed", "Closed"
    REFUSED = "refused", "Not accepted"
    WITHDRAWN = "withdrawn", "Withdrawn"


OPEN_STATES = (CaseState.WAITING, CaseState.IN_HAND)
"""Those in which the customer still waits for the council."""
OVER = (CaseState.CLOSED, CaseState.REFUSED, CaseState.WITHDRAWN)
"""Those in which nothing more is to be done."""
CAME_BACK = (CaseState.REPLIED, CaseState.CLOSED, CaseState.REFUSED, CaseState.WITHDRAWN)
"""Those from which a customer may come back."""


class CaseStep(TextChoices):
    """What was done with a case at one time."""

    RECEIVED = "received", "Received"
    TRIAGED = "triaged", "Triaged"
    REFUSED = "refused", "Refused"
    ASSIGNED = "assigned", "Assigned"
    MOVED = "moved", "Moved to another service"
    ACKNOWLEDGED = "acknowledged", "Acknowledged"
    EXTENDED = "extended", "Extended"
    PAUSED = "paused", "Paused"
    RESUMED = "resumed", "Resumed"
    REPLIED = "replied", "Reply sent"
    ESCALATED = "escalated", "Taken to stage 2"
    CLOSED = "closed", "Case closed"
    WITHDRAWN = "withdrawn", "Case withdrawn"
    REOPENED = "reopened", "Case reopened"
    NOTED = "noted", "Noted"
    HEARD = "heard", "Heard from the customer"
    LEARNED = "learned", "Lesson learned"
    PASSED_ON = "passed_on", "Passed on"
    COMPLAINED = "complained", "Complaint made of the response"
    ANONYMISED = "anonymised", "Anonymised"


ENDINGS = (CaseStep.REPLIED, CaseStep.REFUSED, CaseStep.WITHDRAWN)
"""Those by which a case ends for its customer, who is then asked how it went. Closing only follows a reply."""
