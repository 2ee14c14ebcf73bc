"""The ledger of promises, one promise, and what is done with it."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.forms import refuse_repeats
from council.lists import ListPage, list_page
from council.periods import local_day
from portfolios.choices import OPEN_FATES
from portfolios.figures.promises import due_remark, ledger, problems_of
from portfolios.figures.reach import reach_of
from portfolios.filters.promises import PromiseFilters
from portfolios.forms.promise_steps import HappenedForm, SettleForm
from portfolios.forms.promises import PromiseForm
from portfolios.models import Body, Promise, Tenure
from portfolios.operations.promises import NotAllowedYet, event_happened, make_promise, settle_promise
from portfolios.tables.promises import PromiseFile, PromiseTable, holders

OWNERS_SHOWN = 6


@allow(Permission.SEE_PERFORMANCE)
def promises(request: SignedInRequest) -> HttpResponseBase:
    """Everything that was undertaken, what is overdue and undated, and by whom."""
    today = local_day(timezone.now())
    counted = ledger(on=today)
    read: Any = request
    read.today, read.ledger = today, counted
    read.own = partial(Tenure.objects.service_ids_of, request.user, day=today)
    read.bodies = [(str(pk), name) for pk, name in Body.objects.values_list("pk", "name")]
    page = list_page(
        request,
        queryset=Promise.objects.for_ledger(on=today),
        table_class=PromiseFile if "export" in request.GET else PromiseTable,
        filterset_class=PromiseFilters,
        name="promises",
        caption="What was undertaken: what is still owed first, by its day",
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "ledger": counted,
        "first": counted.owing[:OWNERS_SHOWN],
        "others": counted.owing[OWNERS_SHOWN:],
        "may_add": may(request.user, Permission.MANAGE_REGISTER),
    }
    return render(request, "portfolios/promise_list.html", context)


@allow(Permission.SEE_PERFORMANCE)
def promise(request: SignedInRequest, pk: int) -> HttpResponse:
    """One promise: its words, where it was made, what it waits for and what became of it."""
    row = _find(pk)
    return _page(request, row, _forms(request, row))


@allow(Permission.KEEP_PROMISES)
@require_POST
def promise_settle(request: SignedInRequest, pk: int) -> HttpResponse:
    """Says what became of it."""
    row, forms = _own(request, pk, "settle")
    form = forms.get("settle")
    if form is None or not form.is_valid():
        return _page(request, row, forms, failed=form)
    said = {name: form.cleaned_data[name] for name in ("fate", "note", "report")}
    try:
        settled = settle_promise(
            row, expected=form.expected_version, by=request.user, at=timezone.now(), **said
        )
    except Conflict:
        return _overtaken(request, pk, "settle")
    except NotAllowedYet as problem:
        form.add_error(None, str(problem))
        return _page(request, _find(pk), forms, failed=form)
    messages.success(request, f"The promise is now “{settled.get_fate_display()}”, with your note.")
    return redirect(row)


@allow(Permission.KEEP_PROMISES)
@require_POST
def promise_event(request: SignedInRequest, pk: int) -> HttpResponse:
    """Says that what it waits for has happened; every promise that waits for the same gets its day."""
    row, forms = _own(request, pk, "happened")
    form = forms.get("happened")
    if form is None or row.event is None or not form.is_valid():
        return _page(request, row, forms, failed=form)
    day, expected = form.cleaned_data["happened_on"], form.expected_version
    try:
        dated = event_happened(
            row.event, expected=expected, happened_on=day, by=request.user, at=timezone.now()
        )
    except Conflict:
        return _overtaken(request, pk, "happened")
    except ValidationError as problem:
        form.add_error(None, problem)
        return _page(request, _find(pk), forms, failed=form)
    number = len(dated)
    said = "promise has its day" if number == 1 else "promises have their days"
    messages.success(request, f"{number} {said} now.")
    return redirect(row)


@allow(Permission.MANAGE_REGISTER)
def promise_new(request: SignedInRequest) -> HttpResponse:
    """Enters a promise, once its reader has seen how the words for its time are read."""
    refuse_repeats(request.POST)
    today = local_day(timezone.now())
    form = PromiseForm(request.POST if request.method == "POST" else None, today=today)
    reading = form.reading if form.is_valid() else ""
    if reading and request.POST.get("seen") == reading:
        row = make_promise(form.instance, waits_for=form.new_name, by=request.user)
        messages.success(request, "The promise is in the ledger.")
        return redirect(row)
    context = {
        "form": form,
        "reading": reading,
        "cancel_url": reverse("promises"),
        "breadcrumbs": [("Promises", reverse("promises"))],
    }
    return render(request, "portfolios/promise_new.html", context)


def _find(pk: int) -> Promise:
    rows = Promise.objects.for_ledger(on=local_day(timezone.now()))
    named = ("meeting__body", "due_meeting__body", "report", "decision", "event", "owner__service")
    return get_object_or_404(rows.select_related("to_body", *named), pk=pk)


def _own(request: SignedInRequest, pk: int, sent: str) -> tuple[Promise, dict[str, Any]]:
    """A promise that the reader may settle, with its forms; of any other there is no such page."""
    refuse_repeats(request.POST)
    row = _find(pk)
    if not _is_own(request, row):
        raise Http404
    return row, _forms(request, row, sent=sent)


def _overtaken(request: SignedInRequest, pk: int, sent: str) -> HttpResponse:
    """The page as it is now, with what was typed; the next click is about what is read there."""
    row = _find(pk)
    typed = request.POST.copy()
    version = row.event.version if sent == "happened" and row.event else row.version
    typed["version"] = str(version)
    forms = _forms(request, row, sent=sent, typed=typed)
    form = forms.get(sent)
    if form is not None:
        form.add_error(None, f"{_done_first(row, sent)} Look at it again below, then decide.")
        form.errors.pop("fate", None)  # What could follow then may not follow now: it is chosen anew.
    return _page(request, row, forms, failed=form)


def _done_first(row: Promise, sent: str) -> str:
    """What somebody else did while the page was open."""
    newest = row.entries.select_related("by").first()
    said = "Somebody else changed this first"
    if sent != "settle" or newest is None:
        return f"{said}."
    return (
        f"{said}: {newest.by or 'they'} made it “{newest.get_fate_display()}”, with the note “{newest.note}”."
    )


def _is_own(request: SignedInRequest, row: Promise) -> bool:
    return reach_of(request.user, day=local_day(timezone.now())).may_settle(row.owner)


def _forms(
    request: SignedInRequest, row: Promise, *, sent: str = "", typed: QueryDict | None = None
) -> dict[str, Any]:
    """What this reader may say of it; `sent` is bound, to what was typed."""
    if not (may(request.user, Permission.KEEP_PROMISES) and (sent or _is_own(request, row))):
        return {}
    data = {sent: typed or request.POST}
    forms: dict[str, Any] = {"settle": SettleForm(data.get("settle"), promise=row, auto_id="settle_%s")}
    event = row.event
    if event and not event.happened_on and not event.did_not_happen and row.fate in OPEN_FATES:
        forms["happened"] = HappenedForm(data.get("happened"), event=event, auto_id="happened_%s")
    return forms


def _page(
    request: SignedInRequest, row: Promise, forms: dict[str, Any], failed: object | None = None
) -> HttpResponse:
    today = local_day(timezone.now())
    held_by = holders(row)
    context = {
        "promise": row,
        "held_by": held_by,
        "due_remark": due_remark(row),
        "problems": problems_of(row, holders=[held_by] if held_by else [], on=today),
        "entries": row.entries.select_related("by", "report"),
        "forms": forms,
        "failed": failed,
        "breadcrumbs": [("Promises", reverse("promises"))],
    }
    return render(request, "portfolios/promise_detail.html", context)
