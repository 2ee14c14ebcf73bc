import datetime

import factory
from factory.django import DjangoModelFactory

from portfolios.choices import DueKind, PromiseVerb
from portfolios.models import AwaitedEvent, Promise, Query
from tests.factories.people import PostFactory, ServiceFactory, UserFactory


class AwaitedEventFactory(DjangoModelFactory):
    """Something that has not happened yet."""

    class Meta:
        model = AwaitedEvent

    name = factory.Sequence(lambda n: f"Event {n}")


class PromiseFactory(DjangoModelFactory):
    """A promise of a post, by 1 December 2026 unless told otherwise."""

    class Meta:
        model = Promise

    verb = PromiseVerb.REPORT_BACK
    what = factory.Sequence(lambda n: f"Promise {n}")
    owner = factory.SubFactory(PostFactory)
    due_kind = DueKind.DATE
    due_on = datetime.date(2026, 12, 1)

    class Params:
        undated = factory.Trait(due_kind=DueKind.OPEN, due_on=None, due_as_written="as and when")


class QueryFactory(DjangoModelFactory):
    """A member's question about a service, to be answered by 15 October 2026 unless told otherwise."""

    class Meta:
        model = Query

    question = factory.Sequence(lambda n: f"Question {n}?")
    service = factory.SubFactory(ServiceFactory)
    owner = factory.SubFactory(PostFactory)
    asked_by = factory.SubFactory(UserFactory)
    asked_at = datetime.datetime(2026, 10, 1, 9, 0, tzinfo=datetime.UTC)
    due_on = datetime.date(2026, 10, 15)
