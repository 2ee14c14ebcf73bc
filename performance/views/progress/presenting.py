"""A draft is presented, and a presented report corrected beside its words."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.forms import refuse_repeats
from council.periods import local_day
from performance.figures.progress.paper import draft_of, paper_of
from performance.forms.progress import ErratumForm, PresentForm
from performance.operations.progress.reports import add_erratum, present_report
from performance.rules.progress.counts import count
from performance.rules.progress.presenting import presenting_problems, short
from performance.views.progress.reach import own_report
from performance.views.progress.reading import LIST
from portfolios.views.presented import corrected, presented


@allow(Permission.WRITE_PROGRESS)
def progress_present(request: SignedInRequest, pk: int) -> HttpResponse:
    """Fixes a draft for good, once nothing is missing; says what is where something is."""
    refuse_repeats(request.POST)
    report = own_report(request, pk)
    if report.is_presented:
        return redirect(report)
    today = local_day(timezone.now())
    form = PresentForm(request.POST if request.method == "POST" else None, version=report.version, day=today)
    if form.is_bound and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("dated_on", "to_body", "meeting")}
        how = {"expected": form.expected_version, "by": request.user, "at": timezone.now(), **said}
        verb = partial(present_report, report, **how)
        answer = presented(
            request, report, form, verb, noun="report", as_it_stands=partial(own_report, request, pk)
        )
        if answer:
            return answer
    paper = draft_of(report, on=today)
    context = {
        "report": report,
        "form": form,
        "counts": count(paper, on=today),
        "missing": presenting_problems(paper),
        "work_url": reverse("progress_work", args=[pk]),
        "cancel_url": reverse("progress_work", args=[pk]),
        "breadcrumbs": [(LIST, reverse("progress_reports"))],
    }
    return render(request, "performance/progress_present.html", context)


@allow(Permission.WRITE_PROGRESS)
def progress_erratum(request: SignedInRequest, pk: int) -> HttpResponse:
    """Adds what was found wrong to a presented report; its words stay."""
    refuse_repeats(request.POST)
    report = own_report(request, pk)
    if not report.is_presented:
        return redirect("progress_work", pk)
    items = sorted(paper_of(report, on=local_day(timezone.now())).items, key=lambda each: each.number)
    choices = [(each.number, f"{each.number}: {short(each)}") for each in items]
    form = ErratumForm(request.POST if request.method == "POST" else None, items=choices)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        add_erratum(
            report,
            words=said["words"],
            item_number=said["item_number"],
            by=request.user,
            at=timezone.now(),
        )
        return corrected(request, report, noun="report")
    context = {
        "report": report,
        "form": form,
        "cancel_url": report.get_absolute_url(),
        "breadcrumbs": [(LIST, reverse("progress_reports")), (str(report), report.get_absolute_url())],
    }
    return render(request, "performance/progress_erratum.html", context)
