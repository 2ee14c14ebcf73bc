"""One query with its answers, beside the figure it is pinned to: what was asked of how it is going."""

import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.forms import refuse_repeats
from council.periods import local_day
from portfolios.choices import QueryStage
from portfolios.figures.answer_times import answer_time
from portfolios.figures.reach import reach_of
from portfolios.forms.queries import AnswerForm
from portfolios.models import Query
from portfolios.operations.queries import answer


@allow(Permission.SEE_PERFORMANCE)
def query(request: SignedInRequest, pk: int) -> HttpResponse:
    """The question, what it is about, by when an answer is due with the days counted, and the answers."""
    row = _find(pk)
    form = AnswerForm(query=row) if _may_answer(request, row) else None
    return _page(request, row, form)


@allow(Permission.ANSWER_QUERIES)
@require_POST
def query_answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Adds an answer; of a query that is not theirs to answer there is no such page."""
    refuse_repeats(request.POST)
    row = _find(pk)
    if not _may_answer(request, row):
        raise Http404
    form = AnswerForm(request.POST, query=row)
    if not form.is_valid():
        return _page(request, row, form)
    words, expected = form.cleaned_data["words"], form.expected_version
    try:
        answer(row, expected=expected, words=words, by=request.user, at=timezone.now())
    except Conflict:
        return _overtaken(request, _find(pk))
    messages.success(request, "Your answer is with the question, and under the figure if it is about one.")
    return redirect(row)


def _overtaken(request: SignedInRequest, row: Query) -> HttpResponse:
    """The page as it is now, with what was typed; the next click answers what is read there."""
    sent = request.POST.copy()
    sent["version"] = str(row.version)
    form = AnswerForm(sent, query=row)
    form.add_error(None, "Somebody else answered first. Read it below; then add yours if it says more.")
    return _page(request, row, form)


def _find(pk: int) -> Query:
    rows = Query.objects.for_list(on=local_day(timezone.now()))
    return get_object_or_404(rows.select_related("figure__indicator", "figure__period"), pk=pk)


def _may_answer(request: SignedInRequest, row: Query) -> bool:
    if not may(request.user, Permission.ANSWER_QUERIES):
        return False
    reach = reach_of(request.user, day=local_day(timezone.now()))
    return reach.may_answer(row.owner, row.service_id)


def _due_words(row: Query, due_on: datetime.date) -> str:
    """What stands before the day: a day that is still ahead "was" not, also where the answer is there already."""
    if row.stage == QueryStage.WAITING:
        return "An answer is due by"
    return (
        "An answer was due by"
        if due_on < local_day(timezone.now())
        else "It is answered; the last day for it is"
    )


def _page(request: SignedInRequest, row: Query, form: AnswerForm | None) -> HttpResponse:
    time = answer_time(local_day(row.asked_at))
    context = {
        "query": row,
        "pin": getattr(row, "figure", None),
        "answers": row.answers.select_related("by"),
        "time": time,
        "is_recounted": row.due_on != time.due_on,
        "due_words": _due_words(row, time.due_on),
        "form": form,
        "breadcrumbs": [("Queries", reverse("queries"))],
    }
    return render(request, "council/query_detail.html", context)
