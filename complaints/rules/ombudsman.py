"""What is wrong or missing in an Ombudsman case: dates that contradict each other, and decisions that cannot be."""

import datetime
from dataclasses import dataclass

from complaints.choices import DECIDES, FAULT_FOUND, INVESTIGATED, Code, OmbudsmanDecision
from complaints.rules.problem import Problem
from council.dates import long_date


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """What an Ombudsman decided, as it is entered."""

    decision: str
    decided_on: datetime.date
    fault: str = ""
    injustice: str = ""
    is_remedied_before: bool = False


def referral_problems(
    *, referred_on: datetime.date, received_on: datetime.date | None, on: datetime.date
) -> list[Problem]:
    """What is wrong with the day it came to the Ombudsman; `received_on` is the day our own case came in."""
    if referred_on > on:
        return [
            Problem("referred_on", f"It is {long_date(on)} today. Enter the day it came to the Ombudsman")
        ]
    if received_on is not None and referred_on < received_on:
        return [
            Problem(
                "referred_on", f"Our case came in on {long_date(received_on)}. Enter that day or a later one"
            )
        ]
    return []


def ruling_problems(
    ruling: Ruling, *, ombudsman: str, referred_on: datetime.date, on: datetime.date
) -> list[Problem]:
    """What keeps a decision from being entered; nothing where it may be."""
    found = []
    if ruling.decision not in DECIDES[Code(ombudsman)]:
        found.append(Problem("decision", "Choose a decision that this Ombudsman makes"))
    if ruling.decided_on < referred_on:
        sentence = f"It came to the Ombudsman on {long_date(referred_on)}. Enter that day or a later one"
        found.append(Problem("decided_on", sentence))
    if ruling.decided_on > on:
        found.append(Problem("decided_on", f"It is {long_date(on)} today. Enter the day it was decided"))
    if ruling.decision in FAULT_FOUND and not ruling.fault:
        found.append(Problem("fault", "Say which fault the Ombudsman found"))
    if ruling.decision not in INVESTIGATED and (ruling.fault or ruling.injustice):
        label = OmbudsmanDecision(ruling.decision).label if ruling.decision else "This"
        found.append(
            Problem("fault", f"“{label}” finds no fault. Clear the fault and injustice, or choose another")
        )
    if ruling.is_remedied_before and ruling.decision not in FAULT_FOUND:
        sentence = (
            "Only what was upheld can have been put right before. Choose that decision, or clear the box"
        )
        found.append(Problem("is_remedied_before", sentence))
    return found


def recommendation_problems(*, due_on: datetime.date, decided_on: datetime.date | None) -> list[Problem]:
    """What is wrong with the day a recommendation is due."""
    if decided_on is not None and due_on < decided_on:
        return [
            Problem("due_on", f"It was decided on {long_date(decided_on)}. Enter that day or a later one")
        ]
    return []


def settling_problems(
    *,
    done_on: datetime.date,
    reported_on: datetime.date | None,
    referred_on: datetime.date,
    on: datetime.date,
) -> list[Problem]:
    """What is wrong with the days a recommendation was carried out and the Ombudsman was told."""
    found = []
    if done_on > on:
        found.append(Problem("done_on", "That day is still to come. Enter it once it is done"))
    if done_on < referred_on:
        # It may be done before the final decision, which is often agreed on as a draft.
        sentence = f"It came to the Ombudsman on {long_date(referred_on)}. Enter that day or a later one"
        found.append(Problem("done_on", sentence))
    if reported_on is not None and reported_on > on:
        found.append(Problem("reported_on", "That day is still to come. Enter it once they are told"))
    if reported_on is not None and reported_on < done_on:
        found.append(Problem("reported_on", "They cannot have been told before it was done"))
    return found
