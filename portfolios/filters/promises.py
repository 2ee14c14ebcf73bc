"""Which promises of the ledger."""

from typing import Any

from django.db.models import QuerySet

from council.filters import ChoiceFilter, DateFilter, FilterSet, MultipleChoiceFilter, SearchFilter
from portfolios.choices import Fate
from portfolios.filters.queries import MINE
from portfolios.models import Promise

NO_OWNER = "none"
OVERDUE, UNDATED, NEXT, UNTOUCHED, OUTSTANDING = "overdue", "undated", "next", "untouched", "outstanding"
MOMENTS = [
    (OUTSTANDING, "Something is still owed"),
    (OVERDUE, "Overdue"),
    (UNDATED, "Undated"),
    (NEXT, "Due at the next meeting"),
    (UNTOUCHED, "Never heard of since"),
]


class PromiseFilters(FilterSet):
    """The request carries `today`, `ledger` and `bodies`, read once by the view, and `own`, which reads more."""

    search = SearchFilter("what", "as_written", label="Search")
    when = ChoiceFilter(label="Which", choices=MOMENTS, method="by_moment")
    whose = ChoiceFilter(label="Whose", choices=MINE, method="by_reach")
    owner = ChoiceFilter(label="Owner", method="by_owner")
    body = ChoiceFilter(label="Owed to", field_name="to_body")
    due_from = DateFilter(label="Due from", field_name="due_on", lookup_expr="gte")
    due_to = DateFilter(label="Due up to", field_name="due_on", lookup_expr="lte")
    fate = MultipleChoiceFilter(label="What became of it", choices=Fate.choices)

    class Meta:
        model = Promise
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owners = self.request.ledger.owners
        self.filters["owner"].extra["choices"] = [
            (str(each.pk or NO_OWNER), each.title) for each in sorted(owners, key=lambda each: each.title)
        ]
        self.filters["body"].extra["choices"] = self.request.bodies

    def by_reach(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(owner__service__in=self.request.own())

    def by_owner(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(owner=None if value == NO_OWNER else int(value))

    def by_moment(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        rows, today = Promise.objects.all(), self.request.today
        if value == OVERDUE:
            rows = rows.overdue(on=today)
        elif value == UNDATED:
            rows = rows.undated()
        elif value == NEXT:
            rows = rows.for_next_meetings(on=today)
        else:
            rows = rows.outstanding().untouched() if value == UNTOUCHED else rows.outstanding()
        return queryset.filter(pk__in=rows.values("pk"))
