"""The lessons, one lesson, and what is done with it."""

import datetime
from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from complaints.choices import LookKind
from complaints.figures.lessons import actions_of, learned_from, lessons_listed
from complaints.filters.lessons import LessonFilters
from complaints.forms.learning import (
    CloseLessonForm,
    FollowForm,
    LessonForm,
    LessonStepForm,
    ReopenLessonForm,
    UnfollowForm,
)
from complaints.models import Lesson
from complaints.operations.lessons import (
    add_lesson,
    change_lesson,
    close_lesson,
    follow_with,
    reopen_lesson,
    unfollow,
)
from complaints.operations.looks import keep_look
from complaints.operations.steps import Stopped
from complaints.tables.lessons import LessonTable
from complaints.views.stepping import put_beside
from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.forms import refuse_repeats
from council.lists import ListPage, list_page
from council.periods import local_day
from portfolios.models import Tenure

FIRST = "Somebody else changed this lesson first. Read how it now stands, then decide; what you typed is still here."


@allow(Permission.SEE_CASE_PATTERNS)
def lessons(request: SignedInRequest) -> HttpResponseBase:
    """What the council learned from what customers told it."""
    read: Any = request
    read.own = partial(Tenure.objects.service_ids_of, request.user, day=_today())
    page = list_page(
        request,
        queryset=lessons_listed(),
        table_class=LessonTable,
        filterset_class=LessonFilters,
        name="lessons",
        caption="What was learned from what customers said, the newest first",
    )
    if not isinstance(page, ListPage):
        return page
    context = {"list": page, "may_add": may(request.user, Permission.HANDLE_CASES)}
    return render(request, "complaints/lesson_list.html", context)


@allow(Permission.SEE_CASE_PATTERNS)
def lesson(request: SignedInRequest, pk: int) -> HttpResponse:
    """One lesson: what was learned and from how many cases, what follows from it, and what changed."""
    row = _find(pk)
    return _page(request, row, _forms(request, row))


@allow(Permission.HANDLE_CASES)
def lesson_new(request: SignedInRequest) -> HttpResponse:
    """Writes a lesson that no single case shows, such as one from the patterns."""
    refuse_repeats(request.POST)
    form = LessonForm(
        request.POST if request.method == "POST" else None, instance=Lesson(learned_on=_today())
    )
    if form.is_valid():
        form.instance.sent_as = form.cleaned_data["sent_as"]
        row = add_lesson(form.instance, by=request.user)
        messages.success(request, "The lesson is kept. Say next what is done about it.")
        return redirect(row)
    return _form_page(request, form, title="Write a lesson", back=reverse("lessons"))


