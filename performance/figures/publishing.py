"""What waits to be published, and what a publication would leave out."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from performance.choices import STANDING, Step
from performance.models import Indicator, Period, Return

PERIODS_SHOWN = 60
NOT_BEGUN = "Not begun"


@dataclass(frozen=True)
class LeftOut:
    """An indicator whose return for a period is not signed off, and how far it is."""

    indicator: Indicator
    stage: str


def periods_to_publish(*, day: datetime.date) -> list[Any]:
    """The ended periods with returns, those that wait to be published first; one query.

    Each with how many are `signed_off`, `published`, and `in_hand`: not signed off, begun or not.
    """
    never = Indicator.objects.filter(cycle=OuterRef("cycle")).filter(
        Q(starts_on=None) | Q(starts_on__lte=OuterRef("ends_on")),
        Q(ends_on=None) | Q(ends_on__gte=OuterRef("ends_on")),
        ~Exists(Return.objects.filter(indicator=OuterRef("pk"), period=OuterRef(OuterRef("pk")))),
    )
    counted = never.order_by().values("cycle").annotate(number=Count("pk")).values("number")
    periods = (
        Period.objects.ended(day=day)
        .annotate(
            signed_off=Count("returns", filter=Q(returns__step=Step.SIGNED_OFF)),
            published=Count("returns", filter=Q(returns__step=Step.PUBLISHED)),
            begun=Count("returns", filter=~Q(returns__step__in=STANDING)),
        )
        .filter(Q(signed_off__gt=0) | Q(begun__gt=0) | Q(published__gt=0))
        .annotate(in_hand=Coalesce(Subquery(counted), 0) + Coalesce("begun", 0), waits=Q(signed_off__gt=0))
        .select_related("cycle")
        .order_by("-waits", "-ends_on", "cycle", "pk")
    )
    return list(periods[:PERIODS_SHOWN])


def left_out(period: Period) -> list[LeftOut]:
    """The indicators that report for the period and are not signed off, in the order of services; two queries."""
    rows = {row.indicator_id: row for row in Return.objects.filter(period=period)}
    reporting = Indicator.objects.active(day=period.ends_on).filter(cycle=period.cycle_id)
    begun = Q(pk__in=[pk for pk, row in rows.items() if row.step not in STANDING])
    indicators = (reporting | Indicator.objects.filter(begun)).select_related("service").distinct()
    return [
        LeftOut(each, str(Step(rows[each.pk].step).label) if each.pk in rows else NOT_BEGUN)
        for each in indicators.order_by("service__name", "reference", "title", "pk")
        if each.pk not in rows or rows[each.pk].step not in STANDING
    ]
