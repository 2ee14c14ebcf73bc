"""What to settle about who is responsible before the annual meeting confirms the portfolios."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from council.access import Permission, SignedInRequest, allow, may
from council.lists import ListPage, list_page
from council.periods import local_day
from council.tables import ListRows
from portfolios.figures.responsibility_check import next_annual_meeting, problems, proposals
from portfolios.forms.who import DayForm
from portfolios.rules.responsibility_check import CheckKind, CheckProblem
from portfolios.tables.responsibility import CheckTable


@dataclass(frozen=True)
class CheckLine:
    """A problem as a row: where it can be looked at, and where it is put right."""

    sort: CheckKind
    kind: str
    about: str
    sentence: str
    next_step: str
    url: str
    register_url: str
    noun: str
    """What sort of row it leads to: a service and the finding about it have one name."""

    @classmethod
    def of(cls, problem: CheckProblem) -> "CheckLine":
        """The row of a problem."""
        return cls(
            sort=problem.kind,
            kind=problem.kind.heading,
            about=problem.about,
            sentence=problem.sentence,
            next_step=problem.kind.next_step,
            url=reverse(problem.model, args=[problem.pk]),
            register_url=reverse(f"admin:portfolios_{problem.model}_change", args=[problem.pk]),
            noun=problem.model,
        )


@dataclass(frozen=True)
class Section:
    """The problems of one sort, with what to do next about each."""

    kind: CheckKind
    count: int
    table: CheckTable

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return self.kind.name.lower().replace("_", "-")


@allow(Permission.SEE_PERFORMANCE)
def responsibility_check(request: SignedInRequest) -> HttpResponseBase:
    """Problems sort by sort, each counted and with what to do next; the whole list as a file."""
    form = DayForm(request.GET, today=local_day(timezone.now()))
    if form.day is None:
        return render(request, "portfolios/responsibility_check.html", {"form": form})
    page = list_page(
        request,
        queryset=[CheckLine.of(problem) for problem in problems(day=form.day)],
        table_class=CheckTable,
        name="problems",
        caption="What to settle before the annual meeting",
    )
    if not isinstance(page, ListPage):
        return page
    return render(
        request,
        "portfolios/responsibility_check.html",
        {
            "form": form,
            "day": form.day,
            "list": page,
            "sections": _sections(page, may_register=may(request.user, Permission.MANAGE_REGISTER)),
            "meeting": next_annual_meeting(day=form.day),
            "proposals": proposals(day=form.day),
        },
    )


def _sections(page: ListPage, *, may_register: bool) -> list[Section]:
    """A table for each sort that has problems, sorted as the address says."""
    sections = []
    for kind in CheckKind:
        lines: Iterable[CheckLine] = page.rows
        own = [line for line in lines if line.sort is kind]
        hidden = ("kind", "next_step") if may_register else ("kind", "next_step", "register")
        caption = format_html('{}: {} <span class="quiet">{}</span>', kind.heading, len(own), kind.next_step)
        table = CheckTable(ListRows(own), caption=caption, exclude=hidden)
        table.sort_url = page.table.sort_url
        table.order_by = [each for each in page.table.order_by or () if each.removeprefix("-") not in hidden]
        if own:
            sections.append(Section(kind, len(own), table))
    return sections
