"""Which of the members' queries."""

from typing import Any

from django.db.models import QuerySet

from council.filters import ChoiceFilter, FilterSet, SearchFilter
from portfolios.choices import QueryStage
from portfolios.models import Query

NO_OWNER = "none"
OVERDUE = "overdue"
STATES = [
    (QueryStage.WAITING.value, QueryStage.WAITING.label),
    (OVERDUE, "Overdue"),
    (QueryStage.ANSWERED.value, QueryStage.ANSWERED.label),
]
MINE = [("mine", "Those of my services")]
FIGURE, REPORT, SERVICE = "figure", "report", "service"
ABOUT = [(FIGURE, "A figure"), (REPORT, "A report"), (SERVICE, "A service")]


class QueryFilters(FilterSet):
    """The request carries `owners` as pairs of value and words, read once by the view, and `own`, which reads more."""

    search = SearchFilter("question", "about", label="Search")
    state = ChoiceFilter(label="How far", choices=STATES, method="by_state")
    whose = ChoiceFilter(label="Whose", choices=MINE, method="by_reach")
    owner = ChoiceFilter(label="Owner", method="by_owner")
    about = ChoiceFilter(label="About", choices=ABOUT, method="by_about")

    class Meta:
        model = Query
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["owner"].extra["choices"] = self.request.owners

    def by_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        if value == OVERDUE:
            return queryset.filter(now_overdue=True)
        return queryset.filter(stage=value)

    def by_reach(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(owner__service__in=self.request.own())

    def by_owner(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(owner=None if value == NO_OWNER else int(value))

    def by_about(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        if value == FIGURE:
            return queryset.exclude(figure_words="")
        return queryset.filter(figure_words="", report__isnull=value != REPORT)
