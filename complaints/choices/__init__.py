"""The words that cases are kept in, and the named sets that queries use."""

from complaints.choices.cases import (
    CAME_BACK,
    ENDINGS,
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
from complaints.choices.outcomes import FOUND_FOR_THE_CUSTOMER, Finding, RedressKind
from complaints.choices.pages import CasePage
from complaints.choices.people import ContactWay, CustomerStep, LookAs, LookKind, MessageKind
from complaints.choices.surveys import (
    NOT_PUT_RIGHT,
    SATISFIED,
    WERE_ASKED,
    Asked,
    Ending,
    Fixed,
    NotAsked,
    Satisfaction,
    SurveyQuestion,
)
from complaints.choices.triage import RefusalGround

__all__ = [
    "CAME_BACK",
    "ENDINGS",
    "FOUND_FOR_THE_CUSTOMER",
    "KINDS_ASKED_ABOUT",
    "NOT_PUT_RIGHT",
    "OPEN_STATES",
    "OVER",
    "SATISFIED",
    "STAGE_ONE",
    "STAGE_TWO",
    "STILL_WRITTEN",
    "WERE_ASKED",
    "Asked",
    "CaseKind",
    "CasePage",
    "CaseState",
    "CaseStep",
    "Channel",
    "ClockKind",
    "Code",
    "ContactWay",
    "CountedFrom",
    "CustomerStep",
    "Ending",
    "FeedbackPart",
    "FeedbackStep",
    "Finding",
    "Fixed",
    "LookAs",
    "LookKind",
    "MessageKind",
    "NotAsked",
    "RedressKind",
    "RefusalGround",
    "Satisfaction",
    "SurveyQuestion",
    "Timeliness",
]
