"""Which lessons."""

from typing import Any

from django.db.models import QuerySet

from complaints.models import Cause, Lesson
from council.filters import ChoiceFilter, FilterSet, ModelChoiceFilter, SearchFilter
from portfolios.models import Service

OPEN, CLOSED, NO_ACTION = "open", "closed", "no_action"
STATES = [(OPEN, "Open"), (NO_ACTION, "Open, and no action follows"), (CLOSED, "Closed")]
MINE = [("mine", "Those of my services")]


class LessonFilters(FilterSet):
    """The request carries `own`, which reads the reader's services when it is called."""

    search = SearchFilter("what", "changed", "told_to", label="Search")
    state = ChoiceFilter(label="How far", choices=STATES, method="by_state")
    whose = ChoiceFilter(label="Whose", choices=MINE, method="by_reach")
    cause = ModelChoiceFilter(label="Cause", queryset=Cause.objects.all())
    service = ModelChoiceFilter(label="Service", queryset=Service.objects.all())

    class Meta:
        model = Lesson
        fields: list[str] = []

    def by_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        rows: Any = Lesson.objects.all()
        chosen = {OPEN: rows.open, CLOSED: rows.closed, NO_ACTION: rows.without_action}[value]()
        return queryset.filter(pk__in=chosen.values("pk"))

    def by_reach(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(service__in=self.request.own())
