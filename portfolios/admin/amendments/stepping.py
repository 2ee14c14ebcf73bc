"""One step in the life of an amendment, each on a page of its own with who, why and what it will do."""

import datetime
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from council.access import may
from council.admin import RegisterAdmin
from council.audit import Conflict
from council.dates import long_date
from council.forms import refuse_repeats
from council.periods import local_day
from portfolios.admin.amendments.overtaken import steps_since
from portfolios.admin.amendments.pages import page, tell
from portfolios.admin.amendments.showing import Trial, sentence_of, stage_words, try_out, why_not_as_seen
from portfolios.admin.amendments.step_forms import BackForm, CommenceForm, DecideForm, StepForm
from portfolios.admin.amendments.steps import STEPS, Step, permission_for, why_not
from portfolios.admin.amendments.unrecording import unrecorded
from portfolios.choices import AmendmentStep
from portfolios.figures.decisions import warned_window_of
from portfolios.figures.operative import words_not_resolved
from portfolios.figures.remits import operative_of, remit_register
from portfolios.models import Amendment, Decision
from portfolios.operations.amendments import bring_into_force, decide, propose, undo, withdraw
from portfolios.operations.decided import refuse_early, refuse_in_call_in
from portfolios.rules.wordings import NotResolved

LATER = (
    "Choose a decision of that day or before, or take the amendment back to a draft and give it a later day."
)


