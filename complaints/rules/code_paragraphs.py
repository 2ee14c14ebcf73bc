"""Both Ombudsmen's Complaint Handling Codes, and what is counted from the records to assess a council by them."""

from collections.abc import Mapping

from complaints.choices import Code
from complaints.rules.code_of_councils import LGSCO
from complaints.rules.code_of_landlords import HOUSING
from complaints.rules.self_assessment import Paragraph

MEASURES: Mapping[str, str] = {
    "from_requests": "Complaints that arose from the response to a request",
    "requests": "Service requests on record",
    "refused_why": "Refusals with reasons in words",
    "refused_told": "Refusals that told the customer of the Ombudsman",
    "too_old": "Refusals as over 12 months old of what was older than that",
    "refusals": "Complaints not accepted",
    "acknowledged_1": "Acknowledgements in time at stage 1",
    "replied_1": "Replies in time at stage 1",
    "acknowledged_2": "Acknowledgements in time at stage 2",
    "replied_2": "Replies in time at stage 2",
    "extended_1": "Extensions at stage 1 within the limit of the code and with a reason",
    "extended_2": "Extensions at stage 2 within the limit of the code and with a reason",
    "extended_told": "Extensions that told the customer of the Ombudsman",
    "points": "Replies that answered every point",
    "outcome": "Closed complaints with an outcome",
    "another": "Stage 2 reviews answered by somebody else than stage 1",
    "defined": "Acknowledged complaints with the points set out",
    "remedies": "Remedies done by the day they were promised for",
    "followed": "Remedies that are not lying undone after their day",
    "upheld": "Complaints upheld at least in part",
    "reported": "Report of the year before presented",
    "responded": "Report of the year before published with the governing body’s response",
}
"""What is counted, as the sentences of evidence begin."""
NUMBERS_ONLY = frozenset({"from_requests", "requests", "refusals", "upheld"})
"""Those that say how many there were, and nothing of how many were as they should be."""
CODES: Mapping[str, tuple[Paragraph, ...]] = {Code.OMBUDSMAN: LGSCO, Code.HOUSING: HOUSING}


def paragraph_of(code: str, key: str) -> Paragraph | None:
    """The paragraph of a code; None where there is none."""
    return next((each for each in CODES.get(code, ()) if each.key == key), None)
