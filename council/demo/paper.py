"""What a paper of the demo council is made of. Days are working days from today, or dates of long ago."""

import datetime
from dataclasses import dataclass

from portfolios.choices import AskedTo, CallInOutcome, DecisionKind, ImplicationAnswer, KeyProcedure, Verb

Day = int | datetime.date
"""A day of long ago, or so many working days after today, before it where below nought."""


@dataclass(frozen=True)
class DemoStop:
    """One body on a paper's way."""

    body: str
    asked_to: AskedTo
    on: Day | None = None
    as_written: str = ""
    outcome: str = ""
    answer: str = ""


@dataclass(frozen=True)
class DemoRecommendation:
    """One thing that a paper recommends."""

    number: str
    words: str
    body_words: str = ""
    verb: Verb = Verb.APPROVE
    second_verb: str = ""
    portfolio: str = ""


@dataclass(frozen=True)
class DemoImplication:
    """What a paper says under one head."""

    head: str
    answer: ImplicationAnswer = ImplicationAnswer.NONE
    words: str = ""
    why_none: str = ""
    event: str = ""


@dataclass(frozen=True)
class DemoCallIn:
    """A call-in of a decision."""

    on: int
    callers: str
    grounds: str
    outcome: CallInOutcome = CallInOutcome.WAITING
    heard: int | None = None
    note: str = ""


@dataclass(frozen=True)
class DemoNotice:
    """The notice of a key decision."""

    matter: str
    published: int
    why_key: str
    body: str = ""
    portfolio: str = ""
    due: int | None = None
    procedure: KeyProcedure = KeyProcedure.NOTICE
    reasons: str = ""
    told: int | None = None
    agreed_by: str = ""
    documents: str = "The report and its annexes, from Democratic Services."
    is_private: bool = False


@dataclass(frozen=True)
class DemoDecision:
    """A decision, of a body, a portfolio holder or a post."""

    title: str
    resolution: str
    body: str = ""
    portfolio: str = ""
    post: str = ""
    on: Day | None = None
    as_written: str = ""
    published_after: int | None = None
    """So many days after it was taken; of one of today's council, working days."""
    kind: DecisionKind = DecisionKind.AS_RECOMMENDED
    recommendation: str = ""
    summary: str = ""
    reasons: str = ""
    options_rejected: str = ""
    interests: str = ""
    comments: str = ""
    is_urgent: bool = False
    notice: DemoNotice | None = None
    call_ins: tuple[DemoCallIn, ...] = ()


@dataclass(frozen=True)
class DemoPaper:
    """A report with all that hangs on it."""

    subject: str
    author: str
    text: str
    stops: tuple[DemoStop, ...]
    recommendations: tuple[DemoRecommendation, ...]
    decisions: tuple[DemoDecision, ...] = ()
    implications: tuple[DemoImplication, ...] = ()
    reference: str = ""
    dated: Day | None = None
    dated_as_written: str = ""
    lead_portfolio: str = ""
    agenda_words: str = ""
    is_presented: bool = True
