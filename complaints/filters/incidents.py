"""Which incidents of those that the reader may see."""

from typing import Any

from django.db.models import QuerySet

from complaints.models import Incident
from council.filters import ChoiceFilter, FilterSet

GOING_ON, OVER = "going_on", "over"
WHICH = [(GOING_ON, "Going on"), (OVER, "Over")]


class IncidentFilters(FilterSet):
    """The request carries `today` and `services`, read once by the view."""

    which = ChoiceFilter(label="Which", choices=WHICH, method="by_moment")
    service = ChoiceFilter(label="Service", field_name="service")

    class Meta:
        model = Incident
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["service"].extra["choices"] = self.request.services

    def by_moment(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        going_on = Incident.objects.going_on(on=self.request.today).values("pk")
        return queryset.filter(pk__in=going_on) if value == GOING_ON else queryset.exclude(pk__in=going_on)
