"""Decisions of the demo council that have no paper here, and notices of what is still to be decided."""

from council.demo.paper import DemoCallIn, DemoDecision, DemoNotice
from council.demo.papers import LAST_CABINET, NEXT_CABINET
from portfolios.choices import CallInOutcome, DecisionKind, KeyProcedure

ROOF = DemoNotice(
    "Repair of the leisure centre roof",
    published=-17,
    why_key="It costs £210,000, over the council's threshold of £150,000.",
    body="Cabinet",
    due=LAST_CABINET,
    procedure=KeyProcedure.GENERAL_EXCEPTION,
    reasons="The surveyors found the damage after the last notice had been published.",
    told=-17,
)
FLOOD = DemoNotice(
    "Shelter after the flood at Millbrook",
    published=-38,
    why_key="It concerns two wards.",
    portfolio="Housing and Homelessness",
    procedure=KeyProcedure.SPECIAL_URGENCY,
    reasons="Forty households could not stay in their homes overnight.",
    agreed_by="The chair of the Overview and Scrutiny Committee",
)
NOTICES = (
    DemoNotice(
        "Contract for collecting household waste",
        published=-14,
        why_key="It is worth £6.2m over seven years and concerns every ward.",
        body="Cabinet",
        due=NEXT_CABINET,
    ),
    DemoNotice(
        "Sale of the old depot",
        published=-2,
        why_key="The receipt is expected to be over the council's threshold of £150,000.",
        body="Cabinet",
        due=NEXT_CABINET,
        is_private=True,
    ),
)
"""Still to be decided; the second came too late for the meeting it names."""

DECISIONS = (
    DemoDecision(
        "Repair of the leisure centre roof",
        "RESOLVED that £210,000 be released from the repairs reserve for the roof of the leisure centre.",
        body="Cabinet",
        on=LAST_CABINET,
        published_after=2,
        reasons="The pool would have to close in a wet week.",
        options_rejected="A temporary cover for one winter, at £60,000.",
        interests="One member is a friend of the contractor and left the room.",
        notice=ROOF,
    ),
    DemoDecision(
        "Shelter after the flood at Millbrook",
        "That forty hotel rooms be taken for up to three weeks.",
        portfolio="Housing and Homelessness",
        on=-38,
        published_after=1,
        reasons="Nobody could stay in their homes.",
        options_rejected="Beds in the sports hall.",
        is_urgent=True,
        notice=FLOOD,
    ),
    DemoDecision(
        "Charges in the Market Street car park",
        "That the first half hour be free and the second cost £1.50.",
        portfolio="Planning and Regeneration",
        on=-11,
        published_after=1,
        reasons="Shops asked for shorter stays.",
        options_rejected="To leave the charges as they are.",
        call_ins=(
            DemoCallIn(
                -6,
                "Five members",
                "The traders of Mill Lane were not asked, though the charge falls on them too.",
            ),
        ),
    ),
    DemoDecision(
        "Hours of the museum",
        "That the museum close on Mondays.",
        portfolio="Leisure, Parks and Culture",
        on=-44,
        published_after=2,
        reasons="Mondays have the fewest visitors.",
        options_rejected="To close on Sunday mornings.",
        call_ins=(
            DemoCallIn(
                -40,
                "The chair of the Overview and Scrutiny Committee",
                "Schools come on Mondays.",
                CallInOutcome.UPHELD,
                heard=-33,
                note="Left to stand: schools may book a Monday.",
            ),
        ),
    ),
    DemoDecision(
        "Replacement of parks vehicles",
        "That three vehicles be bought from the framework contract for £68,000.",
        post="Director of Environment and Communities",
        on=-20,
        published_after=1,
        reasons="The old ones fail the new emission rules.",
        options_rejected="To lease for two years.",
    ),
    DemoDecision(
        "Community grants",
        "RESOLVED that the matter be deferred until the criteria have been published.",
        body="Cabinet",
        on=-48,
        published_after=2,
        kind=DecisionKind.DEFERRED,
        reasons="Applicants could not have known what would count.",
    ),
    DemoDecision(
        "Members' allowances",
        "RESOLVED that allowances stay as they are.",
        body="Council",
        on=-42,
        published_after=3,
        reasons="The independent panel recommended it.",
        options_rejected="An increase with inflation.",
    ),
)
