"""Boxes for years and figures as documents print them, and the figures themselves."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms

from complaints.choices import CaseFigureKind
from complaints.operations.annual_case_figures import PrintedFigure
from council.dates import long_date
from council.forms import DateField, Form, LineField, NumberField, ProseField
from council.numbers import NumberRead, Quantity
from council.periods import financial_year, read_year, year_name
from council.text import clean_text

MOST = Decimal(9_999_999)
LONGEST_YEAR = 40


class YearField(forms.Field):
    """A financial year as people type it: 2025/26. Its value is the year it starts in."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"help_text": "For example, 2025/26"} | kwargs))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"autocomplete": "off"}

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, int) or value in self.empty_values:
            return value or None
        try:
            # What is longer is no year, and is not looked at.
            return read_year(str(value) if len(str(value)) <= LONGEST_YEAR else "")
        except ValueError as problem:
            raise forms.ValidationError(str(problem).rstrip("."), code="year") from problem

    def prepare_value(self, value: Any) -> Any:
        return year_name(value) if isinstance(value, int) else value


def printed_field(label: str, *, is_share: bool, **kwargs: Any) -> NumberField:
    """A box for a figure as a document printed it."""
    quantity = Quantity.PERCENTAGE if is_share else Quantity.COUNT
    most = {} if is_share else {"maximum": MOST}
    return NumberField(label=label, quantity=quantity, **most, **kwargs)


def as_printed(form: Form, name: str) -> str:
    return clean_text(str(form.data[form.add_prefix(name)]), limit=100, lines=False)


class PrintedFigureForm(Form):
    """A figure of a year as a document printed it."""

    year = YearField(label="Financial year")
    kind = forms.ChoiceField(label="What it counts", choices=CaseFigureKind.choices)
    as_written = printed_field("The figure as printed", is_share=False)
    document = LineField(label="Printed in", help_text="The name of the document.")
    page = LineField(label="Page or table", limit=50, required=False)
    document_on = DateField(label="Date of the document", required=False)
    why = ProseField(
        label="Why it differs from what was printed before",
        limit=2000,
        required=False,
        help_text="Only where it does.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, day: datetime.date, **kwargs: Any) -> None:
        self.day = day
        super().__init__(*args, **kwargs)

    def clean(self) -> Mapping[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        year, dated = said.get("year"), said.get("document_on")
        if year is not None and year > financial_year(self.day):
            self.add_error("year", "That year has not begun. Enter the year that the figure is of")
        if dated is not None and dated > self.day:
            self.add_error(
                "document_on", f"It is {long_date(self.day)} today. Enter the date of the document"
            )
        elif year is not None and dated is not None and dated < datetime.date(year, 4, 1):
            self.add_error("document_on", "The document cannot be older than the year it tells of")
        return said

    @property
    def printed(self) -> PrintedFigure:
        """What was filled in; of a valid form."""
        said = self.cleaned_data
        read: NumberRead = said["as_written"]
        names = ("year", "kind", "document", "page", "document_on", "why")
        return PrintedFigure(
            **{name: said[name] for name in names},
            as_written=as_printed(self, "as_written"),
            value=int(read.value),
        )
