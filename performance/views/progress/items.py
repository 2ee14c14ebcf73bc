"""One item of a draft, changed or taken out."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import refuse_repeats
from performance.forms.progress import CarriedItemForm, ChangeItemForm
from performance.models import ProgressHeading, ProgressItem, ProgressReport
from performance.operations.progress.items import NoFigureStands, StaysInTheReport, change_item, remove_item
from performance.operations.progress.reports import AlreadyPresented
from performance.views.progress.discarding import gone
from performance.views.progress.reach import WasDiscarded, own_item
from performance.views.progress.reading import LIST
from performance.views.progress.writing import added
from portfolios.models import AwaitedEvent

TAKEN = (
    "Somebody else changed this item while you were writing. It now reads as shown here; yours is in the boxes. "
    "Save again if yours should stand."
)
ItemForms = ChangeItemForm | CarriedItemForm


@allow(Permission.WRITE_PROGRESS)
def progress_item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Changes an item; of one carried forward who, by when and what it is subject to. Or takes it out."""
    refuse_repeats(request.POST)
    try:
        return _changed(request, own_item(request, pk))
    except WasDiscarded as discarded:
        return gone(request, discarded)


def _changed(request: SignedInRequest, item: ProgressItem) -> HttpResponse:
    if item.report.is_presented:
        return redirect(item.report)
    form = _form(item, request.POST if request.method == "POST" else None)
    now = None
    if form.is_bound and form.is_valid():
        try:
            return _saved(request, item, form)
        except AlreadyPresented as problem:
            own_item(request, item.pk)
            messages.warning(request, f"{problem} What you typed is not saved.")
            return redirect(item.report)
        except NoFigureStands as problem:
            form.add_error("figure_of", str(problem))
        except StaysInTheReport as problem:
            form.add_error(None, str(problem))
        except Conflict as conflict:
            now = conflict.current if isinstance(conflict.current, ProgressItem) else None
            if now is None:
                messages.warning(request, "Somebody else took this item out of the draft meanwhile.")
                return redirect("progress_work", item.report_id)
            form.ask_again(now.version, TAKEN)
    context = {
        "item": item,
        "form": form,
        "now": now,
        "events": AwaitedEvent.objects.filter(happened_on=None, did_not_happen=False),
        "cancel_url": reverse("progress_work", args=[item.report_id]),
        "breadcrumbs": [(LIST, reverse("progress_reports")), (str(item.report), _work(item.report))],
    }
    return render(request, "performance/progress_item.html", context)


def _saved(request: SignedInRequest, item: ProgressItem, form: ItemForms) -> HttpResponse:
    if "remove" in request.POST:
        remove_item(item, expected=form.expected_version, by=request.user)
        messages.success(request, f"Item {item.number} is taken out.")
    else:
        words = form.words if isinstance(form, ChangeItemForm) else form.words_of(item)
        kept = change_item(item, words, expected=form.expected_version, by=request.user)
        messages.success(request, added(kept, f"Item {item.number} is changed."))
    return redirect(_work(item.report) + f"#item-{item.number}")


def _work(report: ProgressReport) -> str:
    return reverse("progress_work", args=[report.pk])


def _form(item: ProgressItem, data: QueryDict | None) -> ItemForms:
    said = {
        "who": item.who_as_written,
        "by_when": item.by_when_as_written,
        "waits_for": item.event.name if item.event else "",
        "owners_of_heading": item.owners_of_heading,
        "correction": item.correction,
    }
    if item.carried_from_id is not None:
        return CarriedItemForm(data, version=item.version, initial=said)
    headings = list(ProgressHeading.objects.offered())
    if item.heading not in headings:
        headings.append(item.heading)
    said |= {"heading": item.heading_id, "kind": item.kind, "text": item.text, "figure_of": item.figure_of_id}
    return ChangeItemForm(data, version=item.version, headings=headings, initial=said)
