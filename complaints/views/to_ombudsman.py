"""That an Ombudsman has a case of ours, entered on its page."""

from typing import Any

from django.http import HttpResponse

from complaints.choices import CaseStep
from complaints.forms.ombudsman import CaseToOmbudsmanForm
from complaints.models import Case
from complaints.operations.ombudsman import enter_referral
from complaints.views.stepping import StepPage, step_page
from council.access import Permission, SignedInRequest, allow


class OmbudsmanPage(StepPage):
    """Entering that the customer went to an Ombudsman."""

    step, title, submit, form = (
        CaseStep.NOTED,
        "The Ombudsman has it",
        "Enter it",
        CaseToOmbudsmanForm,
    )
    hint = "Enter what the Ombudsman wrote. Their decision and what they recommend are followed on a page of its own."

    def take(self, form: Any) -> Case:
        referral = form.referral(self.case, self.case.service)
        enter_referral(referral, case_version=form.expected_version, by=self.user, at=self.now)
        return self.case

    def done(self, case: Case) -> str:
        return "It is entered. Follow it under “The Ombudsman” on this page."


@allow(Permission.SEE_ALL_CASES)
def case_ombudsman(request: SignedInRequest, reference: str) -> HttpResponse:
    """Enters that an Ombudsman has the case."""
    return step_page(request, reference, OmbudsmanPage)
