"""One case, for those who may see it: what was said, its clocks, what is to be done next and what was done."""

import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from complaints.choices import CaseStep, LookKind
from complaints.figures.answers import shown_points
from complaints.figures.case_page import departures_of, remedies_of, step_facts
from complaints.figures.clock_page import clocks_of, waited_for
from complaints.figures.decided import decisions_of
from complaints.figures.survey_page import said_of_case
from complaints.figures.timeline import timeline_of
from complaints.figures.who_answers import thread_of
from complaints.models import Case, LegalHold
from complaints.operations.looks import keep_look
from complaints.rules.next_step import NextStep, StepFacts, next_step, other_steps
from complaints.views.page_urls import page_url
from council.access import Permission, SignedInRequest, allow, may
from council.periods import local_day

NAMED = ("representative", "arose_from", "incident", "taken_by", "service__manager")
"""What the pages of a case name beside what a list does."""


@allow(Permission.HANDLE_CASES)
def case(request: SignedInRequest, reference: str) -> HttpResponse:
    """The case, to whoever may see it; the look is kept."""
    row, now = find_case(request, reference), timezone.now()
    day = local_day(now)
    keep_look(request.user, LookKind.CASE, at=now, case=row, customer=row.customer)
    clocks, points, remedies = clocks_of(row, on=day), shown_points(row), remedies_of(row, on=day)
    timeline, led_to = timeline_of(row), list(row.led_to.order_by("received_at", "pk"))
    concerned = list(row.people_concerned.select_related("person"))
    passed_on = [each for each in timeline if each.entry and each.entry.step == CaseStep.PASSED_ON]
    surveys = said_of_case(row)
    is_team = may(request.user, Permission.SEE_ALL_CASES)
    hold = LegalHold.objects.in_force().filter(case=row).select_related("by").first() if is_team else None
    facts = step_facts(
        row,
        clocks,
        points,
        remedies,
        reader=request.user,
        concerned=len(concerned),
        has_passed_on=bool(passed_on),
        waits_for_answers=any(each.waits(day) for each in surveys[:1]),
        is_held=hold is not None,
    )
    context = {
        "case": row,
        "clocks": clocks,
        "waits": waited_for(clocks),
        "points": points,
        "remedies": remedies,
        "timeline": timeline,
        "decisions": decisions_of(row, timeline, led_to),
        "led_to": led_to,
        "surveys": surveys,
        "concerned": concerned if is_team else [],
        "hold": hold,
        "is_team": is_team,
        **_beside(row, day),
        **_steps(row, facts),
    }
    return render(request, "complaints/case_detail.html", context)


def _beside(row: Case, day: datetime.date) -> dict[str, Any]:
    """What is shown of a case and tells nothing of its next step."""
    return {
        "files": row.attachments.filter(removed_at=None),
        "lessons": [link.lesson for link in row.lessons.select_related("lesson")],
        "ombudsman_cases": row.ombudsman_cases.all(),
        "departures": departures_of(row.procedure),
        "thread": thread_of(row.service, day=day),
    }


def _steps(row: Case, facts: StepFacts) -> dict[str, Any]:
    """The next step and the others with their addresses; the address where each point is answered."""
    first = next_step(facts)
    groups = [
        (group.title, [(each.words, _url(row, each)) for each in group.steps]) for group in other_steps(facts)
    ]
    return {"next": (first.words, _url(row, first)) if first else None, "groups": groups}


def _url(row: Case, step: NextStep) -> str:
    return page_url(row, step.page, step.number)


def find_case(request: SignedInRequest, reference: str) -> Case:
    """The case of the reference, where the reader may see it; 404 alike for what is not theirs and not there."""
    seen = Case.objects.visible_to(request.user, day=local_day(timezone.now())).with_people()
    named = seen.select_related(*NAMED)
    row = named.filter(reference=reference).first()
    if row is None:
        raise Http404("There is no such case, or it is not yours to see.")
    return row
