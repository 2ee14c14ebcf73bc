"""Who has a case: its officer, its service, and whom it is about."""

from collections.abc import Sequence

from django.http import HttpResponse

from complaints.choices import CasePage, CaseStep
from complaints.forms.people import AssignForm, ConcernForm, MoveForm, ReleaseForm
from complaints.forms.steps import StepForm
from complaints.models import Case
from complaints.operations.answering import assign
from complaints.operations.handing_over import move, name_person_concerned, take_off_person_concerned
from complaints.rules.problem import Problem
from complaints.views.stepping import StepPage, in_days, step_page
from council.access import Permission, SignedInRequest, allow, may


class AssignPage(StepPage):
    """Which officer handles a case."""

    step, title, submit, form = CaseStep.ASSIGNED, "Give it to an officer", "Give it to them", AssignForm

    def blocked(self) -> Sequence[Problem]:
        if found := super().blocked():
            return found
        if self.case.service is None and not may(self.user, Permission.SEE_ALL_CASES):
            return [Problem("", "No service is named yet. Decide first what it is.", CasePage.TRIAGE)]
        return []

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        return assign(
            self.case,
            handler=said["handler"],
            note=said["note"],
            expected=form.expected_version,
            by=self.user,
            at=self.now,
        )

    def done(self, case: Case) -> str:
        due = f" The {case.get_due_for_display().lower()} is due by {in_days(case.due_on)}."
        return f"{case.handler} handles it now.{due if case.due_on else ''}"


class MovePage(StepPage):
    """To which service a case belongs."""

    step, title, submit, form = CaseStep.MOVED, "Move to another service", "Move it", MoveForm
    hint = (
        "The officers of the other service see it from then on, and nobody handles it until one is chosen. "
        "Its clocks go on."
    )

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        return move(
            self.case,
            service=said["service"],
            why=said["why"],
            expected=form.expected_version,
            by=self.user,
            at=self.now,
        )

    def done(self, case: Case) -> str:
        return f"Case {case.reference} is with {case.service} now. One of its officers is to be chosen next."


class ConcernPage(StepPage):
    """Naming somebody of the council whom a case is about."""

    step, title, submit, form = CaseStep.NOTED, "Name a person concerned", "Name them", ConcernForm
    hint = (
        "Somebody of the council whom the case is about, or who made it as a resident. They cannot open it from "
        "then on, and do not handle it any more."
    )

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        named = name_person_concerned(
            self.case,
            said["person"],
            why=said["why"],
            expected=form.expected_version,
            by=self.user,
            at=self.now,
        )
        return named.case

    def done(self, case: Case) -> str:
        return f"They cannot open case {case.reference} any more." + (
            "" if case.handler_id else " Nobody handles it now: give it to an officer."
        )


class ReleasePage(StepPage):
    """Saying that a case is not about somebody after all."""

    step, title, submit, form = CaseStep.NOTED, "Take a person concerned off", "Take them off", ReleaseForm

    def blocked(self) -> Sequence[Problem]:
        if self.case.people_concerned.exists():
            return []
        return [Problem("", "Nobody is named as concerned by this case.", CasePage.CONCERN)]

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        return take_off_person_concerned(
            self.case,
            said["named"],
            why=said["why"],
            expected=form.expected_version,
            by=self.user,
            at=self.now,
        )

    def done(self, case: Case) -> str:
        return "They are not named any more, and may open the case if their work lets them."


@allow(Permission.HANDLE_CASES)
def case_assign(request: SignedInRequest, reference: str) -> HttpResponse:
    """Gives a case to an officer."""
    return step_page(request, reference, AssignPage)


@allow(Permission.HANDLE_CASES)
def case_move(request: SignedInRequest, reference: str) -> HttpResponse:
    """Moves a case to another service."""
    return step_page(request, reference, MovePage)


@allow(Permission.SEE_ALL_CASES)
def case_concern(request: SignedInRequest, reference: str) -> HttpResponse:
    """Names somebody whom a case is about."""
    return step_page(request, reference, ConcernPage)


@allow(Permission.SEE_ALL_CASES)
def case_release(request: SignedInRequest, reference: str) -> HttpResponse:
    """Takes off somebody whom a case is not about."""
    return step_page(request, reference, ReleasePage)
