"""What is to be done next with a case, and what else may be: two tables of facts, read from the top."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from complaints.choices import OPEN_STATES, OVER, STAGE_ONE, CaseKind, CasePage, CaseState

THANKS_ON = "Pass the thanks on"


@dataclass(frozen=True, kw_only=True)
class StepFacts:
    """What of a case tells what may be done with it."""

    state: str
    kind: str = CaseKind.COMPLAINT
    stage: int = STAGE_ONE
    has_service: bool = True
    has_handler: bool = True
    handler_answered_before: bool = False
    waits_for_acknowledgement: bool = False
    waits_for_reply: bool = False
    is_paused: bool = False
    may_pause: bool = False
    extension_left: int = 0
    """Working days that the reply may still be extended by."""
    has_stage_two: bool = True
    points: int = 0
    unanswered: int | None = None
    """The number of the first point that is not answered; None where each is."""
    outstanding: int | None = None
    """The key of the remedy promised for the nearest day; None where none is outstanding."""
    sees_all_cases: bool = False
    """Whether the reader is of the complaints team: they say whom a case is about, hold it, and hear from Ombudsmen."""
    has_people_concerned: bool = False
    has_passed_on: bool = False
    """Whether thanks in it reached somebody already."""
    waits_for_answers: bool = False
    """Whether the customer was asked how it went and has not said, while they still may."""
    is_held: bool = False
    """Whether a legal hold on the case is in force."""
    is_anonymised: bool = False

    @property
    def is_complaint(self) -> bool:
        """Whether points are answered one by one."""
        return self.kind == CaseKind.COMPLAINT

    @property
    def has_thanks_waiting(self) -> bool:
        """Whether it is a compliment that has reached nobody yet."""
        return self.kind == CaseKind.COMPLIMENT and not self.has_passed_on


@dataclass(frozen=True)
class NextStep:
    """One page to go to, with the words on its button, and which of several it is of."""

    page: CasePage
    words: str
    number: int | None = None


@dataclass(frozen=True)
class StepGroup:
    """Pages that belong together on the case page."""

    title: str
    steps: Sequence[NextStep]


def next_step(facts: StepFacts) -> NextStep | None:
    """The one thing to be done next; None where nothing is."""
    if facts.is_anonymised:
        return None
    if facts.state == CaseState.WAITING:
        return NextStep(CasePage.TRIAGE, "Decide what it is")
    if facts.state == CaseState.IN_HAND:
        return _in_hand(facts)
    if facts.outstanding is not None and facts.state not in (CaseState.REFUSED, CaseState.WITHDRAWN):
        return NextStep(CasePage.SETTLE, "Say whether the remedy was done", facts.outstanding)
    if facts.state == CaseState.REPLIED and facts.has_thanks_waiting:
        return NextStep(CasePage.THANK, THANKS_ON)
    return NextStep(CasePage.CLOSE, "Close the case") if facts.state == CaseState.REPLIED else None


def _in_hand(facts: StepFacts) -> NextStep:
    if not facts.has_service:
        return NextStep(CasePage.MOVE, "Say which service it is about")
    if not facts.has_handler:
        return NextStep(CasePage.ASSIGN, "Give it to an officer")
    if facts.handler_answered_before:
        return NextStep(CasePage.ASSIGN, "Give it to another officer for stage 2")
    if facts.waits_for_acknowledgement:
        return NextStep(CasePage.ACKNOWLEDGE, "Acknowledge it")
    if facts.is_paused:
        return NextStep(CasePage.RESUME, "Let the clock go on")
    if facts.is_complaint and facts.points == 0:
        return NextStep(CasePage.POINTS, "List the points complained of")
    if facts.is_complaint and facts.unanswered is not None:
        return NextStep(CasePage.ANSWER, f"Answer point {facts.unanswered}", facts.unanswered)
    if facts.has_thanks_waiting:
        return NextStep(CasePage.THANK, THANKS_ON)
    return NextStep(CasePage.REPLY, "Send the reply")


def _in_hand_only(facts: StepFacts) -> bool:
    return facts.state == CaseState.IN_HAND


def _is_open(facts: StepFacts) -> bool:
    return facts.state in OPEN_STATES


def _was_looked_at(facts: StepFacts) -> bool:
    return facts.state != CaseState.WAITING


def _may_extend(facts: StepFacts) -> bool:
    return _in_hand_only(facts) and facts.waits_for_reply and facts.extension_left > 0 and not facts.is_paused


def _may_escalate(facts: StepFacts) -> bool:
    came_back = facts.state in (CaseState.REPLIED, CaseState.CLOSED)
    return came_back and facts.is_complaint and facts.has_stage_two and facts.stage == STAGE_ONE


_Table = tuple[tuple[str, tuple[tuple[CasePage, str, Callable[[StepFacts], bool]], ...]], ...]
OFFERED: _Table = (
    (
        "Answering",
        (
            (CasePage.ACKNOWLEDGE, "Acknowledge", lambda f: _in_hand_only(f) and f.waits_for_acknowledgement),
            (CasePage.POINTS, "List or change the points", _is_open),
            (CasePage.REPLY, "Reply", _in_hand_only),
            (CasePage.PROMISE, "Promise a remedy", lambda f: f.state not in OVER),
        ),
    ),
    (
        "Time",
        (
            (CasePage.EXTEND, "Take more time", _may_extend),
            (
                CasePage.PAUSE,
                "Pause the clock",
                lambda f: _in_hand_only(f) and f.may_pause and f.waits_for_reply and not f.is_paused,
            ),
            (CasePage.RESUME, "Let the clock go on", lambda f: _in_hand_only(f) and f.is_paused),
        ),
    ),
    (
        "Who and what",
        (
            (CasePage.TRIAGE, "Decide what it is", _is_open),
            (CasePage.ASSIGN, "Give it to an officer", lambda f: f.state not in OVER),
            (CasePage.MOVE, "Move to another service", _is_open),
            (CasePage.REPRESENT, "Say who speaks for the customer", lambda f: True),
            (CasePage.INCIDENT, "Put it under an incident, or take it off", lambda f: True),
            (CasePage.CONCERN, "Name a person concerned", lambda f: f.sees_all_cases),
            (
                CasePage.RELEASE,
                "Take a person concerned off",
                lambda f: f.sees_all_cases and f.has_people_concerned,
            ),
        ),
    ),
    (
        "If the customer is not content",
        (
            (CasePage.ESCALATE, "Take to stage 2", _may_escalate),
            (
                CasePage.COMPLAIN,
                "Enter a complaint about the response",
                lambda f: f.kind == CaseKind.REQUEST,
            ),
            (CasePage.REOPEN, "Reopen", lambda f: not _is_open(f)),
            (CasePage.OMBUDSMAN, "The Ombudsman has it", lambda f: f.sees_all_cases and f.is_complaint),
        ),
    ),
    (
        "Learning",
        (
            (CasePage.LEARN, "Write down a lesson", _was_looked_at),
            (CasePage.THANK, THANKS_ON, _was_looked_at),
        ),
    ),
    (
        "Ending",
        (
            (
                CasePage.REFUSE,
                "Not accept it",
                lambda f: _is_open(f) and f.is_complaint and f.stage == STAGE_ONE,
            ),
            (CasePage.WITHDRAW, "The customer withdraws it", _is_open),
            (CasePage.CLOSE, "Close", lambda f: f.state == CaseState.REPLIED),
        ),
    ),
    (
        "On record",
        (
            (
                CasePage.SURVEY,
                "Record what they say about how it was handled",
                lambda f: f.waits_for_answers,
            ),
            (CasePage.HEAR, "The customer got in touch", lambda f: True),
            (CasePage.NOTE, "Add a note", lambda f: True),
            (CasePage.HOLD, "Put on legal hold", lambda f: f.sees_all_cases and not f.is_held),
            (CasePage.LIFT, "Lift the legal hold", lambda f: f.sees_all_cases and f.is_held),
            (
                CasePage.ANONYMISE,
                "Anonymise before its time",
                lambda f: f.sees_all_cases and f.state in OVER and not f.is_held,
            ),
        ),
    ),
)
"""What may be done, in groups, each with whether it may."""


def other_steps(facts: StepFacts) -> list[StepGroup]:
    """What may be done beside the next step; groups of which nothing may be done are left out."""
    if facts.is_anonymised:
        return []
    first = next_step(facts)
    found = []
    for title, rows in OFFERED:
        steps = [
            NextStep(page, words)
            for page, words, may in rows
            if may(facts) and (first is None or page != first.page)
        ]
        if steps:
            found.append(StepGroup(title, steps))
    return found
