"""Taking standard definitions over into the register, each of them once."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from council.audit import add_versioned, remember
from council.models import User
from council.periods import local_day
from performance.choices import NUMERIC_KINDS, ReferenceKind, ValueKind
from performance.models import Cycle, Indicator, IndicatorDefinition, StandardTaken
from performance.rules.starter_set import Standard
from portfolios.models import Post, Service

WHY = "Taken over from the standard definitions."


class AlreadyTaken(Exception):
    """Some of the definitions are in the register already. Carries their titles."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__(f"In the register already: {', '.join(titles)}.")
        self.titles = list(titles)


@dataclass(frozen=True)
class Place:
    """Where the indicators go: the service that counts, how often, and which post answers."""

    service: Service
    cycle: Cycle
    owner: Post | None = None


@transaction.atomic
def take_over(
    standards: Sequence[Standard], place: Place, *, by: User, at: datetime.datetime
) -> list[Indicator]:
    """An indicator with its definition for each, all or none. Raises AlreadyTaken, also for two who press at once.

    They are reported from the period of that day on: nobody owes what ended before, and no share of returns made in
    time counts it.
    """
    taken = StandardTaken.objects.filter(key__in=[each.key for each in standards]).order_by("key")
    if there := [str(each.indicator) for each in taken.select_related("indicator")]:
        raise AlreadyTaken(there)
    return [_take(each, place, by=by, at=at) for each in standards]


def _take(standard: Standard, place: Place, *, by: User, at: datetime.datetime) -> Indicator:
    indicator = Indicator(
        service=place.service,
        cycle=place.cycle,
        owner=place.owner,
        reference=standard.key,
        reference_kind=ReferenceKind.NATIONAL,
        title=standard.title,
        value_kind=standard.kind,
        unit=standard.unit,
        decimals=standard.decimals,
        direction=standard.direction,
        starts_on=local_day(at),
        minimum=Decimal(0) if standard.kind in NUMERIC_KINDS else None,
        maximum=Decimal(100) if standard.kind == ValueKind.PERCENTAGE else None,
    )
    add_versioned(indicator, by=by, why=WHY)
    definition = IndicatorDefinition(
        indicator=indicator,
        wording=standard.wording,
        numerator=standard.numerator,
        denominator=standard.denominator,
        source=standard.source,
    )
    definition.full_clean()
    remember(definition, by=by, why=WHY)
    definition.save(force_insert=True)
    _mark(standard, indicator, by=by, at=at)
    return indicator


def _mark(standard: Standard, indicator: Indicator, *, by: User, at: datetime.datetime) -> None:
    """Says that the definition is taken; the database refuses a second time, also at the same moment."""
    _, is_first = StandardTaken.objects.get_or_create(
        key=standard.key, defaults={"indicator": indicator, "by": by, "at": at}
    )
    if not is_first:
        raise AlreadyTaken([standard.title])
