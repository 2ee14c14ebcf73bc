"""Deciding what a case is, and not accepting it."""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse

from complaints.choices import CaseKind, CasePage, CaseStep, MessageKind, RefusalGround
from complaints.figures.case_page import decided_so_far
from complaints.figures.incidents import incidents_going_on
from complaints.forms.steps import StepForm
from complaints.forms.triaging import RefuseForm, TriageForm
from complaints.models import Case
from complaints.operations.messages import draft_message
from complaints.operations.triaging import Decided, refuse, triage
from complaints.rules.acceptance import MONTHS_TO_COMPLAIN, age_in_words
from complaints.rules.problem import Problem
from complaints.views.stepping import StepPage, in_days, step_page
from council.access import Permission, SignedInRequest, allow

PLACE_OF_REASONS = "(your reasons)"
PLACE_OF_LINK = "(the customer’s own link)"
"""Stands where only the customer reads the link that opens the case without signing in."""


class TriagePage(StepPage):
    """What a case is, by which line of the definition in force."""

    step, title, submit, form = CaseStep.TRIAGED, "Decide what it is", "Decide", TriageForm
    template = "complaints/triage.html"

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        decided = Decided(**{name: said[name] for name in ("line", "procedure", "service", "why", "told_on")})
        return triage(
            self.case,
            decided,
            expected=form.expected_version,
            handler=said["handler"] or None,
            by=self.user,
            at=self.now,
        )

    def done(self, case: Case) -> str:
        who = f"{case.handler} handles it" if case.handler else "Nobody handles it yet: give it to an officer"
        due = f", and the {case.get_due_for_display().lower()} is due by {in_days(case.due_on)}"
        return f"It is a {case.get_kind_display().lower()}. {who}{due if case.due_on else ''}."

    def shown(self, form: StepForm) -> dict[str, Any]:
        going_on = [] if self.case.incident else incidents_going_on(self.case, on=self.day)
        return {"decided": decided_so_far(self.case), "incidents": going_on}


class RefusePage(StepPage):
    """Not accepting a complaint: first what the customer will read, then the refusal itself."""

    step, title, submit, form = CaseStep.REFUSED, "Not accept it as a complaint", "Go on", RefuseForm
    template = "complaints/refuse.html"

    def blocked(self) -> Sequence[Problem]:
        if found := super().blocked():
            return found
        if self.case.kind != CaseKind.COMPLAINT:
            kind = self.case.get_kind_display().lower()
            sentence = f"This is a {kind}, and only a complaint is refused. Decide first what it is."
            return [Problem("", sentence, CasePage.TRIAGE)]
        return []

    def is_ready(self, form: StepForm) -> bool:
        return bool(self.request.POST.get("seen") == self._seen(form))

    def take(self, form: StepForm) -> Case:
        return refuse(
            self.case,
            expected=form.expected_version,
            ground=RefusalGround(form.cleaned_data["ground"]),
            why=self._reasons(form),
            by=self.user,
            at=self.now,
        )

    def done(self, case: Case) -> str:
        return "The case is not accepted. The customer is told why, and how to take this to the Ombudsman."

    def shown(self, form: StepForm) -> dict[str, Any]:
        case = self.case
        months = case.procedure.accept_months if case.procedure else MONTHS_TO_COMPLAIN
        is_read = form.is_bound and form.is_valid()
        return {
            "age": age_in_words(case.happened_on, case.received_on, months),
            "message": self._message(self._reasons(form) if is_read else PLACE_OF_REASONS),
            "seen": self._seen(form) if is_read else "",
        }

    def _reasons(self, form: StepForm) -> str:
        assert isinstance(form, RefuseForm)
        return form.reasons

    def _message(self, reasons: str) -> tuple[str, str] | None:
        return draft_message(self.case, MessageKind.REFUSED, reason=reasons, link=PLACE_OF_LINK)

    def _seen(self, form: StepForm) -> str:
        """What tells that the reader has seen these very words."""
        return hashlib.sha256(repr(self._message(self._reasons(form))).encode()).hexdigest()


@allow(Permission.HANDLE_CASES)
def case_triage(request: SignedInRequest, reference: str) -> HttpResponse:
    """Decides what a case is."""
    return step_page(request, reference, TriagePage)


@allow(Permission.HANDLE_CASES)
def case_refuse(request: SignedInRequest, reference: str) -> HttpResponse:
    """Does not accept a complaint."""
    return step_page(request, reference, RefusePage)
