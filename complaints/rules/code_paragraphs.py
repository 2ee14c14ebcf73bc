"""The paragraphs of both Ombudsmen's Complaint Handling Codes that the council assesses itself against.

What each expects is said in our own words. The Local Government and Social Care Ombudsman's code is guidance
(section 23(12A) of the Local Government Act 1974): councils "should". The Housing Ombudsman's code has been
statutory since 1 April 2024: landlords "must".
"""

from collections.abc import Mapping

from complaints.choices import Code
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


def _p(
    key: str,
    number: str,
    expects: str,
    source: str,
    *measures: str,
    is_for_people: bool = False,
    departs: tuple[str, ...] = (),
) -> Paragraph:
    return Paragraph(
        key=key,
        number=number,
        expects=expects,
        source=source,
        measures=measures,
        is_for_people=is_for_people,
        departs=departs,
    )


_STAGES = (
    _p(
        "stage-2-acknowledged",
        "Stage 2",
        "Requests for stage 2 are acknowledged within 5 working days.",
        "LLG",
        "acknowledged_2",
        departs=("acknowledge_two", "has_stage_two"),
    ),
    _p(
        "stage-2-replied",
        "Stage 2",
        "The final response comes within 20 working days of the acknowledgement.",
        "LLG",
        "replied_2",
        departs=("reply_two",),
    ),
)
LGSCO = (
    _p(
        "1-2",
        "1.2",
        "Service requests are told from complaints by a written definition.",
        "LG2",
        is_for_people=True,
    ),
    _p(
        "1-4",
        "1.4",
        "A complaint is any expression of dissatisfaction with the council’s service.",
        "LG2",
        is_for_people=True,
    ),
    _p(
        "1-5",
        "1.5",
        "Nobody has to say “complaint”, and somebody else may complain for them.",
        "LG2",
        is_for_people=True,
    ),
    _p(
        "1-7",
        "1.7",
        "A request becomes a complaint when its response disappoints, and work on it goes on.",
        "LG2",
        "from_requests",
        is_for_people=True,
    ),
    _p(
        "1-8",
        "1.8",
        "Service requests are recorded, monitored and reviewed.",
        "LG2",
        "requests",
        is_for_people=True,
    ),
    _p(
        "2-1",
        "2.1",
        "A complaint is accepted unless there is a valid reason, which is on record.",
        "LG3",
        "refused_why",
    ),
    _p(
        "2-2",
        "2.2",
        "What happened, or became known, up to 12 months ago is accepted.",
        "LG3",
        "too_old",
        departs=("accept_months",),
    ),
    _p(
        "2-4",
        "2.4",
        "Whoever is refused is told why, and that the Ombudsman can look at it.",
        "LG3",
        "refused_told",
    ),
    _p(
        "2-5",
        "2.5",
        "Nothing is refused wholesale: each complaint is taken on its merits.",
        "LG3",
        "refusals",
        is_for_people=True,
    ),
    _p("6-1", "6.1", "Complexity, vulnerability and risk are considered.", "LG7", is_for_people=True),
    _p(
        "6-2",
        "6.2",
        "Complaints are acknowledged within 5 working days.",
        "LG7",
        "acknowledged_1",
        departs=("acknowledge",),
    ),
    _p(
        "6-3",
        "6.3",
        "The response at stage 1 comes within 10 working days of the acknowledgement.",
        "LG7",
        "replied_1",
        departs=("reply", "counted_from"),
    ),
    _p(
        "6-4",
        "6.4",
        "Stage 1 is extended by 10 working days at most, and the reason is explained.",
        "LG7",
        "extended_1",
        departs=("extension", "may_pause"),
    ),
    _p(
        "6-5",
        "6.5",
        "Whoever is asked to wait longer is told how to reach the Ombudsman.",
        "LG7",
        "extended_told",
    ),
    _p("6-6", "6.6", "What is promised in a response is followed until it is done.", "LG7", "followed"),
    _p("6-7", "6.7", "Every point is answered, with reasons.", "LG7", "points", "outcome"),
    *_STAGES,
    _p("stage-2-another", "Stage 2", "Stage 2 is looked at by somebody else.", "LLG", "another"),
    _p(
        "stage-2-extended",
        "Stage 2",
        "Stage 2 is extended by 20 working days at most.",
        "CUMB",
        "extended_2",
        departs=("extension_two",),
    ),
    _p("7-1", "7.1", "What went wrong is acknowledged and put right.", "LG8", "upheld", is_for_people=True),
    _p(
        "7-2",
        "7.2 to 7.4",
        "A remedy says what and by when, and is followed to completion.",
        "LG8",
        "remedies",
    ),
    _p("8-1", "8.1", "A report on complaints and what was improved is made every year.", "LG9", "reported"),
    _p(
        "8-2",
        "8.2",
        "It goes through governance and is published with the governing body’s response.",
        "LG9",
        "responded",
    ),
    _p(
        "8-3",
        "8.3",
        "The self-assessment is made again after a restructure or a change of procedures.",
        "LG9",
        is_for_people=True,
    ),
    _p(
        "9-3",
        "9.3",
        "What was learned is reported to citizens, staff and committees.",
        "LG10",
        is_for_people=True,
    ),
    _p(
        "9-4",
        "9.4 and 9.5",
        "A senior person and a member answer for complaint handling.",
        "LG10",
        is_for_people=True,
    ),
    _p(
        "9-7",
        "9.7",
        "That member gets regular figures, reviews and the annual report.",
        "LG10",
        is_for_people=True,
    ),
)
HOUSING = (
    _p(
        "status",
        "Status",
        "The landlord keeps to the whole code, which is statutory from 1 April 2024.",
        "HO1",
        is_for_people=True,
    ),
    _p(
        "6-2",
        "6.2",
        "Complaints are acknowledged, defined and logged within 5 working days.",
        "HO4",
        "acknowledged_1",
        "defined",
        departs=("acknowledge",),
    ),
    _p(
        "stage-1-replied",
        "Stage 1",
        "The response at stage 1 comes within 10 working days of the acknowledgement.",
        "LG7",
        "replied_1",
        departs=("reply", "counted_from"),
    ),
    _p(
        "stage-1-extended",
        "Stage 1",
        "Stage 1 is extended by 10 working days at most, with a reason and the Ombudsman’s details.",
        "HO4",
        "extended_1",
        "extended_told",
        departs=("extension", "may_pause"),
    ),
    _p("6-12", "6.12", "Residents need not explain why they want stage 2.", "HO2", is_for_people=True),
    _p("6-13", "6.13", "Stage 2 is looked at by somebody else.", "HO2", "another"),
    *_STAGES,
    _p(
        "stage-2-extended",
        "Stage 2",
        "Stage 2 is extended by 20 working days at most.",
        "HO3",
        "extended_2",
        departs=("extension_two",),
    ),
    _p(
        "published",
        "Annual",
        "The self-assessment is published in the annual report, with the governing body’s response.",
        "HO6",
        "responded",
    ),
)
CODES: Mapping[str, tuple[Paragraph, ...]] = {Code.OMBUDSMAN: LGSCO, Code.HOUSING: HOUSING}


def paragraph_of(code: str, key: str) -> Paragraph | None:
    """The paragraph of a code; None where there is none."""
    return next((each for each in CODES.get(code, ()) if each.key == key), None)
