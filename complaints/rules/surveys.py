"""Asking customers how their case went: of which ending, which questions, and how the asking stands. Pure."""

import datetime
from collections.abc import Sequence

from complaints.choices import (
    STAGE_TWO,
    Asked,
    CaseKind,
    CaseStep,
    Ending,
    Fixed,
    NotAsked,
    Satisfaction,
    SurveyQuestion,
)

CHOICES: dict[SurveyQuestion, tuple[type[Satisfaction] | type[Fixed], ...]] = {
    SurveyQuestion.HANDLING: (Satisfaction,),
    SurveyQuestion.OUTCOME: (Satisfaction,),
    SurveyQuestion.FIXED: (Fixed,),
    SurveyQuestion.WORDS: (),
}
WITH_A_REPLY = (Ending.REPLY, Ending.STAGE_ONE, Ending.STAGE_TWO)


def ending_of(kind: str, step: str, stage: int) -> Ending:
    """How a case of the kind ended by a step at a stage. ValueError for a step that ends nothing."""
    if step == CaseStep.REFUSED:
        return Ending.REFUSED
    if step == CaseStep.WITHDRAWN:
        return Ending.WITHDRAWN
    if step != CaseStep.REPLIED:
        raise ValueError(f"“{CaseStep(step).label}” ends no case.")
    if kind == CaseKind.REQUEST:
        return Ending.REPLY
    return Ending.STAGE_TWO if stage == STAGE_TWO else Ending.STAGE_ONE


def questions_of(ending: Ending) -> tuple[SurveyQuestion, ...]:
    """The questions with buttons, in their order; whether it was put right is asked only of who got a reply."""
    both = (SurveyQuestion.HANDLING, SurveyQuestion.OUTCOME)
    return (*both, SurveyQuestion.FIXED) if ending in WITH_A_REPLY else both


def said_of(question: SurveyQuestion) -> Sequence[tuple[str, str]]:
    """What may be said to a question: values with their words; none where people use their own."""
    return [(each.value, str(each.label)) for kind in CHOICES[question] for each in kind]


def how_asked(
    *,
    has_request: bool,
    not_asked: str = "",
    could_not_be_sent: bool = False,
    is_answered: bool = False,
    went_on: bool = False,
    is_early: bool = False,
) -> Asked:
    """How the asking about one ending stands; exactly one holds of each.

    `went_on` is whether the case is open again, `is_early` whether it is still going to be asked about.
    """
    if is_answered:
        return Asked.ANSWERED
    if not_asked:
        return Asked.UNREACHED if not_asked == NotAsked.NO_WAY else Asked(not_asked)
    if has_request:
        return Asked.UNREACHED if could_not_be_sent else Asked.UNANSWERED
    if went_on:
        return Asked.MOVED_ON
    return Asked.TOO_EARLY if is_early else Asked.NO_SURVEY


def first_day_asked_about(
    on: datetime.date, *, live_since: datetime.date, after: int, late_after: int
) -> datetime.date:
    """The first day whose endings are asked about on a day: since the survey began, and none that is long past.

    `after` days lie between an ending and the asking; one found over `late_after` days too late is not asked about.
    """
    wait = datetime.timedelta(days=after)
    return max(live_since - wait, on - wait - datetime.timedelta(days=late_after))
