"""The filters of performance's lists."""

from typing import Any

from django.db.models import QuerySet

from council.filters import ChoiceFilter, DateFilter, FilterSet, MultipleChoiceFilter, SearchFilter
from council.rag import Rag
from performance.choices import ReferenceKind, Step
from performance.figures.standing import quarter_key
from performance.models import Indicator, Return


class IndicatorFilters(FilterSet):
    """Which indicators, as at which quarter. The request carries `structure` and `quarters`, read once by the view."""

    at = ChoiceFilter(label="As at the end of", empty_label=None, method="leave")
    search = SearchFilter("reference", "title", label="Search")
    portfolio = ChoiceFilter(label="Portfolio", method="by_portfolio")
    service = ChoiceFilter(label="Service, with all below it", method="by_service")
    status = MultipleChoiceFilter(label="Rating", field_name="now_status", choices=Rag.choices)
    reference_kind = ChoiceFilter(label="Reference given by", choices=ReferenceKind.choices)

    class Meta:
        model = Indicator
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tree, quarters = self.request.structure, self.request.quarters
        self.filters["at"].extra["choices"] = [(quarter_key(each), each.name) for each in quarters]
        self.filters["portfolio"].extra["choices"] = [
            (str(pk), each.name) for pk, each in tree.portfolios.items()
        ]
        self.filters["service"].extra["choices"] = sorted(
            ((str(pk), each.name) for pk, each in tree.services.items()), key=lambda pair: pair[1]
        )

    def leave(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """The quarter was read by the view: it decides what is joined, not which rows."""
        return queryset

    def by_portfolio(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(service__in=self.request.structure.services_of([int(value)]))

    def by_service(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(service__in=self.request.structure.below([int(value)]))


class ReturnFilters(FilterSet):
    """Which returns. The request carries `structure` and `periods`, read once by the view."""

    search = SearchFilter("indicator__reference", "indicator__title", label="Search")
    period = ChoiceFilter(label="Period", field_name="period")
    service = ChoiceFilter(label="Service, with all below it", method="by_service")
    due_from = DateFilter(label="Due from", field_name="period__due_on", lookup_expr="gte")
    due_to = DateFilter(label="Due up to", field_name="period__due_on", lookup_expr="lte")
    step = MultipleChoiceFilter(label="Step", field_name="shown_step", choices=Step.choices)
    rating = MultipleChoiceFilter(label="Rating", field_name="shown_rating", choices=Rag.choices)

    class Meta:
        model = Return
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tree = self.request.structure
        self.filters["period"].extra["choices"] = [
            (str(each.pk), f"{each.name} ({each.cycle.name})") for each in self.request.periods
        ]
        self.filters["service"].extra["choices"] = sorted(
            ((str(pk), each.name) for pk, each in tree.services.items()), key=lambda pair: pair[1]
        )

    def by_service(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(indicator__service__in=self.request.structure.below([int(value)]))
