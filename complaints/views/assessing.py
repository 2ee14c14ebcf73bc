"""One paragraph of the self-assessment: what the records say, which cases did not keep to it, and what we say."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from complaints.choices import LookKind
from complaints.figures.assessing import assessments_of
from complaints.figures.self_assessment import cases_in_breach
from complaints.forms.annual import ParagraphForm
from complaints.models import AnnualComplaintsReport, Case
from complaints.operations.annual_reports import AnnualReportPresented, answer_paragraph
from complaints.operations.looks import keep_look
from complaints.rules.code_paragraphs import MEASURES
from complaints.rules.self_assessment import Assessed
from complaints.views.annual_reports import LIST, find_report
from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import refuse_repeats
from council.periods import local_day

MOST_SHOWN = 100
"""References shown of one measure; the rest is counted."""
AGAIN = "Somebody else answered this paragraph meanwhile. What they wrote is below; read it, then save again"


@allow(Permission.ROLL_UP_FEEDBACK)
def annual_paragraph(request: SignedInRequest, year: int, code: str, paragraph: str) -> HttpResponse:
    """A paragraph to be answered, above the cases that did not keep to it and that the reader may see."""
    refuse_repeats(request.POST)
    row = find_report(request, year)
    if row.is_presented:
        if request.method == "POST":
            messages.warning(request, f"{AnnualReportPresented()} What you sent is not saved.")
        return redirect(row)
    found = _find(row, code, paragraph)
    form = _form(request, row, found)
    if form.is_bound and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("finding", "words")}
        expected = form.expected_version
        try:
            answer_paragraph(row, code=code, paragraph=paragraph, **said, expected=expected, by=request.user)
        except AnnualReportPresented as problem:
            messages.warning(request, f"{problem} What you sent is not saved.")
            return redirect(row)
        except Conflict:
            found = _find(row, code, paragraph)
            form.ask_again(_version(row, found), AGAIN)
        else:
            messages.success(request, f"What we say of {found.paragraph.number} is saved.")
            return redirect("annual_report_work", year)
    work = reverse("annual_report_work", args=[year])
    context = {
        "row": row,
        "each": found,
        "form": form,
        "theirs": found.words if form.errors else "",
        "breaches": _breaches(request, row, found),
        "cancel_url": work,
        "breadcrumbs": [(LIST, reverse("annual_reports")), (str(row), work)],
    }
    return render(request, "complaints/annual_paragraph.html", context)


def _form(request: SignedInRequest, row: AnnualComplaintsReport, found: Assessed) -> ParagraphForm:
    sent = request.POST if request.method == "POST" else None
    initial = {"finding": found.finding, "words": found.words}
    return ParagraphForm(sent, version=_version(row, found), initial=initial)


def _find(row: AnnualComplaintsReport, code: str, key: str) -> Assessed:
    on = local_day(timezone.now())
    every = assessments_of(row, on=on, hide=False, only=code)
    found = next((each for each in every if (each.code, each.paragraph.key) == (code, key)), None)
    if found is None:
        raise Http404("There is no such paragraph in this self-assessment.")
    return found


def _version(row: AnnualComplaintsReport, found: Assessed) -> int:
    """That of the answer; 0 where nobody has answered yet."""
    answers = row.answers.filter(code=found.code, paragraph=found.paragraph.key)
    return answers.values_list("version", flat=True).first() or 0


def _breaches(request: SignedInRequest, row: AnnualComplaintsReport, found: Assessed) -> list[Any]:
    """Of each measure the cases that were not as expected: those that the reader may see, and how many are not."""
    now = timezone.now()
    seen = Case.objects.visible_to(request.user, day=local_day(now)).order_by("-received_on", "-pk")
    told = []
    for name, counted in found.measured.items():
        if not counted.breaches:
            continue
        cases = cases_in_breach(row.span, found.code, name, on=local_day(now))
        rows = list(seen.filter(pk__in=cases.values("pk")).only("reference", "received_on")[:MOST_SHOWN])
        told.append((MEASURES[name], counted.breaches, rows))
    if any(rows for _, _, rows in told):
        keep_look(request.user, LookKind.LIST, at=now)
    return told
