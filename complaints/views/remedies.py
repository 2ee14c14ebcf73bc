"""What is promised to put things right, and what became of it."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse

from complaints.choices import OVER, CasePage, CaseStep
from complaints.forms.remedies import RemedyForm, SettleForm
from complaints.forms.steps import StepForm
from complaints.models import Case, Remedy
from complaints.operations.ending import promise_remedy, settle_remedy
from complaints.operations.steps import NotNow
from complaints.rules.problem import Problem
from complaints.views.stepping import StepPage, in_days, step_page
from council.access import Permission, SignedInRequest, allow
from council.dates import long_date
from council.forms.asking import LARGEST_KEY


class PromisePage(StepPage):
    """A remedy: what, by whom and by when."""

    step, title, submit, form = CaseStep.NOTED, "Promise a remedy", "Promise it", RemedyForm
    hint = (
        "Promise only what the council can do. It is followed until it is done, and the case is not closed before "
        "(Complaint Handling Code, 7.1 to 7.4)."
    )

    def blocked(self) -> Sequence[Problem]:
        if self.case.state not in OVER:
            return []
        follows = "so nothing more is promised in it. Reopen it first."
        return [Problem("", str(NotNow(self.case, self.step, follows)), CasePage.REOPEN)]

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        names = ("kind", "what", "owner", "due_on", "amount")
        remedy = Remedy(case=self.case, **{name: said[name] for name in names})
        promise_remedy(remedy, expected=form.expected_version, by=self.user, at=self.now)
        self.remedy = remedy
        return self.case

    def done(self, case: Case) -> str:
        return (
            f"The {self.remedy.owner} sees to it by {in_days(self.remedy.due_on)}. Say here when it is done."
        )


class SettlePage(StepPage):
    """What became of a remedy."""

    step, title, submit, form = CaseStep.NOTED, "What became of the remedy", "Save", SettleForm
    template = "complaints/settle.html"

    def __init__(self, request: SignedInRequest, case: Case, *, number: int) -> None:
        super().__init__(request, case)
        rows = case.remedies.select_related("owner")
        found = rows.filter(pk=number).first() if number <= LARGEST_KEY else None
        if found is None:
            raise Http404("There is no such remedy.")
        self.remedy: Remedy = found
        self.remedy.case = case

    @property
    def version(self) -> int:
        return self.remedy.version

    def blocked(self) -> Sequence[Problem]:
        row = self.remedy
        if row.done_on is not None:
            return [Problem("", f"This was done on {long_date(row.done_on)}.")]
        if row.given_up_on is not None:
            return [Problem("", f"This could not be done: {row.given_up_why}")]
        return []

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        settle_remedy(
            self.remedy,
            expected=form.expected_version,
            done_on=said["done_on"],
            given_up_why=said["given_up_why"],
            by=self.user,
            at=self.now,
        )
        return self.case

    def done(self, case: Case) -> str:
        outstanding = case.remedies.outstanding().count()
        if outstanding:
            number = "1 remedy is" if outstanding == 1 else f"{outstanding} remedies are"
            return f"That is on record. {number} still promised."
        return "That is on record. Nothing promised is outstanding."

    def shown(self, form: StepForm) -> dict[str, Any]:
        return {"remedy": self.remedy}


@allow(Permission.HANDLE_CASES)
def case_promise(request: SignedInRequest, reference: str) -> HttpResponse:
    """Promises a remedy."""
    return step_page(request, reference, PromisePage)


@allow(Permission.HANDLE_CASES)
def case_settle(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Says what became of a remedy."""
    return step_page(request, reference, SettlePage, number=number)
