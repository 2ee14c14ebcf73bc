"""The page of a step: what it shows, who may take it, and what becomes of it when it is sent.

One step is one subclass of `StepPage`; this module says what all of them have in common. Looking changes nothing; a
step that somebody else was quicker with, that cannot be taken, or that lacks something shows the page again with what
was typed.
"""

import datetime
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from complaints.choices import CaseStep, LookKind
from complaints.figures.overtaken import Overtaken, taken_since
from complaints.forms.steps import StepForm
from complaints.models import Case
from complaints.operations.looks import keep_look
from complaints.operations.steps import GONE, NotNow, Stopped
from complaints.rules.life import may_take
from complaints.rules.problem import Problem
from complaints.views.case import find_case
from complaints.views.page_urls import with_addresses
from council.access import SignedInRequest
from council.audit import Conflict
from council.dates import long_date
from council.forms import refuse_repeats
from council.periods import local_day


class StepPage:
    """One step that an officer takes with a case, as a page with a form."""

    step: ClassVar[CaseStep]
    title: ClassVar[str]
    submit: ClassVar[str]
    hint: ClassVar[str] = ""
    template: ClassVar[str] = "complaints/step.html"
    form: type[StepForm]

    def __init__(self, request: SignedInRequest, case: Case) -> None:
        self.request, self.user = request, request.user
        self.now = timezone.now()
        self.day = local_day(self.now)
        self.case = case

    def make_form(self, data: QueryDict | None) -> StepForm:
        """The form, bound to what was sent if anything was."""
        return self.form(data, page=self, version=self.version)

    @property
    def version(self) -> int:
        """That of the row which the step changes."""
        return self.case.version

    def blocked(self) -> Sequence[Problem]:
        """What keeps the step from being taken at all; what is blocked shows no form."""
        if self.case.anonymised_at is not None:
            return [Problem("", str(NotNow(self.case, self.step, GONE)))]
        if may_take(self.step, self.case.state):
            return []
        return [Problem("", str(NotNow(self.case, self.step)))]

    def is_ready(self, form: StepForm) -> bool:
        """Whether a form without errors is to be carried out; else it is shown once more, with what it would do."""
        return True

    def take(self, form: StepForm) -> Case:
        """Takes the step, and answers the case to go to."""
        raise NotImplementedError

    def done(self, case: Case) -> str:
        """What has happened, and what happens next, in a sentence or two."""
        raise NotImplementedError

    def shown(self, form: StepForm) -> dict[str, Any]:
        """What the template of this step shows beside the form."""
        return {}


def step_page(request: SignedInRequest, reference: str, kind: type[StepPage], **which: Any) -> HttpResponse:
    """Shows the page of a step to whoever may see the case, or takes the step."""
    refuse_repeats(request.POST)
    page = kind(request, find_case(request, reference), **which)
    form = page.make_form(request.POST if request.method == "POST" else None)
    blocked = page.blocked()
    if not form.is_valid() or blocked or not page.is_ready(form):
        return _show(page, form, blocked)
    try:
        case = page.take(form)
    except Conflict:
        return _overtaken(request, reference, kind, which)
    except NotNow as problem:
        form.add_error(None, str(problem))
    except (Stopped, ValidationError) as problem:
        put_beside(form, problem)
    else:
        messages.success(request, page.done(case))
        seen = Case.objects.visible_to(request.user, day=page.day)
        return redirect(case if seen.filter(pk=case.pk).exists() else "home")
    return _show(page, form, blocked)


def put_beside(form: forms.BaseForm, problem: Stopped | ValidationError) -> None:
    """What was wrong, beside the field it is about, or above the form where it is about none."""
    if isinstance(problem, Stopped):
        pairs = [(each.field, each.sentence) for each in problem.problems]
    else:
        said = getattr(problem, "message_dict", None) or {"": problem.messages}
        pairs = [(field, sentence) for field, sentences in said.items() for sentence in sentences]
    for field, sentence in pairs:
        form.add_error(field if field in form.fields else None, sentence)


def _overtaken(
    request: SignedInRequest, reference: str, kind: type[StepPage], which: dict[str, Any]
) -> HttpResponse:
    """The page with what was typed, beside how the case now stands; the next click is about what is read there."""
    page = kind(request, find_case(request, reference), **which)
    typed = request.POST.copy()
    typed["version"] = str(page.version)
    form = page.make_form(typed)
    found = taken_since(page.case, by=request.user)
    form.add_error(None, found.sentence)
    return _show(page, form, page.blocked(), overtaken=found)


def _show(
    page: StepPage, form: StepForm, blocked: Sequence[Problem], overtaken: Overtaken | None = None
) -> HttpResponse:
    case = page.case
    keep_look(page.user, LookKind.CASE, at=page.now, case=case, customer=case.customer)
    context = {
        "case": case,
        "page": page,
        "form": form,
        "overtaken": overtaken,
        "blocked": with_addresses(case, blocked),
        # What was typed is never lost, even where nothing can be done with it now.
        "is_shown": form.is_bound or not blocked,
        "cancel_url": case.get_absolute_url(),
        "breadcrumbs": [(case.reference, case.get_absolute_url())],
        **page.shown(form),
    }
    return render(page.request, page.template, context)


def in_days(day: datetime.date | None) -> str:
    """A day as the pages of cases say it: Wednesday 14 January 2026; "" for none."""
    return f"{day:%A} {long_date(day)}" if day else ""
