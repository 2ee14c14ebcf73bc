"""The words of Ombudsman cases: what an Ombudsman decided, as each of them publishes it, and what was done since."""

from django.db.models import TextChoices

from complaints.choices.clocks import Code


class OmbudsmanDecision(TextChoices):
    """What an Ombudsman decided: the first six by the Local Government, the others by the Housing Ombudsman."""

    INVALID = "invalid", "Invalid or incomplete"
    ADVICE = "advice", "Advice given"
    REFERRED_BACK = "referred_back", "Referred back for local resolution"
    CLOSED = "closed", "Closed after initial enquiries"
    UPHELD = "upheld", "Upheld"
    NOT_UPHELD = "not_upheld", "Not upheld"
    SEVERE = "severe", "Severe maladministration"
    MALADMINISTRATION = "maladministration", "Maladministration"
    SERVICE_FAILURE = "service_failure", "Service failure"
    REDRESS = "redress", "Reasonable redress"
    NO_MALADMINISTRATION = "no_maladministration", "No maladministration"
    RESOLVED = "resolved", "Resolved with intervention"
    OUTSIDE = "outside", "Outside jurisdiction"


_D = OmbudsmanDecision
OMBUDSMEN = (Code.OMBUDSMAN, Code.HOUSING)
"""Those whom somebody may go to; the council's own code has none."""
DECIDES = {
    Code.OMBUDSMAN: (_D.INVALID, _D.ADVICE, _D.REFERRED_BACK, _D.CLOSED, _D.UPHELD, _D.NOT_UPHELD),
    Code.HOUSING: (
        *(_D.SEVERE, _D.MALADMINISTRATION, _D.SERVICE_FAILURE, _D.REDRESS, _D.NO_MALADMINISTRATION),
        *(_D.RESOLVED, _D.OUTSIDE),
    ),
}
"""What each of them can decide."""
FAULT_FOUND = (_D.UPHELD, _D.SEVERE, _D.MALADMINISTRATION, _D.SERVICE_FAILURE)
INVESTIGATED = (*FAULT_FOUND, _D.NOT_UPHELD, _D.REDRESS, _D.NO_MALADMINISTRATION)
"""Decisions after an investigation: what the share upheld is of."""


class OmbudsmanStep(TextChoices):
    """What was done with an Ombudsman case."""

    ENTERED = "entered", "Entered"
    CHANGED = "changed", "Details changed"
    DECIDED = "decided", "Ombudsman decided"
    RECOMMENDED = "recommended", "Recommendation entered"
    SETTLED = "settled", "Recommendation carried out"
