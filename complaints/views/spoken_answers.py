"""What a customer says to an officer of how their case went: on the phone, at the counter or in a letter."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse, QueryDict

from complaints.choices import CaseStep, Channel, Fixed
from complaints.figures.survey_page import questions_asked
from complaints.forms.steps import StepForm
from complaints.forms.surveys import SpokenAnswersForm
from complaints.models import Case, SurveyRequest
from complaints.operations.surveys import record_answers
from complaints.rules.problem import Problem
from complaints.views.stepping import StepPage, step_page
from council.access import Permission, SignedInRequest, allow
from council.dates import long_date


class SurveyPage(StepPage):
    """The answers of one customer, question by question."""

    step, title = CaseStep.HEARD, "Record what they say about how it was handled"
    submit = "Record it"
    hint = "Ask each question in its own words, and record what they say, not what you think they mean."

    def __init__(self, request: SignedInRequest, case: Case) -> None:
        super().__init__(request, case)
        asked = case.survey_requests.open(on=self.day).select_related("entry", "survey")
        self.asked: SurveyRequest | None = asked.first()

    def make_form(self, data: QueryDict | None) -> StepForm:
        said = self.asked
        initial = (
            {name: getattr(said, name) for name in ("handling", "outcome", "fixed", "words")} if said else {}
        )
        asked = questions_asked(said) if said else []
        return SpokenAnswersForm(data, page=self, version=self.version, asked=asked, initial=initial)

    def blocked(self) -> Sequence[Problem]:
        if self.asked is None:
            return [
                Problem("", "The customer was not asked how this case went, or the time for answers is over.")
            ]
        return super().blocked()

    def take(self, form: StepForm) -> Case:
        assert isinstance(form, SpokenAnswersForm)
        assert self.asked is not None
        return record_answers(
            self.asked,
            form.said,
            expected=form.expected_version,
            channel=Channel(form.cleaned_data["channel"]),
            by=self.user,
            at=self.now,
        )

    def done(self, case: Case) -> str:
        said: dict[str, Any] = {} if self.asked is None else {"fixed": self.asked.fixed}
        if said.get("fixed") == Fixed.NO:
            return "It is recorded, and that it was not put right is a step of the case. Reopen it, or take it further."
        until = f" They may change it until {long_date(self.asked.answer_by)}." if self.asked else ""
        return f"What the customer says is recorded.{until}"


@allow(Permission.HANDLE_CASES)
def case_survey(request: SignedInRequest, reference: str) -> HttpResponse:
    """Records what a customer says of how their case went."""
    return step_page(request, reference, SurveyPage)
