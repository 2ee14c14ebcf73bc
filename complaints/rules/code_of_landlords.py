"""The paragraphs of the Housing Ombudsman's code that a landlord assesses itself against, in our own words.

The code has been statutory since 1 April 2024: landlords "must".
"""

from complaints.rules.code_of_councils import STAGES, asked

HOUSING = (
    asked(
        "status",
        "Status",
        "The landlord keeps to the whole code, which is statutory from 1 April 2024.",
        "HO1",
        is_for_people=True,
    ),
    asked(
        "6-2",
        "6.2",
        "Complaints are acknowledged, defined and logged within 5 working days.",
        "HO4",
        "acknowledged_1",
        "defined",
        departs=("acknowledge",),
    ),
    asked(
        "stage-1-replied",
        "Stage 1",
        "The response at stage 1 comes within 10 working days of the acknowledgement.",
        "LG7",
        "replied_1",
        departs=("reply", "counted_from"),
    ),
    asked(
        "stage-1-extended",
        "Stage 1",
        "Stage 1 is extended by 10 working days at most, with a reason and the Ombudsman’s details.",
        "HO4",
        "extended_1",
        "extended_told",
        departs=("extension", "may_pause"),
    ),
    asked("6-12", "6.12", "Residents need not explain why they want stage 2.", "HO2", is_for_people=True),
    asked("6-13", "6.13", "Stage 2 is looked at by somebody else.", "HO2", "another"),
    *STAGES,
    asked(
        "stage-2-extended",
        "Stage 2",
        "Stage 2 is extended by 20 working days at most.",
        "HO3",
        "extended_2",
        departs=("extension_two",),
    ),
    asked(
        "published",
        "Annual",
        "The self-assessment is published in the annual report, with the governing body’s response.",
        "HO6",
        "responded",
    ),
)
