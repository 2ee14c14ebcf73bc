"""What is learned from a case, and passing its thanks on: two steps of a case."""

from django.http import HttpResponse

from complaints.choices import CaseStep
from complaints.forms.learning import LearnForm, ThankForm
from complaints.forms.steps import StepForm
from complaints.models import Case
from complaints.operations.lessons import learn_from
from complaints.operations.thanks import PassedOn, pass_on
from complaints.views.stepping import StepPage, step_page
from council.access import Permission, SignedInRequest, allow


class LearnPage(StepPage):
    """A lesson, new or there already."""

    step, title, submit, form = CaseStep.LEARNED, "Write down a lesson", "Keep the lesson", LearnForm
    template = "complaints/learn.html"
    hint = (
        "What the council should do differently, or go on doing, for everybody (Complaint Handling Code, 9.1). Choose "
        "a lesson that is there already where it fits, so that what happens again shows."
    )

    def take(self, form: StepForm) -> Case:
        assert isinstance(form, LearnForm)
        learn_from(self.case, form.chosen, expected=form.expected_version, by=self.user, at=self.now)
        return self.case

    def done(self, case: Case) -> str:
        return "The lesson is kept with this case. Open it below to say what is done about it."


class ThankPage(StepPage):
    """Thanks for somebody, who hears of them."""

    step, title, submit, form = CaseStep.PASSED_ON, "Pass the thanks on", "Pass them on", ThankForm
    template = "complaints/thank.html"
    hint = (
        "Whoever is thanked reads the words under “Thanks”, and is told by e-mail that they are there. For several "
        "people, take this step once for each."
    )

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        passed = PassedOn(
            words=said["words"],
            deed=said["deed"],
            people=[said["person"]] if said["person"] else [],
            post=said["post"],
            service=said["service"],
        )
        rows = pass_on(
            self.case,
            passed,
            tell_customer=said["tell"],
            expected=form.expected_version,
            by=self.user,
            at=self.now,
        )
        self.names = " and ".join(each.recipient for each in rows)
        return self.case

    def done(self, case: Case) -> str:
        return f"The thanks are passed on to {self.names}."


@allow(Permission.HANDLE_CASES)
def case_learn(request: SignedInRequest, reference: str) -> HttpResponse:
    """Keeps what is learned from a case."""
    return step_page(request, reference, LearnPage)


@allow(Permission.HANDLE_CASES)
def case_thank(request: SignedInRequest, reference: str) -> HttpResponse:
    """Passes on the thanks in a case."""
    return step_page(request, reference, ThankPage)
