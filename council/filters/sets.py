"""The filters of a noun as a form that no address can break."""

import re
from collections.abc import Iterator
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan
from django.http import QueryDict

from council.folding import Fold, fold
from council.forms import DateField, FigureField

UNREADABLE = re.compile("[\x00\ud800-\udfff]")
"""What PostgreSQL cannot hold and no address can carry."""
LONGEST_VALUE = 200
NOT_A_NUMBER = "enter a number, such as 12.5"
MOST_WORDS = 50
"""Words of a search that are looked for: SQLite refuses conditions nested a thousand deep."""


class SearchFilter(django_filters.CharFilter):
    """Rows in which each word typed occurs in one of the text fields, letter for letter (`%` is a `%`)."""

    def __init__(self, *fields: str, label: str = "Search", **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"type": "search", "autocomplete": "off"}))
        super().__init__(label=label, **options)
        self.fields = fields

    def filter(self, queryset: QuerySet, value: str) -> QuerySet:
        for word in list(dict.fromkeys(fold(value or "").split()))[:MOST_WORDS]:
            found = Q()
            for field in self.fields:
                found |= Q(GreaterThan(StrIndex(Fold(F(field)), Value(word)), 0))
            queryset = queryset.filter(found)
        return queryset.distinct() if self.distinct else queryset


class YesNoFilter(django_filters.ChoiceFilter):
    """Any, yes or no."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, choices=[("yes", "Yes"), ("no", "No")], **options)

    def filter(self, queryset: QuerySet, value: str) -> QuerySet:
        chosen: QuerySet = super().filter(queryset, value and value == "yes")
        return chosen


class NumberFilter(django_filters.Filter):
    """A figure, as people type figures."""

    field_class = FigureField

    def __init__(self, *arguments: Any, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"class": "short"}))
        super().__init__(*arguments, **options)


class DateFilter(django_filters.DateFilter):
    """A day, as people type days."""

    field_class = DateField


class MultipleChoiceFilter(django_filters.MultipleChoiceFilter):
    """One or more of a few choices, to tick."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        options.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(*arguments, **options)


class _ModelMultipleChoiceField(django_filters.fields.ModelMultipleChoiceField):
    def _check_values(self, value: Any) -> Any:
        try:
            return super()._check_values(value)
        except OverflowError as error:
            # A key larger than any row has: only SQLite minds.
            raise ValidationError(self.error_messages["invalid_list"], code="invalid_list") from error


class ModelMultipleChoiceFilter(django_filters.ModelMultipleChoiceFilter):
    """One or more rows of a table, to tick."""

    field_class = _ModelMultipleChoiceField

    def __init__(self, *arguments: Any, **options: Any) -> None:
        options.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(*arguments, **options)


class FilterForm(forms.Form):
    """The filters as a form. Whatever the address holds, the answer is a sentence that says what to do."""

    def __init__(self, data: QueryDict | None = None, **options: Any) -> None:
        self.refused = dict(_refusals(data or QueryDict()))
        if data is not None:
            data = data.copy()
            for name in self.refused:
                # What no database can read must not reach a field that asks one; the rest is shown again.
                data.setlist(name, [value for value in data.getlist(name) if not UNREADABLE.search(value)])
        super().__init__(data, auto_id="filter_%s", **options)

    def names_of(self, field: str) -> set[str]:
        """The names that a field has in the address: one, or one for each of its boxes."""
        boxes = getattr(self.fields[field].widget, "widgets_names", [""])
        return {self.add_prefix(field) + box for box in boxes}

    def clean(self) -> dict[str, Any]:
        for field in self.fields:
            if self.names_of(field) & self.refused.keys() and field not in self.errors:
                self.add_error(field, "")
        return self.cleaned_data

    def add_error(self, field: str | None, error: Any) -> None:
        """Keeps the error as a sentence under the name of its filter, such as "Service: choose from the list"."""
        if field is not None:
            error = f"{self.fields[field].label}: {self._what_to_do(field, error)}"
        super().add_error(field, error)

    def _what_to_do(self, field: str, error: Any) -> str:
        for name in self.names_of(field) & self.refused.keys():
            return self.refused[name]
        if isinstance(self.fields[field], forms.ChoiceField):
            return "choose from the list"
        if getattr(error, "code", "") == "blank":
            return NOT_A_NUMBER  # A word for having no figure: the field's own sentence offers a choice there is not.
        sentence = " ".join(ValidationError(error).messages)
        return f"enter {sentence[6:]}" if sentence.startswith("Enter ") else sentence


def _refusals(data: QueryDict) -> Iterator[tuple[str, str]]:
    """The names in an address whose values cannot be used, each with what to do about it."""
    for name, values in data.lists():
        longest = max(map(len, values), default=0)
        if any(UNREADABLE.search(value) for value in values):
            yield name, "take out the character that cannot be read"
        elif longest > LONGEST_VALUE:
            yield name, f"use {LONGEST_VALUE} characters or fewer, this has {longest:,}"


class FilterSet(django_filters.FilterSet):
    """The filters of one noun. A select that is left alone says "All"; no field is compulsory."""

    def get_form_class(self) -> type[forms.Form]:
        fields = {name: each.field for name, each in self.filters.items()}
        for field in fields.values():
            if str(getattr(field, "empty_label", "")).startswith("---"):
                field.empty_label = "All"
        return type(f"{type(self).__name__}Form", (FilterForm,), fields)
