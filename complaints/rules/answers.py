"""What a reply and an end want: each point answered, somebody new at stage 2, nothing promised and not done."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from complaints.choices import FOUND_FOR_THE_CUSTOMER, STAGE_TWO, CaseKind, CasePage, Finding
from complaints.rules.problem import Problem
from council.dates import long_date


@dataclass(frozen=True)
class PointFacts:
    """One point complained of, with what was found of it at the stage; "" while nothing was."""

    number: int
    finding: str = ""


@dataclass(frozen=True, kw_only=True)
class ReplyFacts:
    """What of a case tells whether it can be replied to."""

    kind: str
    stage: int
    waited_from: date
    """When the reply's time began: the day of the acknowledgement, or the case came in or was reopened."""
    points: Sequence[PointFacts] = ()
    replier: int | None = None
    """Who would reply."""
    answered_before: Collection[int] = ()
    """Who replied to the case, or handled it, at stage 1."""
    due_on: date | None = None
    late_why: str = ""


def reply_problems(facts: ReplyFacts, *, on: date, today: date) -> list[Problem]:
    """What keeps a reply from being sent on a day; nothing where it may go."""
    found = []
    if on < facts.waited_from:
        found.append(
            Problem("on", f"The reply cannot be before {long_date(facts.waited_from)}, when its time began.")
        )
    if on > today:
        found.append(Problem("on", "That day is still to come. Enter the day on which the reply was sent."))
    if facts.kind == CaseKind.COMPLAINT:
        found.extend(_points_to_answer(facts.points))
    if other := another_person_is_needed(facts.stage, facts.replier, facts.answered_before):
        found.append(Problem("", other, CasePage.ASSIGN))
    if facts.due_on is not None and on > facts.due_on and not facts.late_why:
        found.append(Problem("late_why", f"It was due on {long_date(facts.due_on)}. Say why it is late."))
    return found


def _points_to_answer(points: Sequence[PointFacts]) -> list[Problem]:
    if not points:
        sentence = "List what the customer complains of, point by point, and answer each."
        return [Problem("", sentence, CasePage.POINTS)]
    return [
        Problem(
            "",
            f"Point {point.number} is not answered yet. Say what was found and why.",
            CasePage.ANSWER,
            point.number,
        )
        for point in points
        if not point.finding
    ]


def another_person_is_needed(stage: int, user: int | None, answered_before: Collection[int]) -> str:
    """The sentence where stage 2 would be answered by whoever answered stage 1; "" elsewhere."""
    if stage != STAGE_TWO or user is None or user not in answered_before:
        return ""
    return "Stage 2 is looked at by somebody who did not answer at stage 1. Assign it to another officer."


def outcome_of(findings: Collection[str]) -> Finding | None:
    """What was found of a whole case: upheld where every point with a finding is, partly where any is in part.

    None where there is no point. Points without a finding of their own do not count beside others.
    """
    said = [Finding(each) for each in findings]
    judged = [each for each in said if each != Finding.NO_FINDING]
    if not judged:
        return Finding.NO_FINDING if said else None
    if all(each == Finding.UPHELD for each in judged):
        return Finding.UPHELD
    return (
        Finding.PARTLY_UPHELD
        if any(each in FOUND_FOR_THE_CUSTOMER for each in judged)
        else Finding.NOT_UPHELD
    )


def close_problems(*, kind: str, findings: Sequence[str], outstanding: int) -> list[Problem]:
    """What keeps a case from being closed; nothing where it may be."""
    found = []
    if kind == CaseKind.COMPLAINT and (not findings or not all(findings)):
        found.append(Problem("", "A complaint is closed with an outcome: answer each point first."))
    if outstanding:
        number = "1 remedy is" if outstanding == 1 else f"{outstanding} remedies are"
        found.append(
            Problem(
                "",
                f"{number} promised and not done yet. Say when each was done, or why it cannot be.",
                CasePage.SETTLE,
            )
        )
    return found
