"""How far a case is, in the words in which the customer is told. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from complaints.choices import OPEN_STATES, STAGE_ONE, STAGE_TWO, CaseKind, CaseState

_GREETING = re.compile(r"^[ \t]*Dear\b[^\n]*", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What of a case tells how far it is."""

    kind: str
    state: str
    stage: int
    is_acknowledged: bool
    """Whether the acknowledgement of the stage was sent."""
    has_stage_two: bool
    has_complained: bool = False
    """Whether the customer complained of the response already, and that is not over."""


def in_plain_words(case: Standing) -> str:
    """One or two sentences on how far it is."""
    if case.state == CaseState.WAITING:
        return "We have it. Somebody will read it and decide who deals with it."
    if case.state == CaseState.IN_HAND:
        return _in_hand(case)
    if case.state in (CaseState.REPLIED, CaseState.CLOSED):
        ended = " The case is closed." if case.state == CaseState.CLOSED else ""
        return f"We have replied. Our reply is below.{ended}"
    if case.state == CaseState.REFUSED:
        return "We did not take it on as a complaint. The reasons are below, and where you can take them."
    return "You took it back, so we have stopped."


def _in_hand(case: Standing) -> str:
    if case.stage == STAGE_TWO:
        by = "Somebody who did not answer you before"
        return f"{by} is looking at it again." if case.is_acknowledged else f"{by} will look at it again."
    if case.kind == CaseKind.COMPLAINT:
        return (
            "We are looking into it."
            if case.is_acknowledged
            else "We have taken it on and will look into it."
        )
    return "Somebody is dealing with it."


def may_ask_for_stage_two(case: Standing) -> bool:
    """Whether the customer may have it looked at again: after the reply to a complaint, without a reason."""
    replied = case.state in (CaseState.REPLIED, CaseState.CLOSED)
    return case.kind == CaseKind.COMPLAINT and replied and case.stage == STAGE_ONE and case.has_stage_two


def may_complain_of_it(case: Standing) -> bool:
    """Whether the customer may complain of the response: to a request, even while it is dealt with (Code, 1.7)."""
    is_handled = case.state not in (CaseState.WAITING, CaseState.WITHDRAWN)
    return case.kind == CaseKind.REQUEST and is_handled and not case.has_complained


def may_say_it_was_not_fixed(case: Standing) -> bool:
    """Whether the customer may have a request taken up again."""
    return case.kind == CaseKind.REQUEST and case.state in (CaseState.REPLIED, CaseState.CLOSED)


def ombudsman_is_next(case: Standing) -> bool:
    """Whether the ombudsman is whom the customer may go to: refused, or replied to at the last stage."""
    if case.kind == CaseKind.COMPLAINT and case.state in (CaseState.REPLIED, CaseState.CLOSED):
        return not may_ask_for_stage_two(case)
    return case.state == CaseState.REFUSED


def is_waited_for(state: str) -> bool:
    """Whether the customer waits for the council."""
    return state in OPEN_STATES


def without_names(text: str, names: Iterable[str]) -> str:
    """The text with “customer” for each of the names, and in every greeting, so that a page shows nobody's."""
    text = _GREETING.sub("Dear customer,", text)
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "customer", text, flags=re.IGNORECASE)
    return text
