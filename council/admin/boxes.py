"""The boxes of the register's forms: the product's own, in the clothes of Django admin."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget, AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db import models

from council.forms.asking import own_formfield
from council.periods import FIRST_YEAR, LAST_YEAR, read_year, year_name
from council.text import TextProblem, clean_text, plain_figures

OWN_BOXES = {
    models.CharField: AdminTextInputWidget,
    models.TextField: AdminTextareaWidget,
    models.DateField: AdminTextInputWidget,
    models.DecimalField: AdminTextInputWidget,
    models.PositiveSmallIntegerField: AdminTextInputWidget,
}


class YearField(forms.Field):
    """A box for a financial year: 2026/27, or 2026 for short. Its value is the year it starts in."""

    def __init__(self, **kwargs: Any) -> None:
        for name in ("min_value", "max_value"):
            kwargs.pop(name, None)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, int):
            return value
        try:
            text = plain_figures(clean_text(str(value or ""), limit=20, lines=False)).plain
        except TextProblem as problem:
            raise ValidationError(problem.sentence, code="text") from problem
        if not text:
            return None
        if len(text) == 4 and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR:
            return int(text)
        try:
            return read_year(text)
        except ValueError as problem:
            raise ValidationError(str(problem), code="year") from problem

    def prepare_value(self, value: Any) -> Any:
        return year_name(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True


class SearchList(AutocompleteSelect):
    """A list that is searched as one types; what was forged into it is not looked up."""

    def optgroups(self, name: str, value: list[str], attr: Any = None) -> Any:
        known = [
            each for each in value if str(each).isascii() and str(each).isdigit() and len(str(each)) < 19
        ]
        return super().optgroups(name, known or [""], attr)


def register_box(model_field: models.Field, **kwargs: Any) -> forms.Field | None:
    """The box for a model's field where the product has one of its own; None where Django's serves."""
    widget = OWN_BOXES.get(type(model_field))
    if widget is None or model_field.choices:
        return None
    if model_field.name == "year":
        kwargs["form_class"] = YearField
    return own_formfield(model_field, widget=widget, **kwargs)
