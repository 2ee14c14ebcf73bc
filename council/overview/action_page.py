"""The page of an action: the five tests, who owns it, what measures it, the lessons it follows from, its history."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from complaints.figures.lessons import lessons_of
from council.access import Permission, SignedInRequest, allow, may
from council.overview.action_forms import Forms, forms_of
from council.overview.fitness import tests_of
from council.periods import local_day
from performance.figures.action_measures import measures_of
from portfolios.figures.actions import action_due_remark, pounds, problems_of_action
from portfolios.figures.reach import reach_of
from portfolios.models import Action
from portfolios.rules.smart import passed

FIRST = "Somebody else changed this action first. Read how it now stands, then decide; what you typed is still here."


@allow(Permission.SEE_PERFORMANCE)
def action(request: SignedInRequest, pk: int) -> HttpResponse:
    """One action: the five tests with what is missing, who owns it, what measures it, and what was done with it."""
    return action_page(request, find_action(pk))


def find_action(pk: int) -> Action:
    """The action with all that its page shows of its row; 404 where there is none."""
    return get_object_or_404(Action.objects.for_list(on=local_day(timezone.now())), pk=pk)


def own_action(request: SignedInRequest, pk: int) -> Action:
    """An action that the reader may change; 404 alike for what is not theirs and not there."""
    row = find_action(pk)
    if not may_keep(request, row):
        raise Http404("There is no such action, or it is not yours to change.")
    return row


def may_keep(request: SignedInRequest, row: Action) -> bool:
    """Whether the reader may change the action and say how it goes.

    Whose post or service it is; and for what follows from a lesson the complaints team, who answer for learning
    (Complaint Handling Code, 9.4 to 9.6).
    """
    if not may(request.user, Permission.KEEP_ACTIONS):
        return False
    if may(request.user, Permission.SEE_ALL_CASES) and row.lessons.exists():
        return True
    return reach_of(request.user, day=local_day(timezone.now())).may_keep(row.owner, row.service_id)


def action_page(request: SignedInRequest, row: Action, failed: Forms | None = None) -> HttpResponse:
    """The page of an action, with the forms of its steps; one of them may have failed."""
    today = local_day(timezone.now())
    measures, lessons = measures_of(row), lessons_of(row)
    tests = tests_of(row, indicators=len(measures), lessons=len(lessons))
    held = [tenure.person.name for tenure in row.owner.now_held] if row.owner else []  # type: ignore[attr-defined]
    keeps = may_keep(request, row)
    offered = forms_of(row, measures, today=today) if keeps else {}
    context = {
        "action": row,
        "tests": tests,
        "passed": passed(tests),
        "problems": problems_of_action(row, is_held=bool(held), on=today),
        "held_by": ", ".join(held),
        "due_remark": action_due_remark(row),
        "cost": pounds(row.cost),
        "saving": pounds(row.saving),
        "measures": measures,
        "lessons": lessons,
        "entries": row.entries.select_related("by"),
        "may_keep": keeps,
        "steps": [(name, words, form) for name, (words, form) in (offered | (failed or {})).items()],
        "failed": next((form for _, form in (failed or {}).values()), None),
        "breadcrumbs": [("Actions", reverse("actions"))],
    }
    return render(request, "council/action_detail.html", context)
