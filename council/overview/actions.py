"""The actions and one action: what is to be done beside the lessons that it follows from and what measures it."""

import datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from complaints.models import Lesson
from complaints.operations.lessons import follow_with
from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.forms import refuse_repeats
from council.forms.asking import LARGEST_KEY
from council.lists import ListPage, list_page
from council.overview.action_page import FIRST, own_action
from council.overview.fitness import passed_by_action, with_passed
from council.periods import local_day
from portfolios.choices import SmartTest
from portfolios.figures.reach import reach_of
from portfolios.filters.actions import ActionFilters
from portfolios.forms.actions import ActionForm
from portfolios.models import Action
from portfolios.operations.actions import add_action, change_action
from portfolios.tables.actions import ActionFile, ActionTable


@allow(Permission.SEE_PERFORMANCE)
def actions(request: SignedInRequest) -> HttpResponseBase:
    """Everything that the council set out to do, what is overdue, ownerless or not fit, and by whom."""
    today = local_day(timezone.now())
    found = passed_by_action()
    reading: Any = request
    reading.today = today
    reading.reach = partial(reach_of, request.user, day=today)
    page = list_page(
        request,
        queryset=with_passed(Action.objects.for_list(on=today), found),
        table_class=ActionFile if "export" in request.GET else ActionTable,
        filterset_class=ActionFilters,
        name="actions",
        caption="What is to be done: what is open first, by its day",
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "counts": _counts(found, today),
        "may_add": may(request.user, Permission.KEEP_ACTIONS),
    }
    return render(request, "council/action_list.html", context)


def _counts(found: dict[int, int], today: datetime.date) -> dict[str, int]:
    """How many are open, and what is wrong with how many of them."""
    rows = list(Action.objects.open().order_by().values_list("pk", "due_on", "owner"))
    return {
        "open": len(rows),
        "overdue": sum(due_on is not None and due_on < today for _, due_on, _ in rows),
        "ownerless": sum(owner is None for *_, owner in rows),
        "unfit": sum(found.get(pk, 0) < len(SmartTest) for pk, *_ in rows),
    }


@allow(Permission.KEEP_ACTIONS)
def action_new(request: SignedInRequest) -> HttpResponse:
    """Adds an action; one that follows from the lesson of the address is kept with it."""
    refuse_repeats(request.POST)
    now = timezone.now()
    lesson, sent = _lesson_of(request), request.method == "POST"
    row = Action(agreed_on=local_day(now), service=lesson.service if lesson else None)
    form = ActionForm(request.POST if sent else None, instance=row)
    if sent and form.is_valid():
        added = _add(form.instance, lesson, request, now)
        messages.success(request, "The action is added. See below what it still lacks.")
        return redirect(added)
    context = {
        "form": form,
        "lesson": lesson,
        "title": "Add an action",
        "cancel_url": lesson.get_absolute_url() if lesson else reverse("actions"),
        "breadcrumbs": [("Actions", reverse("actions"))],
    }
    return render(request, "council/action_form.html", context)


@transaction.atomic
def _add(row: Action, lesson: Lesson | None, request: SignedInRequest, at: datetime.datetime) -> Action:
    added = add_action(row, by=request.user, at=at)
    if lesson is not None:
        # Another action for the same lesson overwrites nothing, so the version that now stands serves.
        current = Lesson.objects.get(pk=lesson.pk)
        follow_with(current, added, expected=current.version, by=request.user, at=at)
    return added


def _lesson_of(request: SignedInRequest) -> Lesson | None:
    """The lesson that the address names, where the reader may change it and it is open; none for anything else."""
    key = request.GET.get("lesson", "")
    if not (
        key.isascii() and key.isdigit() and len(key) <= len(str(LARGEST_KEY)) and int(key) <= LARGEST_KEY
    ):
        return None
    day = local_day(timezone.now())
    rows = Lesson.objects.changeable_by(request.user, day=day).open().select_related("service")
    return rows.filter(pk=int(key)).first()


@allow(Permission.KEEP_ACTIONS)
def action_change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Changes an action; what each field was before is kept."""
    refuse_repeats(request.POST)
    row = own_action(request, pk)
    sent, now = request.method == "POST", None
    form = ActionForm(request.POST if sent else None, instance=row)
    if sent and form.is_valid():
        try:
            change_action(
                form.instance,
                expected=form.expected_version,
                why=form.cleaned_data["why"],
                by=request.user,
                at=timezone.now(),
            )
        except Conflict:
            now, typed = own_action(request, pk), request.POST.copy()
            typed["version"] = str(now.version)
            form = ActionForm(typed, instance=own_action(request, pk))
            form.add_error(None, FIRST)
        else:
            messages.success(request, "The action is changed.")
            return redirect(row)
    context = {
        "form": form,
        "now": now,
        "now_entry": now.entries.select_related("by").first() if now else None,
        "title": "Change the action",
        "cancel_url": reverse("action", args=[pk]),
        "breadcrumbs": [("Actions", reverse("actions"))],
    }
    return render(request, "council/action_form.html", context)
