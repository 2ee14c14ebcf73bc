"""The handlers' list of cases, and giving several to one officer."""

import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from complaints.choices import LookKind
from complaints.figures.board import Board, read_board
from complaints.figures.incidents import incidents_to_join
from complaints.filters.cases import CaseFilters
from complaints.filters.sought import is_forgotten, kept_address
from complaints.forms.assigning import AssignForm, JoinForm, TickedForm
from complaints.models import Case
from complaints.models.case import CaseQuerySet
from complaints.operations.assigning import assign_many
from complaints.operations.incidents import put_many_under
from complaints.operations.looks import keep_looks
from complaints.tables.cases import CaseFile, CaseTable, NamedCaseFile
from council.access import Permission, SignedInRequest, allow, may
from council.forms import refuse_repeats
from council.lists import ListPage, list_page
from council.periods import local_day


@allow(Permission.HANDLE_CASES)
def cases(request: SignedInRequest) -> HttpResponseBase:
    """The cases that the reader may see, what is due next first; those ticked are given to an officer."""
    if "look" in request.POST:
        return redirect(kept_address(request))
    refuse_repeats(request.POST, allowed={"chosen"})
    if is_forgotten(request):
        messages.info(request, "What you looked for is not kept any more. Type it again.")
    now = timezone.now()
    board = read_board(request.user, on=local_day(now))
    seen = Case.objects.visible_to(request.user, day=board.on)
    assign, join = _forms(request, board)
    form = join if join.is_bound else assign
    if assign.is_bound and assign.is_valid() and _assign(request, assign, seen):
        return redirect(request.get_full_path())
    if join.is_bound and join.is_valid() and _join(request, join, seen):
        return redirect(request.get_full_path())
    page = _listed(request, board, seen)
    if not isinstance(page, ListPage):
        _keep_export(request, seen, at=now)
        return page
    keep_looks(request.user, LookKind.LIST, page.table.records(), at=now)
    page.table.board, page.table.ticked = board, form.ticked
    context = {"list": page, "counts": board.counts(seen), "form": form, "assign": assign, "join": join}
    return render(request, "complaints/case_list.html", context)


def _forms(request: SignedInRequest, board: Board) -> tuple[AssignForm, JoinForm]:
    """Both forms below the list; at most one of them is sent, by its button."""
    sent = request.POST if request.method == "POST" else None
    joins = sent is not None and sent.get("do") == "join"
    incidents = incidents_to_join(request.user, on=board.on)
    return (
        AssignForm(None if joins else sent, handlers=board.handlers, auto_id="assign_%s"),
        JoinForm(sent if joins else None, incidents=incidents, auto_id="join_%s"),
    )


def _listed(request: SignedInRequest, board: Board, seen: CaseQuerySet) -> ListPage | HttpResponseBase:
    """The page of the list, or the file; names go only into the complaints team's."""
    reading: Any = request
    reading.board = board
    file = NamedCaseFile if may(request.user, Permission.SEE_ALL_CASES) else CaseFile
    return list_page(
        request,
        queryset=seen.listed(),
        table_class=file if "export" in request.GET else CaseTable,
        filterset_class=CaseFilters,
        name="cases",
        caption="Cases that you may see: those that are open by what is due next",
        # What is searched for may be a name, so the filters are sent and not written into an address.
        extra={"is_sent": True},
    )


def _keep_export(request: SignedInRequest, seen: CaseQuerySet, *, at: datetime.datetime) -> None:
    """Keeps each customer whose name the file holds; one row for a file without names."""
    named = may(request.user, Permission.SEE_ALL_CASES)
    rows = CaseFilters(request.GET, queryset=seen, request=request).qs if named else seen.none()
    keep_looks(request.user, LookKind.EXPORT, rows.only("customer", "handler").iterator(), at=at)


def _assign(request: SignedInRequest, form: AssignForm, seen: CaseQuerySet) -> bool:
    """Gives the ticked cases to the officer; False, with the reasons on the form, where any was left."""
    rows = _ticked(form, seen)
    handler = form.cleaned_data["handler"]
    given, left = assign_many(rows, handler=handler, by=request.user, at=timezone.now())
    if given:
        messages.success(request, f"{_number(given)} assigned to {handler}.")
    return _say_left(form, rows, left)


def _join(request: SignedInRequest, form: JoinForm, seen: CaseQuerySet) -> bool:
    """Puts the ticked cases under the incident; False, with the reasons on the form, where any was left."""
    rows = _ticked(form, seen)
    incident = form.cleaned_data["incident"]
    done, left = put_many_under(rows, incident=incident, by=request.user, at=timezone.now())
    if done:
        messages.success(request, f"{_number(done)} put under “{incident}”.")
    return _say_left(form, rows, left)


def _ticked(form: TickedForm, seen: CaseQuerySet) -> list[tuple[Case, int]]:
    rows = seen.filter(pk__in=form.chosen).only("reference").order_by("pk")
    return [(row, form.chosen[row.pk]) for row in rows]


def _number(cases: list[Case]) -> str:
    return "1 case is" if len(cases) == 1 else f"{len(cases)} cases are"


def _say_left(form: TickedForm, rows: list[tuple[Case, int]], left: list[tuple[Case, str]]) -> bool:
    if len(rows) < len(form.chosen):
        form.add_error(None, "A case that you ticked is not yours to see any more.")
    form.say_left(left)
    return form.is_valid()
