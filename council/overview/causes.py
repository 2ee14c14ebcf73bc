"""The causes of complaints, and whether complaints of one fell: complaints beside the rules that indicators have."""

import datetime
from collections import Counter
from dataclasses import dataclass

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from complaints.figures.causes import (
    Month,
    actions_done,
    first_complaint,
    lessons_by_cause,
    received_by_cause,
    unanswered_share,
)
from complaints.models import Cause, Lesson
from complaints.rules.shown_counts import shown_count
from complaints.tables.causes import CauseTable
from council.access import Permission, SignedInRequest, allow, may
from council.lists import EXPORTS, ListPage, list_page
from council.overview.fall import (
    Stretch,
    fall_chart,
    fall_of,
    fall_words,
    judged,
    months_until,
    settled,
    stretches_of,
)
from council.periods import local_day
from performance.figures.spc_numbers import FILE_HEADINGS, file_rows

YEAR = 12


@dataclass(frozen=True)
class CauseLine:
    """One cause as the list shows it."""

    pk: int
    name: str
    number: int | str
    sentence: str
    lessons: int
    done: int


@allow(Permission.SEE_CASE_PATTERNS)
def causes(request: SignedInRequest) -> HttpResponseBase:
    """Why things went wrong: how many complaints of each cause, whether they fell, and what was done about it."""
    months, counts = _counted()
    lessons, done = lessons_by_cause()
    hides = not may(request.user, Permission.HANDLE_CASES)
    lines = [
        CauseLine(
            pk=each.pk,
            name=each.name,
            number=shown_count(sum(month.number for month in own[-YEAR:]), is_hidden_when_small=hides),
            sentence=fall_words(judged(own)),
            lessons=lessons[each.pk],
            done=done[each.pk],
        )
        for each in Cause.objects.all()
        for own in [stretches_of(months, counts.get(each.pk, Counter()))]
    ]
    page = list_page(
        request,
        queryset=lines,
        table_class=CauseTable,
        name="causes",
        caption="Causes that the newest answers to complaints name",
        per_page=200,
    )
    if not isinstance(page, ListPage):
        return page
    return render(request, "council/cause_list.html", {"list": page})


@allow(Permission.SEE_CASE_PATTERNS)
def cause(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """Whether complaints of a cause fell: their months as a control chart, with the days on which actions were done.

    Whoever handles no cases sees small numbers neither on the chart nor in the file.
    """
    row = get_object_or_404(Cause, pk=pk)
    months, counts = _counted()
    own: list[Stretch] = stretches_of(months, counts.get(row.pk, Counter()))
    fall = fall_of(own, sees_all=may(request.user, Permission.HANDLE_CASES))
    export = EXPORTS.get(request.GET.get("export", ""))
    if export and fall.spc:
        return export(f"complaints of {row}", FILE_HEADINGS, file_rows(fall.spc))
    done = actions_done(row)
    context = {
        "cause": row,
        "fall": fall,
        "chart": fall_chart(fall, title=f"Complaints received: {row}", actions=done),
        "actions": done,
        "lessons": Lesson.objects.filter(cause=row).select_related("service"),
        "downloads": [(f"Download {each.upper()}", f"?export={each}") for each in EXPORTS],
        "breadcrumbs": [("Causes", reverse("causes"))],
    }
    return render(request, "council/cause_detail.html", context)


def _counted() -> tuple[list[tuple[datetime.date, datetime.date]], dict[int, Counter[Month]]]:
    """The months that are over and answered, and by cause how many complaints came in each; three queries."""
    months = months_until(local_day(timezone.now()), since=first_complaint())
    if not months:
        return [], {}
    since, until = months[0][0], months[-1][1]
    kept = settled(months, unanswered_share(since=since, until=until))
    return kept, received_by_cause(since=since, until=until)
