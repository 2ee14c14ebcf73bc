"""Annual complaints reports: the list, one of them, and how it is begun, written, presented and responded to."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from complaints.figures.assessing import assessments_of
from complaints.forms.annual import (
    AnnualErratumForm,
    AnnualWordsForm,
    BeginAnnualForm,
    PresentAnnualForm,
    ResponseForm,
)
from complaints.models import AnnualComplaintsReport
from complaints.operations.annual_reports import (
    AnnualReportPresented,
    add_annual_erratum,
    add_response,
    begin_annual_report,
    lacking,
    paper_of,
    present_annual_report,
    write_annual_report,
)
from complaints.operations.steps import Stopped
from complaints.rules.annual_report import PARTS
from complaints.rules.small_numbers import HIDDEN_WORDS
from complaints.tables.annual import AnnualReportTable
from complaints.views.annual_paper import shown_paper
from complaints.views.stepping import put_beside
from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.forms import refuse_repeats
from council.lists import ListPage, list_page
from council.periods import LAST_YEAR, local_day
from portfolios.views.presented import corrected, presented

LIST = "Annual reports"


@allow(Permission.SEE_CASE_PATTERNS)
def annual_reports(request: SignedInRequest) -> HttpResponseBase:
    """Every annual report that the reader may read."""
    page = list_page(
        request,
        queryset=_readable(request).annotate(answered=Count("responses")).order_by("-year", "pk"),
        table_class=AnnualReportTable,
        name="annual reports",
        caption="How the council handled complaints, year by year, the newest first",
    )
    if not isinstance(page, ListPage):
        return page
    writes = may(request.user, Permission.ROLL_UP_FEEDBACK)
    return render(request, "complaints/annual_reports.html", {"list": page, "may_write": writes})


@allow(Permission.SEE_CASE_PATTERNS)
def annual_report(request: SignedInRequest, year: int) -> HttpResponse:
    """One report as a paper: as it was presented, or the draft as it stands today."""
    row = find_report(request, year)
    context = {
        **shown_paper(row, on=local_day(timezone.now())),
        "may_write": may(request.user, Permission.ROLL_UP_FEEDBACK),
        "breadcrumbs": [(LIST, reverse("annual_reports"))],
    }
    return render(request, "complaints/annual_report.html", context)


@allow(Permission.ROLL_UP_FEEDBACK)
def annual_report_new(request: SignedInRequest) -> HttpResponse:
    """Begins the report of a financial year."""
    form = BeginAnnualForm(_sent(request), day=local_day(timezone.now()))
    if form.is_bound and form.is_valid():
        row = begin_annual_report(year=form.cleaned_data["year"], by=request.user, at=timezone.now())
        if row.is_presented:
            messages.info(request, "This report was presented already.")
            return redirect(row)
        return redirect("annual_report_work", row.year)
    crumbs = [(LIST, reverse("annual_reports"))]
    context = {"form": form, "cancel_url": reverse("annual_reports"), "breadcrumbs": crumbs}
    return render(request, "complaints/annual_report_new.html", context)


@allow(Permission.ROLL_UP_FEEDBACK)
def annual_report_work(request: SignedInRequest, year: int) -> HttpResponse:
    """A draft to be written, beside its self-assessment and what it still lacks."""
    row, sent = find_report(request, year), _sent(request)
    if row.is_presented:
        if sent is not None:
            messages.warning(request, f"{AnnualReportPresented()} What you sent is not saved.")
        return redirect(row)
    form = AnnualWordsForm(sent, report=row)
    if form.is_bound and form.is_valid():
        try:
            write_annual_report(row, form.words, expected=form.expected_version, by=request.user)
        except AnnualReportPresented as problem:
            messages.warning(request, f"{problem} What you sent is not saved.")
            return redirect(row)
        except Conflict:
            row = find_report(request, year)
            sentence = "Somebody else saved this meanwhile. What they wrote is below the boxes."
            form.ask_again(row.version, sentence)
        else:
            messages.success(request, "What you wrote is saved.")
            return redirect("annual_report_work", year)
    on = local_day(timezone.now())
    assessments = assessments_of(row, on=on, hide=False)
    context = {
        "row": row,
        "form": form,
        "theirs": [getattr(row, name) for name, _, _ in PARTS] if form.errors else [],
        "lacking": lacking(row, assessments, on=on),
        "assessments": assessments,
        "breadcrumbs": [(LIST, reverse("annual_reports"))],
    }
    return render(request, "complaints/annual_report_work.html", context)


@allow(Permission.ROLL_UP_FEEDBACK)
def annual_report_present(request: SignedInRequest, year: int) -> HttpResponse:
    """Fixes a draft for good; from then on anybody can read it."""
    row, sent = find_report(request, year), _sent(request)
    if row.is_presented:
        return redirect(row)
    now = timezone.now()
    form = PresentAnnualForm(sent, report=row, day=local_day(now))
    if form.is_bound and form.is_valid():
        said = {"dated_on": form.cleaned_data["dated_on"], "expected": form.expected_version}
        verb = partial(present_annual_report, row, **said, by=request.user, at=now)
        again = partial(find_report, request, year)
        answer = presented(request, row, form, verb, noun="annual report", as_it_stands=again)
        if answer:
            return answer
    on = local_day(now)
    assessments = assessments_of(row, on=on, hide=True)
    work = reverse("annual_report_work", args=[year])
    context = {
        "row": row,
        "paper": paper_of(row, on=on, assessments=assessments),
        "lacking": lacking(row, assessments, on=on),
        "hidden": HIDDEN_WORDS,
        "form": form,
        "cancel_url": work,
        "breadcrumbs": [(LIST, reverse("annual_reports")), (str(row), work)],
    }
    return render(request, "complaints/annual_report_present.html", context)


@allow(Permission.ROLL_UP_FEEDBACK)
def annual_report_erratum(request: SignedInRequest, year: int) -> HttpResponse:
    """Puts right beside the words what was found wrong after an annual report was presented."""
    row, sent = find_report(request, year), _sent(request)
    if not row.is_presented:
        return _not_presented(request, row)
    form = AnnualErratumForm(sent)
    if form.is_bound and form.is_valid():
        add_annual_erratum(row, words=form.cleaned_data["words"], by=request.user, at=timezone.now())
        return corrected(request, row, noun="annual report")
    return _beside(request, row, form, "complaints/annual_report_erratum.html")


@allow(Permission.ROLL_UP_FEEDBACK)
def annual_report_response(request: SignedInRequest, year: int) -> HttpResponse:
    """Adds what a governing body said to a presented report."""
    row, sent = find_report(request, year), _sent(request)
    if not row.is_presented:
        return _not_presented(request, row)
    form = ResponseForm(sent)
    if form.is_bound and form.is_valid():
        try:
            add_response(row, **form.cleaned_data, by=request.user, at=timezone.now())
        except Stopped as problem:
            put_beside(form, problem)
        else:
            messages.success(request, "The response is published with the report.")
            return redirect(row)
    return _beside(request, row, form, "complaints/annual_report_response.html")


def find_report(request: SignedInRequest, year: int) -> AnnualComplaintsReport:
    """The report of the year, where the reader may read it; 404 alike for a draft that is not theirs and for none."""
    rows = _readable(request).select_related("paper")
    row: AnnualComplaintsReport | None = rows.filter(year=year).first() if year <= LAST_YEAR else None
    if row is None:
        raise Http404("There is no such report, or it is not presented yet.")
    return row


def _readable(request: SignedInRequest) -> Any:
    writes = may(request.user, Permission.ROLL_UP_FEEDBACK)
    return AnnualComplaintsReport.objects.readable(sees_drafts=writes)


def _sent(request: SignedInRequest) -> Any:
    refuse_repeats(request.POST)
    return request.POST if request.method == "POST" else None


def _not_presented(request: SignedInRequest, row: AnnualComplaintsReport) -> HttpResponse:
    messages.info(request, "This report is a draft: change its words instead.")
    return redirect("annual_report_work", row.year)


def _beside(request: SignedInRequest, row: AnnualComplaintsReport, form: Any, template: str) -> HttpResponse:
    url = row.get_absolute_url()
    crumbs = [(LIST, reverse("annual_reports")), (str(row), url)]
    return render(request, template, {"row": row, "form": form, "cancel_url": url, "breadcrumbs": crumbs})
