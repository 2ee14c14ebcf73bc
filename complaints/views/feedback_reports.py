"""Reports of what customers said in a quarter: the list, one of them, and how it is begun, written and presented."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from complaints.figures.feedback_report import report_of
from complaints.forms.feedback import (
    BeginReportForm,
    PresentReportForm,
    ReportErratumForm,
    ReportForm,
    number_in_year,
)
from complaints.models import FeedbackReport
from complaints.operations.feedback_reports import (
    ReportPresented,
    add_report_erratum,
    begin_report,
    present_report,
    write_report,
)
from complaints.rules.feedback_report import HEADINGS
from complaints.rules.small_numbers import HIDDEN_WORDS
from complaints.tables.feedback import FeedbackReportTable
from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.forms import refuse_repeats
from council.lists import ListPage, list_page
from council.periods import local_day
from portfolios.views.presented import corrected, presented

LIST = "Feedback reports"


@allow(Permission.SEE_CASE_PATTERNS)
def feedback_reports(request: SignedInRequest) -> HttpResponseBase:
    """Every report that the reader may read."""
    page = list_page(
        request,
        queryset=_readable(request).with_whose(),
        table_class=FeedbackReportTable,
        name="feedback reports",
        singular="feedback report",
        caption="What the council and its bodies were told of what customers said, the newest first",
    )
    if not isinstance(page, ListPage):
        return page
    writes = may(request.user, Permission.ROLL_UP_FEEDBACK)
    return render(request, "complaints/feedback_reports.html", {"list": page, "may_write": writes})


@allow(Permission.SEE_CASE_PATTERNS)
def feedback_report(request: SignedInRequest, pk: int) -> HttpResponse:
    """One report as a paper: as it was presented, or the draft as it stands today."""
    row = _find(request, pk)
    words = row.paper.content if row.is_presented else {}
    context = {
        **_shown(row),
        "summary": words.get("summary", row.summary),
        "chief_executive": words.get("chief_executive", row.chief_executive),
        "whose": words.get("whose", row.whose),
        "errata": row.errata.select_related("by") if row.is_presented else [],
        "may_write": may(request.user, Permission.ROLL_UP_FEEDBACK),
        "breadcrumbs": [(LIST, reverse("feedback_reports"))],
    }
    return render(request, "complaints/feedback_report.html", context)


@allow(Permission.ROLL_UP_FEEDBACK)
def feedback_report_new(request: SignedInRequest) -> HttpResponse:
    """Begins the report of a quarter, for a body or for the operating officer."""
    refuse_repeats(request.POST)
    today, sent = local_day(timezone.now()), request.method == "POST"
    form = BeginReportForm(
        request.POST if sent else None, day=today, initial={"quarter": BeginReportForm.usual(today)}
    )
    if form.is_bound and form.is_valid():
        span = form.chosen
        row = begin_report(
            year=span.year,
            quarter=number_in_year(span),
            body=form.cleaned_data["body"],
            by=request.user,
            at=timezone.now(),
        )
        if row.is_presented:
            messages.info(request, "This report was presented already.")
            return redirect(row)
        return redirect("feedback_report_work", row.pk)
    context = {
        "form": form,
        "cancel_url": reverse("feedback_reports"),
        "breadcrumbs": [(LIST, reverse("feedback_reports"))],
    }
    return render(request, "complaints/feedback_report_new.html", context)


@allow(Permission.ROLL_UP_FEEDBACK)
def feedback_report_work(request: SignedInRequest, pk: int) -> HttpResponse:
    """A draft to be written, above what the returns come to."""
    refuse_repeats(request.POST)
    row = _find(request, pk)
    if row.is_presented:
        if request.method == "POST":
            messages.warning(request, f"{ReportPresented()} What you sent is not saved.")
        return redirect(row)
    form = ReportForm(request.POST if request.method == "POST" else None, report=row)
    if form.is_bound and form.is_valid():
        try:
            write_report(row, **_written(form), expected=form.expected_version, by=request.user)
        except ReportPresented as problem:
            messages.warning(request, f"{problem} What you sent is not saved.")
            return redirect(row)
        except Conflict:
            row = _find(request, pk)
            form.ask_again(
                row.version, "Somebody else saved this meanwhile. What they wrote is below the boxes."
            )
        else:
            messages.success(request, "What you wrote is saved.")
            return redirect("feedback_report_work", pk)
    context = {
        **_shown(row),
        "form": form,
        "theirs": row if form.is_bound else None,
        "breadcrumbs": [(LIST, reverse("feedback_reports"))],
    }
    return render(request, "complaints/feedback_report_work.html", context)


def _written(form: ReportForm) -> dict[str, str]:
    return {name: form.cleaned_data[name] for name in ("summary", "chief_executive")}


@allow(Permission.ROLL_UP_FEEDBACK)
def feedback_report_present(request: SignedInRequest, pk: int) -> HttpResponse:
    """Fixes a draft for good, after a look at which teams have not returned."""
    refuse_repeats(request.POST)
    row = _find(request, pk)
    if row.is_presented:
        return redirect(row)
    today = local_day(timezone.now())
    form = PresentReportForm(request.POST if request.method == "POST" else None, report=row, day=today)
    if form.is_bound and form.is_valid():
        verb = partial(
            present_report,
            row,
            expected=form.expected_version,
            dated_on=form.cleaned_data["dated_on"],
            by=request.user,
            at=timezone.now(),
        )
        answer = presented(request, row, form, verb, noun="report", as_it_stands=partial(_find, request, pk))
        if answer:
            return answer
    work = reverse("feedback_report_work", args=[pk])
    context = {
        **_shown(row),
        "form": form,
        "cancel_url": work,
        "breadcrumbs": [(LIST, reverse("feedback_reports")), (str(row), work)],
    }
    return render(request, "complaints/feedback_report_present.html", context)


@allow(Permission.ROLL_UP_FEEDBACK)
def feedback_report_erratum(request: SignedInRequest, pk: int) -> HttpResponse:
    """Adds what was found wrong to a presented report; its words stay."""
    refuse_repeats(request.POST)
    row = _find(request, pk)
    if not row.is_presented:
        return redirect("feedback_report_work", pk)
    form = ReportErratumForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        add_report_erratum(row, words=form.cleaned_data["words"], by=request.user, at=timezone.now())
        return corrected(request, row, noun="report")
    context = {
        "row": row,
        "form": form,
        "cancel_url": row.get_absolute_url(),
        "breadcrumbs": [(LIST, reverse("feedback_reports")), (str(row), row.get_absolute_url())],
    }
    return render(request, "complaints/feedback_report_erratum.html", context)


def _readable(request: SignedInRequest) -> Any:
    """Writers read drafts too, officers what was presented, members what was presented to bodies."""
    rows = FeedbackReport.objects.all()
    if may(request.user, Permission.ROLL_UP_FEEDBACK):
        return rows
    return rows.presented() if may(request.user, Permission.HANDLE_CASES) else rows.for_members()


def _find(request: SignedInRequest, pk: int) -> FeedbackReport:
    row: FeedbackReport = get_object_or_404(_readable(request).select_related("body", "paper"), pk=pk)
    return row


def _shown(row: FeedbackReport) -> dict[str, Any]:
    """The report with its figures."""
    return {
        "row": row,
        "report": report_of(row, on=local_day(timezone.now())),
        "headings": [words for _, words in HEADINGS],
        "hidden": HIDDEN_WORDS if row.body_id else "",
    }
