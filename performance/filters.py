"""The filters of performance's lists."""

from typing import Any

from django.db.models import QuerySet

from council.filters import ChoiceFilter, DateFilter, FilterSet, MultipleChoiceFilter, SearchFilter
from council.periods import year_name
from council.rag import Rag
from performance.choices import FigureChange, ReferenceKind, SetStage, Step
from performance.figures.attention import NEEDS, needing_attention
from performance.figures.change_shown import GROUPS
from performance.figures.standing import quarter_key
from performance.models import (
    AnnualFigure,
    ExecutiveSummary,
    Indicator,
    IndicatorSet,
    ProgressReport,
    Return,
)

NO_SET = "Everything: this body has no indicator set for the quarter"


class IndicatorFilters(FilterSet):
    """Which indicators, as at which quarter. The request carries `structure`, `quarters`, `told` and `changes`."""

    at = ChoiceFilter(label="As at the end of", empty_label=None, method="leave")
    search = SearchFilter("reference", "title", label="Search")
    portfolio = ChoiceFilter(label="Portfolio", method="by_portfolio")
    service = ChoiceFilter(label="Service, with all below it", method="by_service")
    body = ChoiceFilter(label="Reported to", method="by_body")
    status = MultipleChoiceFilter(label="Rating", field_name="now_status", choices=Rag.choices)
    change = MultipleChoiceFilter(label="Change", method="by_change", choices=GROUPS)
    attention = MultipleChoiceFilter(label="Needs attention", method="by_attention", choices=NEEDS)
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

        self.filters["body"].extra["choices"] = self._bodies()

    def _bodies(self) -> list[tuple[str, str]]:
        """The bodies with a set for the quarter; and one that was asked for and has none, so that it hides nothing."""
        choices = [(str(pk), each.body_name) for pk, each in self.request.told.bodies.items()]
        asked = self.request.GET.get("body", "")
        is_other = asked.isascii() and asked.isdecimal() and asked not in dict(choices)
        return [*choices, (asked, NO_SET)] if is_other else choices

    def leave(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """The quarter was read by the view: it decides what is joined, not which rows."""
        return queryset

    def by_portfolio(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(service__in=self.request.structure.services_of([int(value)]))

    def by_body(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        told = self.request.told.told(int(value))
        return queryset.filter(pk__in=told.indicator_ids) if told else queryset

    def by_change(self, queryset: QuerySet, name: str, value: list[str]) -> QuerySet:
        """What was found of each indicator was read by the view, and is kept."""
        if not value:
            return queryset
        found = [pk for pk, change in self.request.changes.items() if change.group in value]
        return queryset.filter(pk__in=found)

    def by_attention(self, queryset: QuerySet, name: str, value: list[str]) -> QuerySet:
        return needing_attention(queryset, value, self.request.changes) if value else queryset

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


class SetFilters(FilterSet):
    """Which indicator sets. The request carries `bodies`, read once by the view."""

    body = ChoiceFilter(label="Body")
    stage = ChoiceFilter(label="Stage", choices=SetStage.choices)

    class Meta:
        model = IndicatorSet
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["body"].extra["choices"] = self.request.bodies


UNDECLARED = "undeclared"


class AnnualFigureFilters(FilterSet):
    """Which annual figures. The request carries `years`, read once by the view."""

    search = SearchFilter("indicator__reference", "indicator__title", "document", label="Search")
    year = ChoiceFilter(label="Year")
    change = MultipleChoiceFilter(label="Against the one before", choices=FigureChange.choices)
    declared = ChoiceFilter(
        label="Declared", choices=[(UNDECLARED, "Changed without being declared")], method="by_declaration"
    )

    class Meta:
        model = AnnualFigure
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["year"].extra["choices"] = [(str(each), year_name(each)) for each in self.request.years]

    def by_declaration(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(change=FigureChange.CHANGED, is_declared=False)


DRAFT, PRESENTED = "draft", "presented"


class ProgressReportFilters(FilterSet):
    """Which progress reports. The request carries `areas` and `periods`, read once by the view."""

    area = ChoiceFilter(label="Area", field_name="area")
    period = ChoiceFilter(label="Period", field_name="period")
    state = ChoiceFilter(
        label="State", choices=[(DRAFT, "Draft"), (PRESENTED, "Presented")], method="by_state"
    )

    class Meta:
        model = ProgressReport
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["area"].extra["choices"] = self.request.areas
        self.filters["period"].extra["choices"] = self.request.periods

    def by_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(presented_at__isnull=value == DRAFT)


class SummaryFilters(FilterSet):
    """Which executive summaries."""

    state = ChoiceFilter(
        label="State", choices=[(DRAFT, "Draft"), (PRESENTED, "Presented")], method="by_state"
    )

    class Meta:
        model = ExecutiveSummary
        fields: list[str] = []

    def by_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(presented_at__isnull=value == DRAFT)