def step_page(admin: RegisterAdmin, request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Says what the step does, asks why, and takes it."""
    refuse_repeats(request.POST)
    visit = StepVisit(admin, request, get_object_or_404(_rows(), pk=pk), STEPS[name])
    if not may(request.user, permission_for(visit.step, visit.row)):  # type: ignore[arg-type]
        raise PermissionDenied
    return visit.answer()


def _rows() -> Any:
    return Amendment.objects.select_related("portfolio", "decision", "finding").with_looked_at()


class StepVisit:
    """One visit to the page of a step."""

    def __init__(self, admin: RegisterAdmin, request: HttpRequest, row: Amendment, step: Step) -> None:
        self.admin, self.request, self.row, self.step = admin, request, row, step
        self.today = local_day(timezone.now())
        self.register = remit_register()
        self.is_sent = request.method == "POST"
        self.trial: Trial | None = None
        self.day: datetime.date | None = None
        self.notice = ""
        self.not_resolved: list[NotResolved] = []
        self.form = self._form()

    def _form(self) -> Any:
        data = self.request.POST if self.is_sent else None
        initial = {
            "version": self.row.version,
            "effective_on": self.row.effective_on,
            "place": self.row.place,
            "decision": self.row.decision_id,
        }
        if self.step.name == "decide":
            return DecideForm(data, initial=initial, site=self.admin.admin_site)
        forms_by_name = {"commence": CommenceForm, "undo": BackForm, "withdraw": BackForm}
        return forms_by_name.get(self.step.name, StepForm)(data, initial=initial)

    def answer(self) -> HttpResponse:
        """Takes the step where it was sent whole and from what is still so; else shows its page."""
        if self.is_sent and self.form.is_valid():
            if self.form.cleaned_data["version"] != self.row.version:
                return self.overtaken()
            if self.is_as_seen():
                return self.take()
        elif not self.is_sent and self.step.name == "commence" and self.row.effective_on:
            self.trial = self._try(self.row.effective_on, self.row.place)
        return self.page()

    @property
    def cannot(self) -> str:
        """Why the step cannot be taken today; "" where it can."""
        return why_not(self.step, self.row, self.register, on=self.today)

    def is_as_seen(self) -> bool:
        """Whether what the step rests on was shown as it is: the redline of the day, what the resolution lacks."""
        if self.step.name == "decide" and not self.cannot:
            self.not_resolved = self._not_resolved(self.form.cleaned_data["decision"])
            return self.form.accepts(self.not_resolved)  # type: ignore[no-any-return]
        if self.step.name != "commence" or self.cannot:
            return True
        typed = self.form.cleaned_data
        try:
            refuse_early(typed["effective_on"], self.row.decision)
            refuse_in_call_in(typed["effective_on"], self.row.decision)
        except ValidationError as problem:
            self._tell(problem)
            return False
        self.trial = self._try(typed["effective_on"], typed["place"] or 1)
        if self.trial.problem or "take" not in self.request.POST:
            return False
        self.notice = why_not_as_seen(self.request.POST.get("seen", ""), self.trial)
        return not self.notice

    def _not_resolved(self, decision: Decision) -> list[NotResolved]:
        live = self.register.amendments.get(self.row.pk)
        return words_not_resolved(self.register, live, decision) if live else []

    def _try(self, day: datetime.date, place: int) -> Trial:
        self.day = day
        row = Amendment(
            **{field.attname: getattr(self.row, field.attname) for field in Amendment._meta.fields}
        )
        row.effective_on, row.place = day, place
        items = self.row.items.values_list("pk", flat=True)
        operative = operative_of(row, items)
        trial = try_out(self.register, operative, AmendmentStep.COMMENCED, on=self.today)
        if trial.problem and self.is_sent:
            self.form.add_error(None, trial.problem.sentence)
        return trial

    def take(self) -> HttpResponse:
        """Takes the step, and says what cannot be applied any more; what is wrong is put beside its field."""
        before = {row.pk for row, _ in self.register.flagged(self.today)}
        # The row of the page stays as it was read, whatever becomes of the step.
        row = Amendment.objects.select_related("portfolio", "decision").get(pk=self.row.pk)
        try:
            _TAKE[self.step.name](row, self)
        except Conflict:
            self.row = _rows().get(pk=self.row.pk)
            return self.overtaken()
        except (ValidationError, IntegrityError) as problem:
            self._tell(problem)
            return self.page()
        messages.success(self.request, f"{row} {self.step.done}")
        for other, problem in remit_register().flagged(self.today):
            if other.pk not in before and other.pk != row.pk:
                messages.warning(self.request, f"{other} cannot be applied any more: {sentence_of(problem)}")
        return redirect("admin:portfolios_amendment_change", row.pk)

    def _tell(self, problem: Exception) -> None:
        if getattr(problem, "code", "") != "early":
            tell(self.form, problem)
        elif self.step.name == "commence":
            self.form.add_error("effective_on", problem.messages)  # type: ignore[attr-defined]
        else:
            sentence = problem.messages[0].removesuffix(" Choose a later day.")  # type: ignore[attr-defined]
            self.form.add_error("decision", f"{sentence} {LATER}")

    def overtaken(self) -> HttpResponse:
        """What the others did since the page was read; what was sent is shown, and nothing was saved."""
        since = steps_since(self.row, self.form.cleaned_data["version"])
        self.form.data = self.form.data.copy()
        self.form.data["version"] = str(self.row.version)
        typed = [
            (field.label, field.form.cleaned_data[field.name])
            for field in self.form.visible_fields()
            if field.form.cleaned_data.get(field.name)
        ]
        said = [
            (label, long_date(value) if isinstance(value, datetime.date) else value) for label, value in typed
        ]
        return self.page(since=since, overtaken=True, typed=said)

    def _window(self) -> dict[str, Any]:
        """Until when the decision can be called in, where that keeps the amendment waiting; none where nothing does."""
        if self.step.name != "commence" or self.row.decision is None:
            return {}
        found, warning = warned_window_of(self.row.decision, on=self.today, may_load=True)
        return {"window": found, "horizon": warning} if found.ends_on else {}

    def page(self, **more: Any) -> HttpResponse:
        """What the step does, and its form."""
        row = self.row
        live = self.register.amendments.get(row.pk)
        trial = None if self.trial and self.trial.problem else self.trial
        return page(
            self.admin,
            self.request,
            "amendment_step.html",
            title=f"{self.step.button}: {row}",
            row=row,
            step=self.step,
            form=self.form,
            cannot=self.cannot,
            stage=stage_words(row, self.register, on=self.today),
            clause=self.register.clause_of(live) if live else "",
            gone=unrecorded(row, self.register, on=self.today) if self.step.name == "withdraw" else None,
            trial=trial,
            day=self.day,
            is_past=bool(trial and self.day and self.day <= self.today),
            notice=self.notice,
            is_commencing=self.step.name == "commence",
            **self._window(),
            not_resolved=self.not_resolved,
            resolution=self.form.cleaned_data["decision"].resolution if self.not_resolved else "",
            needs_search=self.step.name == "decide",
            **more,
        )


def _sent(visit: StepVisit) -> dict[str, Any]:
    typed = visit.form.cleaned_data
    return {
        "expected": typed["version"],
        "by": visit.request.user,
        "at": timezone.now(),
        "why": typed["why"],
    }


_TAKE: dict[str, Callable[[Amendment, StepVisit], object]] = {
    "propose": lambda row, visit: propose(row, **_sent(visit)),
    "decide": lambda row, visit: decide(row, decision=visit.form.cleaned_data["decision"], **_sent(visit)),
    "commence": lambda row, visit: bring_into_force(
        row,
        effective_on=visit.form.cleaned_data["effective_on"],
        place=visit.form.cleaned_data["place"] or 1,
        **_sent(visit),
    ),
    "undo": lambda row, visit: undo(row, on=visit.today, **_sent(visit)),
    "withdraw": lambda row, visit: withdraw(row, on=visit.today, **_sent(visit)),
}
