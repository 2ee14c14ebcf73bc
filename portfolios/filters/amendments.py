"""Which of the amendments."""

from typing import Any

from django.db.models import Q, QuerySet

from council.filters import ChoiceFilter, DateFilter, FilterSet, SearchFilter
from portfolios.choices import AmendmentStage
from portfolios.models import Amendment

UNFIT = "unfit"


class AmendmentFilters(FilterSet):
    """The request carries `stages` and `portfolios`, pairs of value and words, read once by the view."""

    search = SearchFilter("words", "anchor", "clause", label="Search")
    stage = ChoiceFilter(label="How far", choices=AmendmentStage.choices, field_name="stage_then")
    portfolio = ChoiceFilter(label="Portfolio", method="by_portfolio")
    since = DateFilter(label="Takes effect from", field_name="effective_on", lookup_expr="gte")
    until = DateFilter(label="Takes effect until", field_name="effective_on", lookup_expr="lte")
    check = ChoiceFilter(
        label="Fits the text", choices=[(UNFIT, "Cannot be applied as things stand")], method="by_check"
    )

    class Meta:
        model = Amendment
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["stage"].extra["choices"] = self.request.stages
        self.filters["portfolio"].extra["choices"] = self.request.portfolios

    def by_portfolio(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(Q(portfolio=int(value)) | Q(to_portfolio=int(value)))

    def by_check(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(unfit__isnull=False)
