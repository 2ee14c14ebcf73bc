"""Which cases of those that the reader may see."""

from typing import Any

from django import forms
from django.db.models import F, QuerySet

from complaints.choices import STAGE_ONE, STAGE_TWO, CaseKind, CaseState, Channel
from complaints.filters.drawn import DrawnForm
from complaints.filters.search import CaseSearchFilter
from complaints.filters.sought import with_words
from complaints.models import Case
from council.filters import ChoiceFilter, DateFilter, FilterSet, MultipleChoiceFilter
from portfolios.models import Service, Tenure

OPEN, WAITING, OVERDUE, SOON, ALL = "open", "waiting", "overdue", "soon", "all"
WHICH = [
    (OPEN, "Open"),
    (WAITING, "Waiting for triage"),
    (OVERDUE, "Overdue"),
    (SOON, "Due soon"),
    (ALL, "All, open or not"),
]
MINE, SERVICES, NOBODY = "mine", "services", "nobody"
WHOSE = [(MINE, "Mine to handle"), (SERVICES, "Of my services")]
STAGES = [(str(STAGE_ONE), "Stage 1"), (str(STAGE_TWO), "Stage 2")]
NEXT_DUE = (F("due_on").asc(nulls_last=True), "pk")
NEWEST = ("-received_at", "-pk")


class CaseFilters(FilterSet):
    """The request carries `board`, read once by the view. Left alone it shows what is open, what is due next first."""

    search = CaseSearchFilter(label="Reference, name or words")
    which = ChoiceFilter(
        label="Which", choices=WHICH, method="by_moment", empty_label="Open; all where you search"
    )
    whose = ChoiceFilter(label="Whose", choices=WHOSE, method="by_reader", empty_label="All that you may see")
    kind = MultipleChoiceFilter(label="Kind", choices=CaseKind.choices)
    stage = ChoiceFilter(label="Stage", choices=STAGES)
    state = ChoiceFilter(label="How it stands", choices=CaseState.choices)
    service = ChoiceFilter(label="Service, with all below it", method="by_service")
    handler = ChoiceFilter(label="Handled by", method="by_handler")
    channel = ChoiceFilter(label="Came by", choices=Channel.choices)
    received_from = DateFilter(label="Received from", field_name="received_on", lookup_expr="gte")
    received_to = DateFilter(label="Received up to", field_name="received_on", lookup_expr="lte")

    class Meta:
        model = Case
        fields: list[str] = []

    def __init__(self, data: Any = None, *args: Any, request: Any, **kwargs: Any) -> None:
        super().__init__(with_words(data, request), *args, request=request, **kwargs)
        board = self.request.board
        services = [(str(pk), name) for pk, name in board.services]
        handlers = [(NOBODY, "Nobody yet"), *((str(each.pk), str(each)) for each in board.handlers)]
        # Handed over as functions, since a form copies its choices one by one.
        self.filters["service"].extra["choices"] = lambda: services
        self.filters["handler"].extra["choices"] = lambda: handlers

    def get_form_class(self) -> type[forms.Form]:
        made: Any = super().get_form_class()
        return type("CaseFilterForm", (DrawnForm, made), {})

    def filter_queryset(self, queryset: Any) -> QuerySet:
        """Open cases by their day, unless something else is asked for; all others from the newest."""
        said = self.form.cleaned_data
        if said["which"] == ALL or (not said["which"] and (said["search"] or said["state"])):
            queryset = queryset.order_by(*NEWEST)
        else:
            queryset = queryset.open().order_by(*NEXT_DUE)
        found: QuerySet = super().filter_queryset(queryset)
        return found

    def by_moment(self, queryset: Any, name: str, value: str) -> QuerySet:
        day = self.request.board.on
        rows: QuerySet = queryset
        if value == WAITING:
            rows = queryset.waiting_for_triage()
        elif value == OVERDUE:
            rows = queryset.overdue(on=day)
        elif value == SOON:
            rows = queryset.due_soon(on=day, until=self.request.board.soon)
        return rows

    def by_reader(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        board = self.request.board
        if value == MINE:
            return queryset.filter(handler=board.user)
        return queryset.filter(service__in=Tenure.objects.service_ids_of(board.user, day=board.on))

    def by_service(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(service__in=Service.objects.ids_below([int(value)]))

    def by_handler(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(handler=None if value == NOBODY else int(value))