@allow(Permission.HANDLE_CASES)
def lesson_change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Changes the words of a lesson, its cause, whose it is, and who was told."""
    refuse_repeats(request.POST)
    row = _own(request, pk)
    form = LessonForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_valid():
        try:
            change_lesson(form.instance, expected=form.expected_version, by=request.user)
        except Conflict:
            typed = request.POST.copy()
            row = _own(request, pk)
            typed["version"] = str(row.version)
            form = LessonForm(typed, instance=row)
            form.is_valid()
            form.add_error(None, FIRST)
        else:
            messages.success(request, "The lesson is changed.")
            return redirect(row)
    return _form_page(
        request, form, title="Change the lesson", back=reverse("lesson", args=[pk]), now=_find(pk)
    )


def _form_page(
    request: SignedInRequest, form: LessonForm, *, title: str, back: str, now: Lesson | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "now": now if form.errors else None,
        "cancel_url": back,
        "breadcrumbs": [("Lessons", reverse("lessons"))],
    }
    return render(request, "complaints/lesson_form.html", context)


def _close(row: Lesson, form: LessonStepForm, **who: Any) -> str:
    close_lesson(row, changed=form.cleaned_data["changed"], expected=form.expected_version, **who)
    return "The lesson is closed, with what changed."


def _reopen(row: Lesson, form: LessonStepForm, *, by: Any, at: datetime.datetime) -> str:
    reopen_lesson(row, why=form.cleaned_data["why"], expected=form.expected_version, by=by)
    return "The lesson is open again."


def _follow(row: Lesson, form: LessonStepForm, **who: Any) -> str:
    follow_with(row, form.cleaned_data["action"], expected=form.expected_version, **who)
    return "The action follows from this lesson now."


def _unfollow(row: Lesson, form: LessonStepForm, *, by: Any, at: datetime.datetime) -> str:
    unfollow(form.cleaned_data["link"], expected=form.expected_version, by=by)
    return "The action does not follow from this lesson any more. It is still among the actions."


STEPS: dict[str, tuple[type[LessonStepForm], Callable[..., str], str]] = {
    "follow": (FollowForm, _follow, "An action that is there already follows from it"),
    "unfollow": (UnfollowForm, _unfollow, "An action does not follow from it after all"),
    "close": (CloseLessonForm, _close, "Close it with what changed"),
    "reopen": (ReopenLessonForm, _reopen, "Open it again"),
}
"""What is done with a lesson on its page, by the last word of its address."""


@allow(Permission.HANDLE_CASES)
@require_POST
def lesson_step(request: SignedInRequest, pk: int, step: str) -> HttpResponse:
    """Does one of the steps; of a lesson that is not the reader's to change there is no such page."""
    refuse_repeats(request.POST)
    row = _own(request, pk)
    if step not in STEPS:
        raise Http404("There is no such step.")
    kind, take, _ = STEPS[step]
    form = kind(request.POST, lesson=row, auto_id=f"{step}_%s")
    if form.is_valid():
        try:
            said = take(row, form, by=request.user, at=timezone.now())
        except Conflict:
            row = _own(request, pk)
            typed = request.POST.copy()
            typed["version"] = str(row.version)
            form = kind(typed, lesson=row, auto_id=f"{step}_%s")
            form.add_error(None, FIRST)
        except (Stopped, ValidationError) as problem:
            row = _own(request, pk)
            put_beside(form, problem)
        else:
            messages.success(request, said)
            return redirect(row)
    return _page(request, row, {**_forms(request, row), step: form}, failed=form)


def _forms(request: SignedInRequest, row: Lesson) -> dict[str, LessonStepForm]:
    """What this reader may do with it."""
    if not Lesson.objects.changeable_by(request.user, day=_today()).filter(pk=row.pk).exists():
        return {}
    names = ["reopen"] if row.closed_on else ["follow", "unfollow", "close"]
    return {name: STEPS[name][0](lesson=row, auto_id=f"{name}_%s") for name in names}


def _page(
    request: SignedInRequest,
    row: Lesson,
    forms: dict[str, LessonStepForm],
    failed: LessonStepForm | None = None,
) -> HttpResponse:
    now = timezone.now()
    actions = actions_of(row, on=local_day(now))
    from_cases = learned_from(row, reader=request.user, day=local_day(now))
    if from_cases.cases:
        keep_look(request.user, LookKind.LIST, at=now)
    if not actions:
        forms.pop("unfollow", None)
    context = {
        "lesson": row,
        "actions": actions,
        "learned": from_cases,
        "steps": [(name, STEPS[name][2], form) for name, form in forms.items()],
        "may_change": bool(forms),
        "may_plan": may(request.user, Permission.KEEP_ACTIONS),
        "failed": failed,
        "breadcrumbs": [("Lessons", reverse("lessons"))],
    }
    return render(request, "complaints/lesson_detail.html", context)


def _today() -> datetime.date:
    return local_day(timezone.now())


def _find(pk: int) -> Lesson:
    return get_object_or_404(Lesson.objects.select_related("cause", "service"), pk=pk)


def _own(request: SignedInRequest, pk: int) -> Lesson:
    """A lesson that the reader may change; 404 alike for what is not theirs and not there."""
    rows = Lesson.objects.changeable_by(request.user, day=_today())
    return get_object_or_404(rows.select_related("cause", "service"), pk=pk)
