"""The words that cases are kept in, and the named sets that queries use."""

from complaints.choices.annual import (
    ANSWERED,
    LETTER_SHARES,
    CaseFigureChange,
    CaseFigureKind,
    Compliance,
    LetterFigure,
)
from complaints.choices.cases import (
    CAME_BACK,
    KINDS_ASKED_ABOUT,
    OPEN_STATES,
    OVER,
    CaseKind,
    CaseState,
    CaseStep,
    Channel,
)
from complaints.choices.clocks import (
    STAGE_ONE,
    STAGE_TWO,
    ClockKind,
    Code,
    CountedFrom,
    Timeliness,
)
from complaints.choices.feedback import STILL_WRITTEN, FeedbackPart, FeedbackStep
from complaints.choices.ombudsman import (
    DECIDES,
    FAULT_FOUND,
    INVESTIGATED,
    OMBUDSMEN,
    OmbudsmanDecision,
    OmbudsmanStep,
)
from complaints.choices.outcomes import FOUND_FOR_THE_CUSTOMER, Finding, RedressKind
from complaints.choices.pages import CasePage
from complaints.choices.people import ContactWay, CustomerStep, LookKind, MessageKind
from complaints.choices.triage import RefusalGround

__all__ = [
    "ANSWERED",
    "CAME_BACK",
    "DECIDES",
    "FAULT_FOUND",
    "FOUND_FOR_THE_CUSTOMER",
    "INVESTIGATED",
    "KINDS_ASKED_ABOUT",
    "LETTER_SHARES",
    "OMBUDSMEN",
    "OPEN_STATES",
    "OVER",
    "STAGE_ONE",
    "STAGE_TWO",
    "STILL_WRITTEN",
    "CaseFigureChange",
    "CaseFigureKind",
    "CaseKind",
    "CasePage",
    "CaseState",
    "CaseStep",
    "Channel",
    "ClockKind",
    "Code",
    "Compliance",
    "ContactWay",
    "CountedFrom",
    "CustomerStep",
    "FeedbackPart",
    "FeedbackStep",
    "Finding",
    "LetterFigure",
    "LookKind",
    "MessageKind",
    "OmbudsmanDecision",
    "OmbudsmanStep",
    "RedressKind",
    "RefusalGround",
    "Timeliness",
]
