"""Lessons as pages show them: what follows from each, and from how many cases it was drawn."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, QuerySet

from complaints.models import Case, Lesson, LessonAction
from complaints.rules.shown_counts import shown_count
from council.access import Permission, may
from council.models import User
from council.periods import Span
from portfolios.choices import ActionState
from portfolios.models import Action


@dataclass(frozen=True)
class LearnedFrom:
    """The cases of a lesson, for one reader."""

    cases: list[Case]
    """Those that the reader may open."""
    number: int | str
    """How many in all; words where that is small and the reader may not open each."""


def lessons_listed() -> QuerySet[Lesson]:
    """With all that the list shows, the newest first; one query."""
    rows = Lesson.objects.select_related("cause", "service")
    return rows.annotate(actions=Count("led_to", distinct=True)).order_by("-learned_on", "-pk")


def learned_from(lesson: Lesson, *, reader: User, day: datetime.date) -> LearnedFrom:
    """The cases that the reader may open, and how many there are; a count for members, and four queries at most."""
    number = lesson.learned_from.count()
    if not may(reader, Permission.HANDLE_CASES):
        return LearnedFrom([], shown_count(number))
    seen = Case.objects.visible_to(reader, day=day).filter(lessons__lesson=lesson)
    cases = list(seen.only("reference", "subject", "kind").order_by("-received_at", "-pk"))
    return LearnedFrom(cases, shown_count(number, is_hidden_when_small=len(cases) < number))


def actions_of(lesson: Lesson, *, on: datetime.date) -> list[Action]:
    """The actions that follow from a lesson, what is open first; two queries."""
    return list(Action.objects.for_list(on=on).filter(pk__in=lesson.led_to.values("action")))


def lessons_counted() -> Counter[int]:
    """How many lessons each action follows from, by its key; each lesson once. One query."""
    return Counter(LessonAction.objects.order_by().values_list("action_id", flat=True))


def lessons_of(action: Action) -> list[Lesson]:
    """The lessons that an action follows from; one query."""
    return list(Lesson.objects.filter(led_to__action=action).select_related("cause").order_by("pk"))


def lessons_closed(span: Span) -> list[dict[str, Any]]:
    """The lessons of which it was said in a year what changed, with the actions done, as values; two queries.

    What the annual report tells as service improvements (Complaint Handling Code, 8.1 and 9.1).
    """
    done = LessonAction.objects.filter(action__state=ActionState.DONE).select_related("action").order_by("pk")
    rows = Lesson.objects.filter(closed_on__gte=span.start, closed_on__lte=span.end)
    rows = rows.prefetch_related(Prefetch("led_to", done, to_attr="done")).order_by("closed_on", "pk")
    return [
        {
            "what": each.what,
            "changed": each.changed,
            "actions": [link.action.what.rstrip(".") for link in each.done],
        }
        for each in rows
    ]
