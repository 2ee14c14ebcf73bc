"""Ombudsman cases as lists and pages show them, and counted by year."""

import datetime
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, F, Q

from complaints.choices import FAULT_FOUND, INVESTIGATED, OmbudsmanDecision
from complaints.models import OmbudsmanCase, OmbudsmanRecommendation
from complaints.models.ombudsman import OmbudsmanCaseQuerySet
from council.models import User
from council.periods import Span, financial_year


@dataclass(frozen=True)
class OmbudsmanCounts:
    """What our own records say of an Ombudsman in a year, as their annual letter counts it."""

    received: int = 0
    decisions: dict[str, int] = field(default_factory=dict)
    remedied_before: int = 0
    recommendations_due: int = 0
    recommendations_done: int = 0

    @property
    def decided(self) -> int:
        """Every decision of the year."""
        return sum(self.decisions.values())

    @property
    def investigated(self) -> int:
        """Decisions after an investigation."""
        return sum(self.decisions.get(each, 0) for each in INVESTIGATED)

    @property
    def upheld(self) -> int:
        """Decisions that found fault."""
        return sum(self.decisions.get(each, 0) for each in FAULT_FOUND)

    @property
    def named(self) -> list[tuple[str, int]]:
        """Each decision that was made, in the order of the choices."""
        return [(each.label, self.decisions[each]) for each in OmbudsmanDecision if self.decisions.get(each)]


def with_left(rows: OmbudsmanCaseQuerySet, *, on: datetime.date) -> OmbudsmanCaseQuerySet:
    """With how many recommendations were agreed, are outstanding and are overdue."""
    outstanding = Q(recommendations__pk__isnull=False, recommendations__done_on=None)
    counted: OmbudsmanCaseQuerySet = rows.select_related("service").annotate(
        agreed=Count("recommendations"),
        outstanding=Count("recommendations", filter=outstanding),
        overdue_ones=Count("recommendations", filter=outstanding & Q(recommendations__due_on__lt=on)),
    )
    # What is counted in groups has no order of its own.
    return counted.order_by("-referred_on", "-pk")


def years_of(user: User, *, on: datetime.date) -> list[int]:
    """The financial years in which those came that the reader may see, the newest first; one query."""
    days = OmbudsmanCase.objects.visible_to(user, day=on).order_by().values_list("referred_on", flat=True)
    return sorted({financial_year(day) for day in days.distinct()}, reverse=True)


def counts_of(span: Span, *, ombudsman: str) -> OmbudsmanCounts:
    """What our records say of one Ombudsman in a year; three queries.

    What came in counts by the day it came to them, decisions by the day of the decision, recommendations by the day
    they were due: those carried out are those done by that day.
    """
    rows = OmbudsmanCase.objects.filter(ombudsman=ombudsman).order_by()
    received = rows.filter(referred_on__gte=span.start, referred_on__lte=span.end).count()
    decided = rows.filter(decided_on__gte=span.start, decided_on__lte=span.end)
    found = list(decided.values_list("decision", "is_remedied_before"))
    due = OmbudsmanRecommendation.objects.filter(
        ombudsman_case__ombudsman=ombudsman, due_on__gte=span.start, due_on__lte=span.end
    )
    counted = due.aggregate(n=Count("pk"), done=Count("pk", filter=Q(done_on__lte=F("due_on"))))
    return OmbudsmanCounts(
        received=received,
        decisions=dict(Counter(decision for decision, _ in found)),
        remedied_before=sum(before for _, before in found),
        recommendations_due=counted["n"],
        recommendations_done=counted["done"],
    )
