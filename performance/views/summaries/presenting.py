"""A summary is presented, and a presented one corrected beside its words."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.forms import refuse_repeats
from performance.figures.summary.paper import changed_since, draft_of, paper_of, rows_of
from performance.forms.summaries import PresentSummaryForm, SummaryErratumForm
from performance.models import ExecutiveSummary
from performance.operations.summaries.presenting import add_summary_erratum, present_summary
from performance.rules.summary.paper import shortened
from performance.views.summaries.reach import LIST, readable, today
from performance.views.summaries.reading import in_lines
from portfolios.views.presented import corrected, presented


@allow(Permission.WRITE_SUMMARIES)
def summary_present(request: SignedInRequest, pk: int) -> HttpResponse:
    """Fixes a draft for good, after a look at the sentences that still warn and at those left out."""
    refuse_repeats(request.POST)
    row = readable(request, pk)
    if row.is_presented:
        return redirect(row)
    form = PresentSummaryForm(request.POST if request.method == "POST" else None, summary=row, day=today())
    if form.is_bound and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("dated_on", "plans")}
        how = {"expected": form.expected_version, "by": request.user, "at": timezone.now(), **said}
        verb = partial(present_summary, row, **how)
        answer = presented(
            request, row, form, verb, noun="summary", as_it_stands=partial(readable, request, pk)
        )
        if answer:
            return answer
    return _page(request, row, form)


def _page(request: SignedInRequest, row: ExecutiveSummary, form: PresentSummaryForm) -> HttpResponse:
    """The question, beside the sentences that still warn and those left out."""
    rows = rows_of(row)
    paper = draft_of(row, rows)
    lines = in_lines(paper, changed_since(row, paper, today=today()))
    work_url = reverse("summary_work", args=[row.pk])
    context = {
        "summary": row,
        "form": form,
        "sections": lines,
        "warned": [line for section in lines for line in section.lines if line.changes],
        "left_out": [each for each in rows if each.is_left_out],
        "cancel_url": work_url,
        "breadcrumbs": [(LIST, reverse("summaries")), (str(row), work_url)],
    }
    return render(request, "performance/summary_present.html", context)


@allow(Permission.WRITE_SUMMARIES)
def summary_erratum(request: SignedInRequest, pk: int) -> HttpResponse:
    """Adds what was found wrong to a presented summary; its words stay."""
    refuse_repeats(request.POST)
    row = readable(request, pk)
    if not row.is_presented:
        return redirect("summary_work", pk)
    choices = [(each.number, f"{each.number}: {shortened(each.text)}") for each in paper_of(row).sentences]
    form = SummaryErratumForm(request.POST if request.method == "POST" else None, sentences=choices)
    if form.is_bound and form.is_valid():
        add_summary_erratum(row, by=request.user, at=timezone.now(), **form.cleaned_data)
        return corrected(request, row, noun="summary")
    context = {
        "summary": row,
        "form": form,
        "cancel_url": row.get_absolute_url(),
        "breadcrumbs": [(LIST, reverse("summaries")), (str(row), row.get_absolute_url())],
    }
    return render(request, "performance/summary_erratum.html", context)
