import datetime

import factory
from factory.django import DjangoModelFactory

from performance.choices import Direction, ValueKind
from performance.models import Cycle, Indicator, Period, RatingRule, Target
from tests.factories.people import ServiceFactory


class CycleFactory(DjangoModelFactory):
    class Meta:
        model = Cycle
        django_get_or_create = ["name"]

    name = "Quarterly"
    frequency = "quarterly"


class PeriodFactory(DjangoModelFactory):
    """Quarter 2 of 2026/27 unless told otherwise."""

    class Meta:
        model = Period
        django_get_or_create = ["cycle", "starts_on"]

    cycle = factory.SubFactory(CycleFactory)
    name = "Quarter 2 2026/27"
    starts_on = datetime.date(2026, 7, 1)
    ends_on = datetime.date(2026, 9, 30)
    year = 2026
    due_on = factory.LazyAttribute(lambda period: period.ends_on + datetime.timedelta(days=21))


class IndicatorFactory(DjangoModelFactory):
    """A percentage where higher is better, returned each quarter."""

    class Meta:
        model = Indicator

    service = factory.SubFactory(ServiceFactory)
    cycle = factory.SubFactory(CycleFactory)
    title = factory.Sequence(lambda n: f"Indicator {n}")
    value_kind = ValueKind.PERCENTAGE
    direction = Direction.HIGHER


class TargetFactory(DjangoModelFactory):
    class Meta:
        model = Target

    indicator = factory.SubFactory(IndicatorFactory)
    year = 2026
    as_written = factory.LazyAttribute(lambda target: str(target.value))
    value = 80


class RatingRuleFactory(DjangoModelFactory):
    """Green at the target, amber down to 90% of it."""

    class Meta:
        model = RatingRule

    name = "The council's rule"
    year = 2000
