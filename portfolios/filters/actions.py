"""Which actions."""

from typing import Any

from django.db.models import Q, QuerySet

from council.filters import (
    ChoiceFilter,
    DateFilter,
    FilterSet,
    ModelChoiceFilter,
    MultipleChoiceFilter,
    SearchFilter,
)
from portfolios.choices import ActionState, SmartTest
from portfolios.models import Action, Service

OPEN, OVERDUE, OWNERLESS, UNDATED, UNFIT = "open", "overdue", "ownerless", "undated", "unfit"
MOMENTS = [
    (OPEN, "Something is still to be done"),
    (OVERDUE, "Overdue"),
    (OWNERLESS, "No post owns it"),
    (UNDATED, "Undated"),
    (UNFIT, "Not SMART yet"),
]
MINE = [("mine", "Those of my posts and services")]


class ActionFilters(FilterSet):
    """The request carries `today`, and `reach`, which reads more; each row has how many tests it `passed`."""

    search = SearchFilter("what", "result", label="Search")
    when = ChoiceFilter(label="Which", choices=MOMENTS, method="by_moment")
    whose = ChoiceFilter(label="Whose", choices=MINE, method="by_reach")
    service = ModelChoiceFilter(label="Service", queryset=Service.objects.all())
    due_from = DateFilter(label="Due from", field_name="due_on", lookup_expr="gte")
    due_to = DateFilter(label="Due up to", field_name="due_on", lookup_expr="lte")
    state = MultipleChoiceFilter(label="How far", choices=ActionState.choices)

    class Meta:
        model = Action
        fields: list[str] = []

    def by_reach(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        reach = self.request.reach()
        owned = Q(owner__in=reach.posts) | Q(owner__service__in=reach.services)
        return queryset.filter(owned | Q(service__in=reach.services))

    def by_moment(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        rows: Any = Action.objects.all()
        if value == UNFIT:
            return queryset.filter(passed__lt=len(SmartTest), pk__in=rows.open().values("pk"))
        if value == OVERDUE:
            rows = rows.overdue(on=self.request.today)
        else:
            rows = {OPEN: rows.open, OWNERLESS: rows.ownerless, UNDATED: rows.undated}[value]()
        return queryset.filter(pk__in=rows.values("pk"))
