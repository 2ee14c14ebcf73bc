"""How long a case is kept: put on legal hold, the hold lifted, and anonymised before its time."""

from collections.abc import Sequence
from functools import cached_property

from django.http import HttpResponse

from complaints.choices import CasePage, CaseStep
from complaints.figures.families import family_of, lasting_of, rule_months
from complaints.forms.keeping import AnonymiseForm, HoldForm, LiftForm
from complaints.forms.steps import StepForm
from complaints.models import Case, LegalHold
from complaints.operations.anonymising import anonymise
from complaints.operations.holds import hold_case, lift_hold
from complaints.rules.problem import Problem
from complaints.rules.retention import Kept, keeps_whatever_the_day
from complaints.views.stepping import StepPage, step_page
from council.access import Permission, SignedInRequest, allow


class HoldPage(StepPage):
    """That a case is kept whatever its time."""

    step, title, submit = CaseStep.NOTED, "Put on legal hold", "Put it on hold"
    form: type[StepForm] = HoldForm
    hint = "It is not anonymised while it is on hold, nor is any case that it arose from or led to."

    @cached_property
    def hold(self) -> LegalHold | None:
        """The hold in force on the case."""
        return LegalHold.objects.in_force().filter(case=self.case).first()

    def blocked(self) -> Sequence[Problem]:
        if self.hold is not None:
            return [Problem("", "It is on legal hold already.", CasePage.LIFT)]
        return super().blocked()

    def take(self, form: StepForm) -> Case:
        why, expected = form.cleaned_data["why"], form.expected_version
        hold = hold_case(self.case, why=why, expected=expected, by=self.user, at=self.now)
        return hold.case or self.case

    def done(self, case: Case) -> str:
        return f"Case {case.reference} is kept until the hold is lifted."


class LiftPage(HoldPage):
    """That nothing keeps a case any more but its time."""

    title, submit, form = "Lift the legal hold", "Lift the hold", LiftForm
    hint = "From then on it is kept as long as its retention rule says: if that is over, the next run anonymises it."

    def blocked(self) -> Sequence[Problem]:
        if self.hold is None:
            return [Problem("", "It is not on legal hold.", CasePage.HOLD)]
        return StepPage.blocked(self)

    def take(self, form: StepForm) -> Case:
        if self.hold is not None:
            why, expected = form.cleaned_data["why"], form.expected_version
            lift_hold(self.hold, why=why, expected=expected, by=self.user, at=self.now)
        return self.case

    def done(self, case: Case) -> str:
        return f"The hold on case {case.reference} is lifted."


class AnonymisePage(StepPage):
    """That what is personal goes before its time, because the customer asked for it."""

    step, title, submit, form = (
        CaseStep.ANONYMISED,
        "Anonymise before its time",
        "Anonymise it",
        AnonymiseForm,
    )
    hint = (
        "For a customer who asks to be forgotten (UK GDPR, article 17), where nothing obliges the council to keep the "
        "case. Words, files, names and addresses go for good, its reference too; the figures stay as they are. "
        "Cases that it arose from or led to go with it."
    )

    def blocked(self) -> Sequence[Problem]:
        if found := super().blocked():
            return found
        kept = keeps_whatever_the_day(lasting_of(family_of(self.case), rule_months()))
        return [Problem("", kept.value, CasePage.LIFT if kept is Kept.HELD else None)] if kept else []

    def take(self, form: StepForm) -> Case:
        expected = form.expected_version
        anonymise(self.case, expected=expected, by=self.user, at=self.now, before_time=True)
        return Case.objects.get(pk=self.case.pk)

    def done(self, case: Case) -> str:
        return f"What was personal is taken out. The case is {case.reference} now, and leads to no customer."


@allow(Permission.SEE_ALL_CASES)
def case_hold(request: SignedInRequest, reference: str) -> HttpResponse:
    """Puts a case on legal hold."""
    return step_page(request, reference, HoldPage)


@allow(Permission.SEE_ALL_CASES)
def case_lift(request: SignedInRequest, reference: str) -> HttpResponse:
    """Lifts the legal hold on a case."""
    return step_page(request, reference, LiftPage)


@allow(Permission.SEE_ALL_CASES)
def case_anonymise(request: SignedInRequest, reference: str) -> HttpResponse:
    """Anonymises a case before its time."""
    return step_page(request, reference, AnonymisePage)
