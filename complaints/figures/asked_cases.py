"""How the asking stands of each request and complaint that ended: every one once, asked or not, answered or not."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from complaints.choices import ENDINGS, KINDS_ASKED_ABOUT, OPEN_STATES, Asked, Ending
from complaints.models import Case, CaseEntry, Survey, SurveyRequest
from complaints.rules.surveys import ending_of, first_day_asked_about, how_asked
from council.periods import LONDON

ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Told:
    """Cases that are alike in all that is counted here, and how many they are."""

    service: int | None
    ending: Ending
    asked: Asked
    handling: str
    outcome: str
    fixed: str
    number: int


def ended_cases(
    since: datetime.date, until: datetime.date, services: Collection[int] | None = None
) -> "QuerySet[CaseEntry]":
    """The newest ending in the days of each request and complaint."""
    first, after = _start(since), _start(until + ONE_DAY)
    newer = CaseEntry.objects.filter(
        case=OuterRef("case"), number__gt=OuterRef("number"), step__in=ENDINGS, at__lt=after
    )
    rows: QuerySet[CaseEntry] = CaseEntry.objects.filter(
        ~Exists(newer), step__in=ENDINGS, at__gte=first, at__lt=after, case__kind__in=KINDS_ASKED_ABOUT
    )
    return rows if services is None else rows.filter(case__service__in=services)


def _start(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time.min, tzinfo=LONDON)


def told_of(
    since: datetime.date, until: datetime.date, *, on: datetime.date, services: Collection[int] | None = None
) -> list[Told]:
    """The cases that ended in the days, alike ones together, as the asking stands on a day; two queries."""
    survey = Survey.objects.live_on(on)
    waits = Q(at__gte=_start(_first_day_waiting(survey, on=on)))
    rows: Any = (
        ended_cases(since, until, services)
        .order_by()
        .annotate(
            is_open=Q(case__state__in=OPEN_STATES),
            is_early=waits,
            has_request=Q(survey_request__isnull=False),
            is_given_up=Q(survey_request__message__given_up=True),
            is_answered=Q(survey_request__answered_at__isnull=False),
        )
        .values_list(
            *("case__service", "case__kind", "step", "stage", "is_open", "is_early", "has_request"),
            *("is_given_up", "is_answered", "survey_request__not_asked"),
            *("survey_request__handling", "survey_request__outcome", "survey_request__fixed"),
        )
        .annotate(n=Count("pk"))
    )
    return [_told(row) for row in rows]


def _first_day_waiting(survey: Survey | None, *, on: datetime.date) -> datetime.date:
    """The first day whose endings are still going to be asked about; one to come where no survey is live."""
    if survey is None:
        return on + ONE_DAY
    return first_day_asked_about(
        on, live_since=survey.starts_on, after=survey.ask_after, late_after=survey.late_after
    )


def _told(row: Sequence[Any]) -> Told:
    service, kind, step, stage, is_open, is_early, has_request, given_up, is_answered, why = row[:10]
    handling, outcome, fixed, number = row[10:]
    asked = how_asked(
        has_request=bool(has_request),
        not_asked=why or "",
        could_not_be_sent=bool(given_up),
        is_answered=bool(is_answered),
        went_on=bool(is_open),
        is_early=bool(is_early),
    )
    return Told(
        service, ending_of(kind, step, stage), asked, handling or "", outcome or "", fixed or "", number
    )


def unanswered_cases(
    cases: "QuerySet[Case]", since: datetime.date, until: datetime.date, *, on: datetime.date, most: int
) -> list[SurveyRequest]:
    """Requests of these cases that nobody answered yet and still may, by the day until when; one query."""
    ended = ended_cases(since, until)
    rows = SurveyRequest.objects.open(on=on).unanswered().filter(entry__in=ended, case__in=cases)
    return list(rows.select_related("case", "entry", "case__customer").order_by("answer_by", "pk")[:most])
