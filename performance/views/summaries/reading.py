"""Executive summaries to read: the list, and one of them as a paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from council.access import Permission, SignedInRequest, allow, may
from council.lists import ListPage, list_page
from performance.figures.summary.paper import changed_since, paper_of
from performance.filters import SummaryFilters
from performance.models import ExecutiveSummary
from performance.rules.summary.figure import Changed
from performance.rules.summary.paper import Paper, Sentence
from performance.tables.summaries import SummaryTable
from performance.views.summaries.reach import LIST, readable, today


@dataclass(frozen=True)
class Line:
    """One sentence with what has changed of its figures."""

    sentence: Sentence
    changes: Sequence[Changed]


@dataclass(frozen=True)
class SectionLines:
    """One section with its lines."""

    heading: str
    lines: list[Line]


@allow(Permission.SEE_PERFORMANCE)
def summaries(request: SignedInRequest) -> HttpResponseBase:
    """Every executive summary that the reader may read."""
    writes = may(request.user, Permission.WRITE_SUMMARIES)
    page = list_page(
        request,
        queryset=ExecutiveSummary.objects.readable(sees_drafts=writes).with_whose(),
        table_class=SummaryTable,
        filterset_class=SummaryFilters if writes else None,
        name="executive summaries",
        singular="executive summary",
        caption="What the council and its bodies were told of each quarter, the newest first",
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "may_write": writes,
        "breadcrumbs": [("Dashboard", reverse("dashboard"))],
    }
    return render(request, "performance/summary_list.html", context)


@allow(Permission.SEE_PERFORMANCE)
def summary(request: SignedInRequest, pk: int) -> HttpResponse:
    """One summary: its three sections, each sentence with its figures and with what has changed of them since."""
    row = readable(request, pk)
    paper = paper_of(row)
    changes = changed_since(row, paper, today=today())
    context = {
        "summary": row,
        "paper": paper,
        "sections": in_lines(paper, changes),
        "changed": len(changes),
        "errata": list(row.errata.select_related("by")) if row.is_presented else [],
        "may_write": may(request.user, Permission.WRITE_SUMMARIES),
        "breadcrumbs": [(LIST, reverse("summaries"))],
    }
    return render(request, "performance/summary_detail.html", context)


def in_lines(paper: Paper, changes: Mapping[int, Sequence[Changed]]) -> list[SectionLines]:
    """The sections with their sentences, each beside what has changed."""
    return [
        SectionLines(
            each.heading, [Line(sentence, changes.get(sentence.number, ())) for sentence in each.sentences]
        )
        for each in paper.sections
    ]
