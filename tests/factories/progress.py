import datetime

import factory
from factory.django import DjangoModelFactory

from performance.choices import ItemKind
from performance.models import ProgressHeading, ReportingArea
from performance.operations.progress.items import Duty, ItemWords, add_item
from performance.operations.progress.reports import present_report
from tests.factories.people import PostFactory
from tests.factories.performance import CycleFactory

AT = datetime.datetime(2026, 10, 5, 9, 0, tzinfo=datetime.UTC)
DATED = datetime.date(2026, 10, 5)


class ProgressHeadingFactory(DjangoModelFactory):
    """Leadership unless told otherwise; one of the first five is there already."""

    class Meta:
        model = ProgressHeading
        django_get_or_create = ["name"]

    name = "Leadership"
    place = 1


class ReportingAreaFactory(DjangoModelFactory):
    """An area of a post, reporting each quarter."""

    class Meta:
        model = ReportingArea

    name = factory.Sequence(lambda n: f"Area {n}")
    lead_post = factory.SubFactory(PostFactory)
    cycle = factory.SubFactory(CycleFactory)


def words(
    text="Shortfall in funding",
    *,
    kind=ItemKind.ISSUE,
    heading="Leadership",
    correction="",
    figure_of=None,
    **duty,
):
    """An item as an officer writes it: an issue unless told otherwise."""
    return ItemWords(
        heading=ProgressHeadingFactory(name=heading),
        kind=kind,
        text=text,
        duty=Duty(**duty),
        correction=correction,
        figure_of=figure_of,
    )


def written(report, text="Shortfall in funding", *, by, **more):
    """An item added to a draft."""
    return add_item(report, words(text, **more), by=by)


def presented(report, *, by, at=AT, dated_on=DATED, **more):
    """The report, presented as it stands."""
    report.refresh_from_db()
    return present_report(report, expected=report.version, dated_on=dated_on, by=by, at=at, **more)
