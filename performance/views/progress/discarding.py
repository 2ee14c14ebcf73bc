"""A draft is discarded, once whoever writes it has seen what goes with it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import refuse_repeats
from performance.forms.progress import DiscardForm
from performance.models import ProgressItem, ProgressReport
from performance.operations.progress.discarding import discard_report
from performance.operations.progress.reports import AlreadyPresented
from performance.views.progress.reach import WasDiscarded, own_report
from performance.views.progress.reading import LIST

TYPED = {
    "text": "In words",
    "who": "Who",
    "by_when": "By when",
    "waits_for": "Subject to",
    "note": "What became of it, in words",
    "correction": "Note of correction",
}
"""What people type of an item, by the end of its name in the form."""
AGAIN = "Somebody wrote in the draft meanwhile. Read it again, then discard it"


@allow(Permission.WRITE_PROGRESS)
def progress_discard(request: SignedInRequest, pk: int) -> HttpResponse:
    """Asks why, says what goes with the draft, and takes it away."""
    refuse_repeats(request.POST)
    try:
        return _discarded(request, own_report(request, pk))
    except WasDiscarded as discarded:
        messages.info(request, f"{discarded} Nothing more was done.")
        return redirect("progress_reports")


def _discarded(request: SignedInRequest, report: ProgressReport) -> HttpResponse:
    if report.is_presented:
        return redirect(report)
    form = DiscardForm(request.POST if request.method == "POST" else None, version=report.version)
    if form.is_bound and form.is_valid():
        try:
            discard_report(
                report, expected=form.expected_version, why=form.cleaned_data["why"], by=request.user
            )
        except AlreadyPresented:
            return redirect(report)
        except Conflict:
            report = own_report(request, report.pk)
            form.ask_again(report.version, AGAIN)
        else:
            messages.success(request, f"The draft for {report.period} is discarded.")
            return redirect("progress_reports")
    return _page(request, report, form)


def _page(request: SignedInRequest, report: ProgressReport, form: DiscardForm) -> HttpResponse:
    items = ProgressItem.objects.filter(report=report)
    work_url = reverse("progress_work", args=[report.pk])
    context = {
        "report": report,
        "form": form,
        "own": items.filter(carried_from=None).count(),
        "carried": items.carried().count(),
        "cancel_url": work_url,
        "breadcrumbs": [(LIST, reverse("progress_reports")), (str(report), work_url)],
    }
    return render(request, "performance/progress_discard.html", context)


def gone(request: SignedInRequest, discarded: WasDiscarded) -> HttpResponse:
    """Says who discarded a draft, and gives back what was typed for it meanwhile."""
    named = ((name.rpartition("-")[2], said) for name, said in request.POST.items())
    context = {
        "gone": discarded.gone,
        "typed": [(TYPED[name], said) for name, said in named if name in TYPED and said],
        "breadcrumbs": [(LIST, reverse("progress_reports"))],
    }
    return render(request, "performance/progress_gone.html", context, status=410)
