"""The working page of a draft: what was carried forward in one table, and items added under the headings."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import refuse_repeats
from council.periods import local_day
from performance.figures.progress.lists import Beginning, areas_of, beginnings
from performance.figures.progress.paper import draft_of
from performance.forms.progress import BeginForm, NewItemForm, UpdateForm
from performance.models import Period, ProgressHeading, ProgressItem, ProgressReport
from performance.operations.progress.items import NoFigureStands, add_item, update_item
from performance.operations.progress.reports import AlreadyPresented, CannotBegin, begin_report
from performance.rules.progress.counts import count
from performance.rules.progress.owners import OwnerRead
from performance.rules.progress.presenting import presenting_problems
from performance.views.progress.discarding import gone
from performance.views.progress.reach import WasDiscarded, own_report
from performance.views.progress.reading import LIST
from portfolios.figures.reach import reach_of
from portfolios.models import AwaitedEvent

TAKEN = "Somebody else saved this first. What they saved stands beside; yours is in the boxes: look, then save again."


@allow(Permission.WRITE_PROGRESS)
def progress_begin(request: SignedInRequest) -> HttpResponse:
    """Begins the next report of one of the officer's areas."""
    refuse_repeats(request.POST)
    today = local_day(timezone.now())
    own = beginnings(areas_of(reach_of(request.user, day=today)), on=today)
    choices = [
        (f"{each.area.pk}-{period.pk}", _offer(each, period)) for each in own for period in each.periods
    ]
    data = request.POST if request.method == "POST" else None
    form = BeginForm(data, choices=choices)
    if data is not None and form.is_valid():
        area_pk, period_pk = form.chosen
        area = next(each.area for each in own if each.area.pk == area_pk)
        try:
            report = begin_report(
                area, get_object_or_404(Period, pk=period_pk), by=request.user, at=timezone.now()
            )
        except CannotBegin as problem:
            form.add_error("report", str(problem))
        else:
            messages.success(request, _begun(report))
            return redirect("progress_work", report.pk)
    context = {
        "form": form,
        "choices": choices,
        "drafts": [each.draft for each in own if each.draft],
        "breadcrumbs": [(LIST, reverse("progress_reports"))],
    }
    return render(request, "performance/progress_begin.html", context)


def _offer(each: Beginning, period: Period) -> str:
    after = f", after {each.last.period.name}" if each.last else ", its first report"
    return f"{each.area.name}: {period.name}{after}"


def _begun(report: ProgressReport) -> str:
    number = report.items.count()
    if report.previous is None:
        return "The report is begun. Add its items below."
    left = f"{number} item{'' if number == 1 else 's'} left open before"
    return f"The report is begun, with {left}. Say what became of each." if number else "The report is begun."


@dataclass
class UpdateRow:
    """One line of the table of what was carried forward."""

    item: ProgressItem
    form: UpdateForm
    now: ProgressItem | None = None
    """The item as it stands, where somebody else saved it first."""


@allow(Permission.WRITE_PROGRESS)
def progress_work(request: SignedInRequest, pk: int) -> HttpResponse:
    """A draft to be written; sent with the table of updates, or with an item to add."""
    refuse_repeats(request.POST)
    try:
        return _worked_on(request, own_report(request, pk))
    except WasDiscarded as discarded:
        return gone(request, discarded)


def _worked_on(request: SignedInRequest, report: ProgressReport) -> HttpResponse:
    if report.is_presented:
        return redirect(report)
    if request.method != "POST":
        return _page(request, report, update_rows(report), _new_form(request))
    try:
        if "updates" in request.POST:
            return _save_updates(request, report)
        return _add(request, report)
    except AlreadyPresented as problem:
        own_report(request, report.pk)
        messages.warning(request, f"{problem} What you typed is not saved.")
        return redirect(report)


