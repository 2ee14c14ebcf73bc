"""What a report says follows from it: "None" wants a reason and must not contradict it, and some waits for events."""

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

from council.dates import long_date
from portfolios.choices import ImplicationAnswer, ImplicationHead
from portfolios.rules.problem import Problem

ROOM = 40
"""Letters shown on each side of the words that contradict a "None"."""

SPEAKS_OF: dict[str, str] = {
    ImplicationHead.FINANCIAL: r"£\s?\d|\bfunding\b|\bsavings?\b|\bbudgets?\b",
    ImplicationHead.LEGAL: r"\blegal (?:advice|challenge|powers?|dut(?:y|ies))\b|\bjudicial review\b|\blitigation\b",
    ImplicationHead.PERSONNEL: r"\bredundanc(?:y|ies)\b|\bTUPE\b|\brecruit(?:s|ed|ing|ment)?\b|\bposts? to be\b",
    ImplicationHead.ICT: r"\bsoftware\b|\bhardware\b|\bIT systems?\b|\bICT\b",
    ImplicationHead.COMMUNITY_SAFETY: (
        r"\bcommunity safety\b|\bcommunities safer\b|\bsafer communities\b|\bcrime\b|\banti-?social behaviour\b"
    ),
    ImplicationHead.ENVIRONMENTAL: r"\bcarbon\b|\bclimate\b|\bemissions?\b|\bpollut(?:ion|ed|ing)\b|\bbiodiversity\b",
    ImplicationHead.EQUALITY: r"\bequalit(?:y|ies)\b|\bdiscriminat(?:ion|e|ory)\b|\bprotected characteristics?\b",
}
"""Words that show that a report touches a head. Few and plain on purpose: each hit is read by a person."""


class State(StrEnum):
    """How an implication stands on a day; the words of its badge."""

    ANSWERED = "Answered"
    WAITING = "Waits"
    AWAKE = "To look at again"
    REVIEWED = "Looked at again"
    AT_REST = "At rest"


@dataclass(frozen=True)
class Event:
    """What a conditional implication waits for."""

    name: str
    happened_on: datetime.date | None = None
    did_not_happen: bool = False


@dataclass(frozen=True)
class Said:
    """What a report says under one head."""

    head: str
    answer: str
    words: str = ""
    why_none: str = ""
    event: Event | None = None
    reviewed_on: datetime.date | None = None


def state(said: Said, *, on: datetime.date) -> State:
    """Whether an implication is simply answered, waits for its event, or has come awake by it."""
    if said.answer != ImplicationAnswer.CONDITIONAL or said.event is None:
        return State.ANSWERED
    if said.event.did_not_happen:
        return State.AT_REST
    happened = said.event.happened_on
    if happened is None or happened > on:
        return State.WAITING
    if said.reviewed_on is not None and said.reviewed_on >= happened:
        return State.REVIEWED
    return State.AWAKE


def sentence(said: Said, *, on: datetime.date) -> str:
    """What there is to know of a conditional implication on a day; "" for one that is simply answered."""
    event = said.event
    if event is None:
        return ""
    happened = long_date(event.happened_on) if event.happened_on else ""
    return {
        State.ANSWERED: "",
        State.WAITING: f"It sleeps until this happens: {event.name}.",
        State.AWAKE: f"{event.name}: this happened on {happened}. Say what follows from it now.",
        State.REVIEWED: f"{event.name}: this happened on {happened}. It was looked at again afterwards.",
        State.AT_REST: f"{event.name}: this will not happen, so nothing follows.",
    }[state(said, on=on)]


def problems(said: Said, *, report: str) -> list[Problem]:
    """What is missing from an answer, or stands against the words of the report."""
    if said.answer != ImplicationAnswer.NONE:
        return []
    label = ImplicationHead(said.head).label
    found = []
    if not said.why_none.strip():
        found.append(
            Problem("why_none", f"{label}: “None” is given without a reason. Say why there are none.")
        )
    if quote := speaks_of(said.head, report):
        found.append(
            Problem("answer", f"{label}: the answer is “None”, and yet the report speaks of it: {quote}")
        )
    return found


def unanswered(heads: set[str]) -> list[Problem]:
    """The heads under which a report says nothing, each with its sentence."""
    return [
        Problem("head", f"{head.label}: the report does not say whether there are any.")
        for head in ImplicationHead
        if head not in heads
    ]


def speaks_of(head: str, text: str) -> str:
    """The place in a text that touches a head, in quotation marks with a few words around it; "" for none."""
    hit = re.search(SPEAKS_OF[head], text, re.IGNORECASE)
    if hit is None:
        return ""
    before = text[max(0, hit.start() - ROOM) : hit.start()]
    after = text[hit.end() : hit.end() + ROOM]
    if hit.start() > ROOM:
        before = "… " + before.partition(" ")[2]
    if hit.end() + ROOM < len(text):
        after = after.rpartition(" ")[0] + " …"
    return f"“{' '.join(f'{before}{hit[0]}{after}'.split())}”"
