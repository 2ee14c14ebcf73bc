import datetime

import factory
from factory.django import DjangoModelFactory

from complaints.models import Lesson
from portfolios.choices import DueKind
from portfolios.models import Action
from tests.factories.people import PostFactory


class ActionFactory(DjangoModelFactory):
    """An action that a post owns, planned, by 1 December 2026 unless told otherwise."""

    class Meta:
        model = Action

    what = factory.Sequence(lambda n: f"Write to customers before round {n} changes")
    result = "Customers know the day"
    owner = factory.SubFactory(PostFactory)
    agreed_on = datetime.date(2026, 10, 1)
    due_kind = DueKind.DATE
    due_on = datetime.date(2026, 12, 1)

    class Params:
        undated = factory.Trait(due_kind=DueKind.OPEN, due_on=None, due_as_written="??")


class LessonFactory(DjangoModelFactory):
    """A lesson of the whole council, learned on 1 October 2026."""

    class Meta:
        model = Lesson

    what = factory.Sequence(lambda n: f"Lesson {n}")
    learned_on = datetime.date(2026, 10, 1)