def update_rows(report: ProgressReport, data: QueryDict | None = None) -> list[UpdateRow]:
    """What was carried forward, each with its form, in the order of the headings."""
    rows = ProgressItem.objects.filter(report=report).carried().for_paper()
    return [UpdateRow(row, UpdateForm(data, item=row)) for row in rows]


def _save_updates(request: SignedInRequest, report: ProgressReport) -> HttpResponse:
    rows = update_rows(report, request.POST)
    saved = [
        row for row in rows if row.form.is_valid() and row.form.has_changed() and _is_saved(request, row)
    ]
    if all(row.form.is_valid() for row in rows):
        left = sum(1 for row in rows if not row.form.cleaned_data["update"])
        missing = f" {left} still {'needs' if left == 1 else 'need'} an update." if left else ""
        said = (
            f"{len(saved)} update{'' if len(saved) == 1 else 's'} saved." if saved else "Nothing was changed."
        )
        messages.success(request, said + missing)
        return redirect("progress_work", report.pk)
    return _page(request, own_report(request, report.pk), rows, _new_form(request))


def _is_saved(request: SignedInRequest, row: UpdateRow) -> bool:
    """Whether the row is saved; where somebody else was first, its form says so and carries the newer version."""
    said = row.form.cleaned_data
    try:
        update_item(
            row.item,
            expected=row.form.expected_version,
            update=row.form.said,
            note=said["note"],
            by_when=said["by_when"],
            by=request.user,
        )
    except Conflict as conflict:
        row.now = conflict.current if isinstance(conflict.current, ProgressItem) else None
        row.form.ask_again(row.now.version if row.now else row.item.version, TAKEN)
        return False
    return True


def _new_form(request: SignedInRequest, data: QueryDict | None = None) -> NewItemForm:
    """An item to add; it begins with the heading and the kind of the one before."""
    before = {name: request.GET[name] for name in ("heading", "kind") if name in request.GET}
    headings = list(ProgressHeading.objects.offered())
    return NewItemForm(data, headings=headings, initial=before)


def _add(request: SignedInRequest, report: ProgressReport) -> HttpResponse:
    form = _new_form(request, request.POST)
    if not form.is_valid():
        return _page(request, report, update_rows(report), form)
    try:
        item = add_item(report, form.words, sent_as=form.cleaned_data["sent_as"], by=request.user)
    except NoFigureStands as problem:
        form.add_error("figure_of", str(problem))
        return _page(request, report, update_rows(report), form)
    messages.success(request, added(item, f"Item {item.number} is added under {item.heading}."))
    url = reverse("progress_work", args=[report.pk])
    return redirect(f"{url}?heading={item.heading_id}&kind={item.kind}#add")


def added(item: ProgressItem, said: str) -> str:
    """What was kept, and how its owners were read where that leaves a question."""
    loose = [OwnerRead(each.words) for each in item.owners.all() if each.post_id is None]
    if not loose:
        return said
    words = ", ".join(f"“{each.words}”" for each in loose)
    return f"{said} {words} {'is no post' if len(loose) == 1 else 'are no posts'} of the register; kept in words."


def _page(
    request: SignedInRequest, report: ProgressReport, rows: list[UpdateRow], form: NewItemForm
) -> HttpResponse:
    today = local_day(timezone.now())
    paper = draft_of(report, on=today)
    context: dict[str, Any] = {
        "report": report,
        "paper": paper,
        "counts": count(paper, on=today),
        "rows": rows,
        "form": form,
        "problems": [(_anchor(row), error) for row in rows for error in _errors(row.form)],
        "missing": presenting_problems(paper),
        "events": AwaitedEvent.objects.filter(happened_on=None, did_not_happen=False),
        "breadcrumbs": [(LIST, reverse("progress_reports"))],
    }
    return render(request, "performance/progress_work.html", context)


def _anchor(row: UpdateRow) -> str:
    return f"item-{row.item.number}"


def _errors(form: UpdateForm) -> list[str]:
    return [str(error) for errors in form.errors.values() for error in errors] if form.is_bound else []
