"""What the pages of a survey show: which question comes next, what was said, and what officers see of it on a case."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from complaints.choices import NOT_PUT_RIGHT, Asked, Ending, Satisfaction, SurveyQuestion
from complaints.models import Case, SurveyRequest
from complaints.rules.surveys import ending_of, how_asked, questions_of, said_of

DISPLEASED = (Satisfaction.DISSATISFIED, Satisfaction.VERY_DISSATISFIED)
PUT_RIGHT = {
    Ending.REPLY: "Was it put right?",
    Ending.STAGE_ONE: "Was it put right?",
    Ending.STAGE_TWO: "Was it put right?",
}


@dataclass(frozen=True)
class AskedQuestion:
    """One question with what may be said to it, and what was said last."""

    question: SurveyQuestion
    asks: str
    choices: Sequence[tuple[str, str]]
    said: str

    @property
    def told(self) -> str:
        """What was said, in words; "" where nothing was."""
        return dict(self.choices).get(self.said, "")


@dataclass(frozen=True)
class ShownRequest:
    """What a customer said of one ending of their case, as officers see it; or how the asking stands."""

    request: SurveyRequest
    ending: Ending
    stands: Asked

    def waits(self, on: datetime.date) -> bool:
        """Whether nothing was said, and still may be on the day."""
        asked = not self.request.not_asked and self.request.answered_at is None
        return asked and on <= self.request.answer_by


def questions_asked(request: SurveyRequest) -> list[AskedQuestion]:
    """The questions with buttons, in their order."""
    ending = ending_of(request.case.kind, request.entry.step, request.entry.stage)
    asks = {
        SurveyQuestion.HANDLING: request.survey.handling_question,
        SurveyQuestion.OUTCOME: request.survey.outcome_question,
        SurveyQuestion.FIXED: PUT_RIGHT.get(ending, ""),
    }
    return [
        AskedQuestion(each, asks[each], said_of(each), getattr(request, each.value))
        for each in questions_of(ending)
    ]


def is_displeased(request: SurveyRequest) -> bool:
    """Whether what was said calls for a way on: not put right, or not satisfied with how it was handled or ended."""
    return request.fixed in NOT_PUT_RIGHT or request.handling in DISPLEASED or request.outcome in DISPLEASED


def said_of_case(case: Case) -> list[ShownRequest]:
    """What the customer said of each ending of a case, the newest first; one query."""
    rows = case.survey_requests.select_related("entry", "message", "taken_by", "survey")
    return [
        ShownRequest(
            each,
            ending_of(case.kind, each.entry.step, each.entry.stage),
            how_asked(
                has_request=True,
                not_asked=each.not_asked,
                could_not_be_sent=each.message is not None and each.message.given_up,
                is_answered=each.answered_at is not None,
            ),
        )
        for each in rows
    ]
