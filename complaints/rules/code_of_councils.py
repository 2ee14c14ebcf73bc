"""The paragraphs of the Local Government and Social Care Ombudsman's code, and those that both codes have.

The code is guidance (section 23(12A) of the Local Government Act 1974): councils "should". What each paragraph expects
is said in our own words.
"""

from complaints.rules.self_assessment import Paragraph


def asked(
    key: str,
    number: str,
    expects: str,
    source: str,
    *measures: str,
    is_for_people: bool = False,
    departs: tuple[str, ...] = (),
) -> Paragraph:
    """A paragraph, by its key, its number, what it expects and where it was read."""
    return Paragraph(
        key=key,
        number=number,
        expects=expects,
        source=source,
        counted=measures,
        is_for_people=is_for_people,
        departs=departs,
    )


STAGES = (
    asked(
        "stage-2-acknowledged",
        "Stage 2",
        "Requests for stage 2 are acknowledged within 5 working days.",
        "LLG",
        "acknowledged_2",
        departs=("acknowledge_two", "has_stage_two"),
    ),
    asked(
        "stage-2-replied",
        "Stage 2",
        "The final response comes within 20 working days of the acknowledgement.",
        "LLG",
        "replied_2",
        departs=("reply_two",),
    ),
)
LGSCO = (
    asked(
        "1-2",
        "1.2",
        "Service requests are told from complaints by a written definition.",
        "LG2",
        is_for_people=True,
    ),
    asked(
        "1-4",
        "1.4",
        "A complaint is any expression of dissatisfaction with the council’s service.",
        "LG2",
        is_for_people=True,
    ),
    asked(
        "1-5",
        "1.5",
        "Nobody has to say “complaint”, and somebody else may complain for them.",
        "LG2",
        is_for_people=True,
    ),
    asked(
        "1-7",
        "1.7",
        "A request becomes a complaint when its response disappoints, and work on it goes on.",
        "LG2",
        "from_requests",
        is_for_people=True,
    ),
    asked(
        "1-8",
        "1.8",
        "Service requests are recorded, monitored and reviewed.",
        "LG2",
        "requests",
        is_for_people=True,
    ),
    asked(
        "2-1",
        "2.1",
        "A complaint is accepted unless there is a valid reason, which is on record.",
        "LG3",
        "refused_why",
    ),
    asked(
        "2-2",
        "2.2",
        "What happened, or became known, up to 12 months ago is accepted.",
        "LG3",
        "too_old",
        departs=("accept_months",),
    ),
    asked(
        "2-4",
        "2.4",
        "Whoever is refused is told why, and that the Ombudsman can look at it.",
        "LG3",
        "refused_told",
    ),
    asked(
        "2-5",
        "2.5",
        "Nothing is refused wholesale: each complaint is taken on its merits.",
        "LG3",
        "refusals",
        is_for_people=True,
    ),
    asked("6-1", "6.1", "Complexity, vulnerability and risk are considered.", "LG7", is_for_people=True),
    asked(
        "6-2",
        "6.2",
        "Complaints are acknowledged within 5 working days.",
        "LG7",
        "acknowledged_1",
        departs=("acknowledge",),
    ),
    asked(
        "6-3",
        "6.3",
        "The response at stage 1 comes within 10 working days of the acknowledgement.",
        "LG7",
        "replied_1",
        departs=("reply", "counted_from"),
    ),
    asked(
        "6-4",
        "6.4",
        "Stage 1 is extended by 10 working days at most, and the reason is explained.",
        "LG7",
        "extended_1",
        departs=("extension", "may_pause"),
    ),
    asked(
        "6-5",
        "6.5",
        "Whoever is asked to wait longer is told how to reach the Ombudsman.",
        "LG7",
        "extended_told",
    ),
    asked("6-6", "6.6", "What is promised in a response is followed until it is done.", "LG7", "followed"),
    asked("6-7", "6.7", "Every point is answered, with reasons.", "LG7", "points", "outcome"),
    *STAGES,
    asked("stage-2-another", "Stage 2", "Stage 2 is looked at by somebody else.", "LLG", "another"),
    asked(
        "stage-2-extended",
        "Stage 2",
        "Stage 2 is extended by 20 working days at most.",
        "CUMB",
        "extended_2",
        departs=("extension_two",),
    ),
    asked(
        "7-1", "7.1", "What went wrong is acknowledged and put right.", "LG8", "upheld", is_for_people=True
    ),
    asked(
        "7-2",
        "7.2 to 7.4",
        "A remedy says what and by when, and is followed to completion.",
        "LG8",
        "remedies",
    ),
    asked(
        "8-1", "8.1", "A report on complaints and what was improved is made every year.", "LG9", "reported"
    ),
    asked(
        "8-2",
        "8.2",
        "It goes through governance and is published with the governing body’s response.",
        "LG9",
        "responded",
    ),
    asked(
        "8-3",
        "8.3",
        "The self-assessment is made again after a restructure or a change of procedures.",
        "LG9",
        is_for_people=True,
    ),
    asked(
        "9-3",
        "9.3",
        "What was learned is reported to citizens, staff and committees.",
        "LG10",
        is_for_people=True,
    ),
    asked(
        "9-4",
        "9.4 and 9.5",
        "A senior person and a member answer for complaint handling.",
        "LG10",
        is_for_people=True,
    ),
    asked(
        "9-7",
        "9.7",
        "That member gets regular figures, reviews and the annual report.",
        "LG10",
        is_for_people=True,
    ),
)
