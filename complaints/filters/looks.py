"""Which looks at personal data: at whom, by whom, on which days, as what."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet

from complaints.choices import LookAs, LookKind
from complaints.figures.board import HANDLERS
from complaints.models import Case, Look
from council.filters import ChoiceFilter, DateFilter, FilterSet, MultipleChoiceFilter, NumberFilter
from council.forms.asking import LARGEST_KEY
from council.models import User

CUSTOMER = "customer"
HOW_FAR = [(CUSTOMER, "All of its customer’s cases")]


class LookFilters(FilterSet):
    """Left alone it shows all looks, the newest first."""

    case = django_filters.CharFilter(label="Case, by its reference", method="by_case")
    how_far = ChoiceFilter(
        label="Of the case", choices=HOW_FAR, method="by_nothing", empty_label="That case only"
    )
    customer = NumberFilter(label="Customer, by number", method="by_customer")
    officer = ChoiceFilter(label="Who looked", field_name="user")
    looked_as = ChoiceFilter(label="As what", choices=LookAs.choices)
    kind = MultipleChoiceFilter(label="What was looked at", choices=LookKind.choices)
    from_day = DateFilter(label="From", field_name="at", lookup_expr="date__gte")
    to_day = DateFilter(label="Up to", field_name="at", lookup_expr="date__lte")

    class Meta:
        model = Look
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Those who have left have looked as well.
        users = User.objects.filter(role__in=HANDLERS).order_by("first_name", "last_name", "username")
        choices = [(str(each.pk), str(each)) for each in users]
        self.filters["officer"].extra["choices"] = choices

    def by_case(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """The looks at the case; where asked for, at all that its customer told the council."""
        rows = Case.objects.filter(reference=value.strip().upper())
        if self.form.cleaned_data.get("how_far") != CUSTOMER:
            return queryset.filter(case__in=list(rows.values_list("pk", flat=True)))
        people = list(rows.values_list("customer", flat=True))
        cases = Case.objects.filter(customer__in=people).values_list("pk", flat=True)
        return queryset.filter(Q(case__in=list(cases)) | Q(customer__in=people))

    def by_customer(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        """The looks at the customer of the number; none for what is no number of a row."""
        is_key = value == int(value) and 0 < value <= LARGEST_KEY
        return queryset.filter(customer=int(value)) if is_key else queryset.none()

    def by_nothing(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Read by `by_case`."""
        return queryset
