"""The handlers' list of cases, and giving several to one officer."""

import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from complaints.choices import LookKind
from complaints.figures.board import Board, read_board
from complaints.filters.cases import CaseFilters
from complaints.forms.assigning import AssignForm
from complaints.models import Case
from complaints.models.case import CaseQuerySet
from complaints.operations.assigning import assign_many
from complaints.operations.looks import keep_looks
from complaints.tables.cases import CaseFile, CaseTable, NamedCaseFile
from council.access import Permission, SignedInRequest, allow, may
from council.forms import refuse_repeats
from council.lists import ListPage, list_page
from council.periods import local_day


@allow(Permission.HANDLE_CASES)
def cases(request: SignedInRequest) -> HttpResponseBase:
    """The cases that the reader may see, what is due next first; those ticked are given to an officer."""
    refuse_repeats(request.POST, allowed={"chosen"})
    now = timezone.now()
    board = read_board(request.user, on=local_day(now))
    seen = Case.objects.visible_to(request.user, day=board.on)
    sent = request.method == "POST"
    form = AssignForm(request.POST if sent else None, handlers=board.handlers, auto_id="assign_%s")
    if sent and form.is_valid() and _assign(request, form, seen):
        return redirect(request.get_full_path())
    page = _listed(request, board, seen)
    if not isinstance(page, ListPage):
        _keep_export(request, seen, at=now)
        return page
    keep_looks(request.user, LookKind.LIST, page.table.records(), at=now)
    page.table.board, page.table.ticked = board, form.ticked
    context = {"list": page, "counts": board.counts(seen), "form": form}
    return render(request, "complaints/case_list.html", context)


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
    )


def _keep_export(request: SignedInRequest, seen: CaseQuerySet, *, at: datetime.datetime) -> None:
    """Keeps each customer whose name the file holds; one row for a file without names."""
    named = may(request.user, Permission.SEE_ALL_CASES)
    rows = CaseFilters(request.GET, queryset=seen, request=request).qs if named else seen.none()
    keep_looks(request.user, LookKind.EXPORT, rows.only("customer", "handler").iterator(), at=at)


def _assign(request: SignedInRequest, form: AssignForm, seen: CaseQuerySet) -> bool:
    """Gives the ticked cases to the officer; False, with the reasons on the form, where any was left."""
    chosen = form.chosen
    rows = list(seen.filter(pk__in=chosen).only("reference").order_by("pk"))
    handler = form.cleaned_data["handler"]
    given, left = assign_many(
        [(row, chosen[row.pk]) for row in rows], handler=handler, by=request.user, at=timezone.now()
    )
    if given:
        number = "1 case is" if len(given) == 1 else f"{len(given)} cases are"
        messages.success(request, f"{number} assigned to {handler}.")
    if len(rows) < len(chosen):
        form.add_error(None, "A case that you ticked is not yours to see any more.")
    form.say_left(left)
    return form.is_valid()
