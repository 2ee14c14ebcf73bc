"""Which meetings, reports, decisions and notices."""

import datetime
from typing import Any

from django.db.models import F, QuerySet

from council.filters import (
    ChoiceFilter,
    DateFilter,
    FilterSet,
    ModelChoiceFilter,
    MultipleChoiceFilter,
    SearchFilter,
    YesNoFilter,
)
from portfolios.choices import DecisionKind, KeyProcedure, MeetingKind
from portfolios.models import Body, Decision, KeyDecisionNotice, Meeting, Portfolio, Report

AHEAD, PAST, NO_DAY = "ahead", "past", "no-day"
MOMENTS = [(AHEAD, "Ahead"), (PAST, "Past"), (NO_DAY, "Day known only in words")]


def all_bodies(request: Any) -> QuerySet:
    """Every body, by name."""
    return Body.objects.all()


def all_portfolios(request: Any) -> QuerySet:
    """Every portfolio, by name."""
    return Portfolio.objects.all()


class MeetingFilters(FilterSet):
    """The request carries `today`."""

    search = SearchFilter("body__name", "as_written", label="Search")
    when = ChoiceFilter(label="When", choices=MOMENTS, method="by_moment")
    body = ModelChoiceFilter(label="Body", queryset=all_bodies)
    kind = ChoiceFilter(label="Kind", choices=MeetingKind.choices)

    class Meta:
        model = Meeting
        fields: list[str] = []

    def by_moment(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        today: datetime.date = self.request.today
        if value == AHEAD:
            return queryset.filter(held_on__gte=today).order_by("held_on", "body__name", "pk")
        return queryset.filter(held_on__lt=today) if value == PAST else queryset.filter(held_on=None)


class ReportFilters(FilterSet):
    """Which reports."""

    search = SearchFilter("subject", "reference", "text", label="Search")
    body = ModelChoiceFilter(label="Goes to", queryset=all_bodies, method="by_body")
    lead_member = ModelChoiceFilter(label="Lead portfolio", queryset=all_portfolios)
    presented = YesNoFilter(label="Presented", method="by_presented")
    since = DateFilter(label="Dated from", field_name="dated_on", lookup_expr="gte")
    until = DateFilter(label="Dated to", field_name="dated_on", lookup_expr="lte")

    class Meta:
        model = Report
        fields: list[str] = []

    def by_body(self, queryset: QuerySet, name: str, value: Body) -> QuerySet:
        return queryset.filter(pk__in=value.stops.values("report"))

    def by_presented(self, queryset: QuerySet, name: str, value: bool) -> QuerySet:
        return queryset.filter(presented_at__isnull=not value)


class DecisionFilters(FilterSet):
    """Which decisions."""

    search = SearchFilter("title", "resolution", "summary", label="Search")
    kind = MultipleChoiceFilter(label="Outcome", choices=DecisionKind.choices)
    body = ModelChoiceFilter(label="Decided by", queryset=all_bodies)
    portfolio = ModelChoiceFilter(label="Or by the holder of", queryset=all_portfolios)
    key = YesNoFilter(label="Key decision", field_name="is_key")
    called_in = YesNoFilter(label="Called in", field_name="was_called_in")
    since = DateFilter(label="Decided from", field_name="decided_on", lookup_expr="gte")
    until = DateFilter(label="Decided to", field_name="decided_on", lookup_expr="lte")

    class Meta:
        model = Decision
        fields: list[str] = []


class KeyDecisionFilters(FilterSet):
    """Which notices of key decisions."""

    search = SearchFilter("matter", "why_key", label="Search")
    state = ChoiceFilter(
        label="State", choices=[("ahead", "Still to be decided"), ("decided", "Decided")], method="by_state"
    )
    procedure = MultipleChoiceFilter(label="Notice by", choices=KeyProcedure.choices)
    body = ModelChoiceFilter(label="Decision maker", queryset=all_bodies)
    is_private = YesNoFilter(label="In private")

    class Meta:
        model = KeyDecisionNotice
        fields: list[str] = []

    def by_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        if value == "decided":
            return queryset.filter(decision__isnull=False)
        return queryset.filter(decision=None).order_by(F("due_on").asc(nulls_last=True), "matter", "pk")
