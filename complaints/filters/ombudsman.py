"""Which Ombudsman cases of those that the reader may see."""

import datetime
from typing import Any

from django.db.models import QuerySet

from complaints.choices import OmbudsmanDecision
from complaints.models import OmbudsmanCase
from complaints.models.ombudsman import WHICH
from council.filters import ChoiceFilter, FilterSet, MultipleChoiceFilter, SearchFilter
from council.periods import year_name

OPEN, UNDECIDED, OVERDUE, DONE = "open", "undecided", "overdue", "done"
MOMENTS = [
    (UNDECIDED, "Not decided yet"),
    (OPEN, "Something is still to be done"),
    (OVERDUE, "A recommendation is overdue"),
    (DONE, "Decided, and nothing left to do"),
]


class OmbudsmanFilters(FilterSet):
    """The request carries `today` and `years`, read once by the view."""

    search = SearchFilter("their_reference", "subject", label="Reference or words")
    which = ChoiceFilter(label="Which", choices=MOMENTS, method="by_moment")
    ombudsman = ChoiceFilter(label="Ombudsman", choices=WHICH)
    decision = MultipleChoiceFilter(label="Decision", choices=OmbudsmanDecision.choices)
    year = ChoiceFilter(label="Came to them in", method="by_year")

    class Meta:
        model = OmbudsmanCase
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["year"].extra["choices"] = [(str(each), year_name(each)) for each in self.request.years]

    def by_moment(self, queryset: Any, name: str, value: str) -> QuerySet:
        rows: QuerySet
        if value == UNDECIDED:
            rows = queryset.undecided()
        elif value == OVERDUE:
            rows = queryset.overdue(on=self.request.today)
        elif value == DONE:
            rows = queryset.exclude(pk__in=OmbudsmanCase.objects.open().values("pk"))
        else:
            rows = queryset.open()
        return rows

    def by_year(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        year = int(value)
        first, last = datetime.date(year, 4, 1), datetime.date(year + 1, 3, 31)
        return queryset.filter(referred_on__gte=first, referred_on__lte=last)
