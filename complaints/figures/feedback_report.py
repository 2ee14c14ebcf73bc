"""The returns of a quarter side by side: who has returned, and what they come to together."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse

from complaints.choices import FeedbackPart
from complaints.figures.feedback import NO_SERVICE, Teams, feedback_by_service, of_team, teams_now
from complaints.figures.patterns import NOT_PLACED
from complaints.models import FeedbackReport, FeedbackReturn
from complaints.rules.feedback import Counts, ServiceFeedback, added, from_values
from complaints.rules.feedback_report import Report, TeamPart, put_together
from complaints.rules.feedback_report import from_values as report_from_values
from council.dates import long_date
from council.periods import Span
from portfolios.models import Body, Post, Responsibility, Service

PARTS = dict(FeedbackPart.choices)
NO_TEAM = "Services that no post manages"


@dataclass(frozen=True)
class TeamStanding:
    """How far the return of one team is, with what came in for it."""

    service: Service
    row: FeedbackReturn | None
    counts: Counts
    url: str

    @property
    def name(self) -> str:
        """The team's name, to sort by."""
        return self.service.name

    @property
    def manager(self) -> Post | None:
        """The post that answers for the return."""
        return self.service.manager

    @property
    def has_returned(self) -> bool:
        """Whether it is handed in."""
        return self.row is not None and self.row.is_handed_in

    @property
    def is_owed(self) -> bool:
        """Whether the team owes a return: something came in for it, or it has begun to tell."""
        return self.row is not None or any(self.counts.values())


def standings(span: Span, *, quarter: int, on: datetime.date) -> list[TeamStanding]:
    """Every team that returns, by name, with its return of the quarter where there is one; eight queries."""
    teams, rows = teams_now(), _rows(span, quarter)
    found = feedback_by_service(span, on=on)
    listed = sorted(teams.teams.values(), key=lambda each: each.name.casefold())
    return [
        TeamStanding(
            each,
            rows.get(each.pk),
            added(service.counts for service in _told(each, teams, rows, found)),
            reverse("feedback_return", args=[each.pk, span.year, quarter]),
        )
        for each in listed
    ]


def parts_of(span: Span, *, quarter: int, on: datetime.date) -> list[TeamPart]:
    """What every team tells of the quarter: as handed in, or from the records where it has not returned."""
    teams, rows = teams_now(), _rows(span, quarter)
    found = feedback_by_service(span, on=on)
    parts = []
    for each in sorted(teams.teams.values(), key=lambda team: team.name.casefold()):
        row = rows.get(each.pk)
        returned = row is not None and row.is_handed_in and row.handed_in_on
        told = _told(each, teams, rows, found)
        parts.append(
            TeamPart(
                team=each.name,
                returned=long_date(returned) if returned else "",
                services=told,
                covers=frozenset(teams.below(each.pk)) | {service.pk for service in told},
                words={PARTS[part]: said for part, said in row.words.items()} if row and returned else {},
            )
        )
    return [*parts, *_without_team(teams, found)]


def _rows(span: Span, quarter: int) -> dict[int, FeedbackReturn]:
    rows = FeedbackReturn.objects.filter(year=span.year, quarter=quarter)
    return {row.service_id: row for row in rows}


def _told(
    team: Service, teams: Teams, rows: dict[int, FeedbackReturn], found: dict[int, ServiceFeedback]
) -> list[ServiceFeedback]:
    """As handed in; else from the records, without services that another team's return told of already."""
    row = rows.get(team.pk)
    if row is not None and row.is_handed_in and row.content is not None:
        return from_values(row.content["figures"]["services"])
    told = {
        each["pk"]
        for other in rows.values()
        if other.is_handed_in and other.content is not None
        for each in other.content["figures"]["services"]
    }
    return of_team(found, teams.below(team.pk) - told)


def _without_team(teams: Teams, found: dict[int, ServiceFeedback]) -> list[TeamPart]:
    """Cases that are in no team's return: of services that nobody manages, and of none."""
    unmanaged = {service for service, at in teams.whose.items() if at is None}
    parts = []
    if own := of_team(found, unmanaged):
        parts.append(TeamPart(NO_TEAM, NO_TEAM, own, frozenset(unmanaged)))
    if NO_SERVICE in found:
        parts.append(TeamPart(NOT_PLACED, NOT_PLACED, [found[NO_SERVICE]]))
    return parts


def services_of(body: Body | None, *, on: datetime.date) -> Collection[int] | None:
    """The services that a body answers for on the day; None for the whole council."""
    if body is None:
        return None
    tops = Responsibility.objects.on(on).filter(body=body).values_list("service", flat=True)
    return Service.objects.ids_below(tops)


def report_of(row: FeedbackReport, *, on: datetime.date) -> Report:
    """A report: as it was presented, or what the returns come to today."""
    if row.is_presented:
        return report_from_values(row.paper.content["report"])
    parts = parts_of(row.span, quarter=row.quarter, on=on)
    return put_together(parts, services=services_of(row.body, on=row.span.end))
