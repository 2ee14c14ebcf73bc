"""What a customer sees of a case behind its secret link: no name, no address, nothing that officers noted."""

import datetime
from dataclasses import dataclass

from complaints.choices import OVER, CaseState, CaseStep, ClockKind
from complaints.figures.clock_page import ShownClock, clocks_of
from complaints.models import Case, CaseEntry
from complaints.rules.standing import Standing, in_plain_words, without_names

SHOWN = (
    CaseStep.RECEIVED,
    CaseStep.TRIAGED,
    CaseStep.REFUSED,
    CaseStep.ACKNOWLEDGED,
    CaseStep.EXTENDED,
    CaseStep.PAUSED,
    CaseStep.RESUMED,
    CaseStep.REPLIED,
    CaseStep.ESCALATED,
    CaseStep.CLOSED,
    CaseStep.WITHDRAWN,
    CaseStep.REOPENED,
    CaseStep.HEARD,
    CaseStep.COMPLAINED,
)
"""The steps that a customer is told of; what officers note among themselves is not."""
IN_THEIR_WORDS = {
    CaseStep.RECEIVED: "You told us",
    CaseStep.TRIAGED: "We read it and took it on",
    CaseStep.REFUSED: "We did not take it on",
    CaseStep.ACKNOWLEDGED: "We told you what we look into",
    CaseStep.EXTENDED: "We asked for more time",
    CaseStep.PAUSED: "The time stands still",
    CaseStep.RESUMED: "The time goes on",
    CaseStep.REPLIED: "We replied",
    CaseStep.ESCALATED: "You asked us to look again",
    CaseStep.CLOSED: "We closed the case",
    CaseStep.WITHDRAWN: "You took it back",
    CaseStep.REOPENED: "We took it up again",
    CaseStep.HEARD: "You told us more",
    CaseStep.COMPLAINED: "You complained of our response",
}
OWN_WORDS = (CaseStep.HEARD,)
"""Steps whose note is what the customer said."""


@dataclass(frozen=True)
class ShownStep:
    """One step as the customer is told of it."""

    at: datetime.datetime
    words: str
    note: str = ""


@dataclass(frozen=True)
class ShownAnswer:
    """One point complained of, and what was answered to it, of each stage that was replied to."""

    words: str
    answers: list[str]


@dataclass(frozen=True)
class ShownMessage:
    """One message to the customer, without their name."""

    at: datetime.datetime
    subject: str
    body: str


@dataclass(frozen=True)
class FollowPage:
    """All that the page shows beside the case's own words."""

    standing: Standing
    subject: str
    how_far: str
    clocks: list[ShownClock]
    """Those on which the customer still waits."""
    steps: list[ShownStep]
    points: list[ShownAnswer]
    messages: list[ShownMessage]
    words: str
    wants: str
    complaints: list[Case]
    """What was complained of the response, each a case of its own."""


def follow_page(case: Case, *, on: datetime.date) -> FollowPage:
    """What the page shows on a day; eight queries."""
    entries = list(case.entries.filter(step__in=SHOWN))
    clocks = clocks_of(case, on=on)
    complaints = list(case.led_to.order_by("pk"))
    standing = standing_of(case, clocks, complaints)
    names = [case.customer.name, case.representative.name if case.representative else ""]
    replied = {each.stage for each in entries if each.step == CaseStep.REPLIED}
    return FollowPage(
        standing=standing,
        subject=without_names(case.subject, names),
        how_far=in_plain_words(standing),
        clocks=[each for each in clocks if each.is_running],
        steps=[_step(each, names) for each in entries],
        points=_points(case, replied, names),
        messages=[
            ShownMessage(each.written_at, without_names(each.subject, names), without_names(each.body, names))
            for each in case.messages.order_by("-written_at", "-pk")
        ],
        words=without_names(case.words, names),
        wants=without_names(case.wants, names),
        complaints=complaints,
    )


def standing_of(case: Case, clocks: list[ShownClock], complaints: list[Case]) -> Standing:
    """How far the case is, from its clocks and from what was complained of the response."""
    waits = any(
        each.is_running and each.clock.kind == ClockKind.ACKNOWLEDGEMENT and each.clock.stage == case.stage
        for each in clocks
    )
    return Standing(
        kind=case.kind,
        state=case.state,
        stage=case.stage,
        is_acknowledged=case.state != CaseState.WAITING and not waits,
        has_stage_two=case.procedure is not None and case.procedure.has_stage_two,
        has_complained=any(each.state not in OVER for each in complaints),
    )


def _step(entry: CaseEntry, names: list[str]) -> ShownStep:
    return ShownStep(
        entry.at,
        IN_THEIR_WORDS[CaseStep(entry.step)],
        without_names(entry.note, names) if entry.step in OWN_WORDS else "",
    )


def _points(case: Case, replied: set[int], names: list[str]) -> list[ShownAnswer]:
    """The points with their answers; none while nothing was replied."""
    if not replied:
        return []
    return [
        ShownAnswer(
            without_names(point.words, names),
            [
                f"{each.get_finding_display()}. {without_names(each.words, names)}"
                for each in point.answers.all()
                if each.stage in replied
            ],
        )
        for point in case.points.prefetch_related("answers")
    ]
