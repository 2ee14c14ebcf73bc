"""Taking more time over a reply, and letting its clock stand still."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse

from complaints.choices import CasePage, CaseStep, ClockKind
from complaints.forms.clocks import ExtendForm, PauseForm, ResumeForm
from complaints.forms.steps import StepForm
from complaints.models import Case, Clock
from complaints.operations.clocks import extend, longest_extension, pause, resume, running
from complaints.rules.clocks import beyond_the_cap
from complaints.rules.problem import Problem
from complaints.views.stepping import StepPage, in_days, step_page
from council.access import Permission, SignedInRequest, allow

NOTHING_TO_WAIT_FOR = "Acknowledge the case first: the time for the reply is counted from that day."
NO_PAUSE = "This procedure allows no pause. Extend the time, or reply by the day it is due."


class ClockPage(StepPage):
    """A step that is about the clock of the reply."""

    template = "complaints/more_time.html"

    def __init__(self, request: SignedInRequest, case: Case) -> None:
        super().__init__(request, case)
        self.clock: Clock | None = running(case, ClockKind.REPLY)

    def blocked(self) -> Sequence[Problem]:
        if found := super().blocked():
            return found
        return [] if self.clock else [Problem("", NOTHING_TO_WAIT_FOR, CasePage.ACKNOWLEDGE)]

    @property
    def is_paused(self) -> bool:
        """Whether the clock stands still; of one that runs."""
        return self.clock is not None and self.clock.due_on is None

    def shown(self, form: StepForm) -> dict[str, Any]:
        procedure = self.case.procedure
        return {
            "due": in_days(self.clock.due_on if self.clock else None),
            "left": longest_extension(self.case),
            "longest": procedure.extension(self.case.stage) if procedure else 0,
            "procedure": procedure,
        }


class ExtendPage(ClockPage):
    """More time, within the cap; each choice says the day that follows."""

    step, title, submit, form = CaseStep.EXTENDED, "Take more time", "Take this time", ExtendForm

    def blocked(self) -> Sequence[Problem]:
        if found := super().blocked():
            return found
        if self.is_paused:
            sentence = "The clock is paused, so no day can be told. Let it go on first."
            return [Problem("", sentence, CasePage.RESUME)]
        procedure = self.case.procedure
        longest = procedure.extension(self.case.stage) if procedure else 0
        left = longest_extension(self.case)
        return [] if left else [Problem("", beyond_the_cap(1, had=longest, longest=longest))]

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        return extend(
            self.case,
            expected=form.expected_version,
            working_days=said["working_days"],
            why=said["why"],
            told_on=said["told_on"],
            by=self.user,
            at=self.now,
        )

    def done(self, case: Case) -> str:
        due = in_days(case.due_on)
        return f"The reply is now due by {due}. The customer is told why, and of the Ombudsman."


class PausePage(ClockPage):
    """The clock stands still, where the procedure allows it."""

    step, title, submit, form = CaseStep.PAUSED, "Pause the clock", "Pause it", PauseForm

    def blocked(self) -> Sequence[Problem]:
        if self.case.procedure is None or not self.case.procedure.may_pause:
            return [Problem("", NO_PAUSE, CasePage.EXTEND)]
        if found := super().blocked():
            return found
        sentence = "The clock is paused already. Let it go on first."
        return [Problem("", sentence, CasePage.RESUME)] if self.is_paused else []

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        return pause(
            self.case,
            expected=form.expected_version,
            why=said["why"],
            since=said["since"],
            by=self.user,
            at=self.now,
        )

    def done(self, case: Case) -> str:
        return (
            "The clock stands still, and no day is due. Let it go on as soon as what you wait for has come."
        )


class ResumePage(ClockPage):
    """A paused clock goes on."""

    step, title, submit, form = CaseStep.RESUMED, "Let the clock go on", "Let it go on", ResumeForm

    def blocked(self) -> Sequence[Problem]:
        if found := super().blocked():
            return found
        return [] if self.is_paused else [Problem("", "The clock is not paused, so it goes on by itself.")]

    def take(self, form: StepForm) -> Case:
        said = form.cleaned_data
        return resume(
            self.case,
            expected=form.expected_version,
            until=said["until"],
            note=said["note"],
            by=self.user,
            at=self.now,
        )

    def done(self, case: Case) -> str:
        return f"The clock goes on. The reply is due by {in_days(case.due_on)}."


@allow(Permission.HANDLE_CASES)
def case_extend(request: SignedInRequest, reference: str) -> HttpResponse:
    """Takes more time over the reply."""
    return step_page(request, reference, ExtendPage)


@allow(Permission.HANDLE_CASES)
def case_pause(request: SignedInRequest, reference: str) -> HttpResponse:
    """Pauses the clock of the reply."""
    return step_page(request, reference, PausePage)


@allow(Permission.HANDLE_CASES)
def case_resume(request: SignedInRequest, reference: str) -> HttpResponse:
    """Lets a paused clock go on."""
    return step_page(request, reference, ResumePage)
