"""How a case ends, begins again or leads to another; and notes on it."""

from collections.abc import Sequence

from django.http import HttpResponse

from complaints.choices import STAGE_ONE, CaseKind, CasePage, CaseStep, Channel
from complaints.figures.answers import findings_of
from complaints.forms.ending import CloseForm, ComplainForm, NoteForm, ReopenForm, WithdrawForm
from complaints.forms.people import EscalateForm
from complaints.forms.steps import StepForm
from complaints.models import Case
from complaints.operations.answering import escalate
from complaints.operations.ending import close, reopen, withdraw
from complaints.operations.handing_over import add_note
from complaints.operations.receiving import Told
from complaints.operations.triaging import complain_of_response
from complaints.rules.answers import close_problems
from complaints.rules.problem import Problem
from complaints.views.stepping import StepPage, in_days, step_page
from council.access import Permission, SignedInRequest, allow


class EscalatePage(StepPage):
    """Stage 2, because the customer asks for it."""

    step, title, submit, form = CaseStep.ESCALATED, "Take to stage 2", "Take it to stage 2", EscalateForm
    hint = "Somebody who did not answer at stage 1 looks at all of it again."

    def blocked(self) -> Sequence[Problem]:
        case = self.case
        has_stage_two = case.procedure is not None and case.procedure.has_stage_two
        if case.kind != CaseKind.COMPLAINT or not has_stage_two or case.stage != STAGE_ONE:
            return [Problem("", "There is no further stage. The customer may go to the Ombudsman.")]
        return super().blocked()

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        return escalate(
            self.case,
            expected=form.expected_version,
            why=said["why"],
            handler=said["handler"],
            on=said["on"],
            by=self.user,
            at=self.now,
        )

    def done(self, case: Case) -> str:
        who = f"{case.handler} looks at it again" if case.handler else "Give it to another officer next"
        return f"The complaint is at stage 2, to be acknowledged by {in_days(case.due_on)}. {who}."


class ComplainPage(StepPage):
    """A complaint of its own about the response to a request; work on the request goes on."""

    step, title = CaseStep.COMPLAINED, "Enter a complaint about the response"
    submit, form = "Enter the complaint", ComplainForm
    hint = (
        "A request becomes a complaint when the customer is dissatisfied with the response. It is a case of its "
        "own, counted from today, and work on the request goes on (Complaint Handling Code, 1.7)."
    )

    def blocked(self) -> Sequence[Problem]:
        if self.case.kind == CaseKind.REQUEST:
            return []
        kind = self.case.get_kind_display().lower()
        return [
            Problem("", f"This is a {kind}. Only the response to a service request is complained of here.")
        ]

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        told = Told(
            kind=CaseKind.COMPLAINT,
            channel=Channel(said["channel"]),
            customer=self.case.customer,
            subject=said["subject"],
            words=said["words"],
            wants=said["wants"],
            sent_as=said["sent_as"],
        )
        return complain_of_response(
            self.case, told, expected=form.expected_version, by=self.user, at=self.now
        )

    def done(self, case: Case) -> str:
        return f"Complaint {case.reference} is entered and waits for triage. Work on {self.case.reference} goes on."


class WithdrawPage(StepPage):
    """The customer takes it back."""

    step, title, submit, form = CaseStep.WITHDRAWN, "The customer withdraws it", "End the case", WithdrawForm
    hint = "What was late by now stays late in the figures."

    def take(self, form: StepForm) -> Case:
        why, expected = form.cleaned_data["why"], form.expected_version
        return withdraw(self.case, expected=expected, why=why, by=self.user, at=self.now)

    def done(self, case: Case) -> str:
        return (
            "The case is withdrawn, and nothing more is due. It can be reopened if the customer comes back."
        )


class ClosePage(StepPage):
    """Nothing more is to be done."""

    step, title, submit, form = CaseStep.CLOSED, "Close the case", "Close it", CloseForm

    def blocked(self) -> Sequence[Problem]:
        if found := super().blocked():
            return found
        outstanding = self.case.remedies.outstanding().order_by("due_on", "pk").values_list("pk", flat=True)
        problems = close_problems(
            kind=self.case.kind, findings=findings_of(self.case), outstanding=len(outstanding)
        )
        first = next(iter(outstanding), None)
        return [
            Problem(each.field, each.sentence, each.mend, first if each.mend == CasePage.SETTLE else None)
            for each in problems
        ]

    def take(self, form: StepForm) -> Case:
        note, expected = form.cleaned_data["note"], form.expected_version
        return close(self.case, expected=expected, note=note, by=self.user, at=self.now)

    def done(self, case: Case) -> str:
        return "The case is closed. A customer who is not content may still come back."


class ReopenPage(StepPage):
    """Taken up again."""

    step, title, submit, form = CaseStep.REOPENED, "Reopen", "Reopen it", ReopenForm
    hint = "The time for a reply begins anew today."

    def take(self, form: StepForm) -> Case:
        why, expected = form.cleaned_data["why"], form.expected_version
        return reopen(self.case, expected=expected, why=why, by=self.user, at=self.now)

    def done(self, case: Case) -> str:
        due = f" A reply is due by {in_days(case.due_on)}." if case.due_on else ""
        return f"The case is in hand again.{due}"


class NotePage(StepPage):
    """Something to keep with the case."""

    step, title, submit, form = CaseStep.NOTED, "Add a note", "Add the note", NoteForm

    def take(self, form: StepForm) -> Case:
        words, expected = form.cleaned_data["words"], form.expected_version
        return add_note(self.case, words, expected=expected, by=self.user, at=self.now)

    def done(self, case: Case) -> str:
        return "The note is with the case. Nothing was sent to the customer."


@allow(Permission.HANDLE_CASES)
def case_escalate(request: SignedInRequest, reference: str) -> HttpResponse:
    """Takes a complaint to stage 2."""
    return step_page(request, reference, EscalatePage)


@allow(Permission.HANDLE_CASES)
def case_complain(request: SignedInRequest, reference: str) -> HttpResponse:
    """Enters a complaint about the response to a request."""
    return step_page(request, reference, ComplainPage)


@allow(Permission.HANDLE_CASES)
def case_withdraw(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ends a case that the customer takes back."""
    return step_page(request, reference, WithdrawPage)


@allow(Permission.HANDLE_CASES)
def case_close(request: SignedInRequest, reference: str) -> HttpResponse:
    """Closes a case."""
    return step_page(request, reference, ClosePage)


@allow(Permission.HANDLE_CASES)
def case_reopen(request: SignedInRequest, reference: str) -> HttpResponse:
    """Takes a case up again."""
    return step_page(request, reference, ReopenPage)


@allow(Permission.HANDLE_CASES)
def case_note(request: SignedInRequest, reference: str) -> HttpResponse:
    """Keeps a note with a case."""
    return step_page(request, reference, NotePage)
