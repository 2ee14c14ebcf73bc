"""Which patterns: a year, and whose services."""

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms

from council.forms import Form
from council.periods import Frequency, Span, financial_year, spans, year_name
from portfolios.models import Body

YEARS = 6
WHOLE = ("all", "Every service")


class PatternForm(Form):
    """The year; and a body whose services alone are counted, or every service."""

    year = forms.TypedChoiceField(label="Financial year", coerce=int)
    body = forms.ChoiceField(label="Services of")

    def __init__(self, *args: Any, day: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        this_year = financial_year(day)
        years = [(year, year_name(year)) for year in range(this_year, this_year - YEARS, -1)]
        self.fields["year"].choices = years
        self.bodies = {str(body.pk): body for body in Body.objects.filter(responsibilities__isnull=False)}
        self.fields["body"].choices = [WHOLE, *((key, body.name) for key, body in self.bodies.items())]

    @property
    def chosen(self) -> tuple[int, Body | None]:
        """The year and the body of a valid form."""
        return self.cleaned_data["year"], self.bodies.get(self.cleaned_data["body"])


class SatisfactionForm(PatternForm):
    """The same, with a quarter of the year or the whole of it."""

    quarter = forms.ChoiceField(
        label="Quarter",
        required=False,
        choices=[("", "The whole year"), *((str(number), f"Quarter {number}") for number in range(1, 5))],
    )
    field_order = ["year", "quarter", "body"]

    @property
    def span(self) -> Span:
        """The days that a valid form asks for."""
        year, quarter = self.cleaned_data["year"], self.cleaned_data["quarter"]
        if quarter:
            return spans(Frequency.QUARTERLY, year=year)[int(quarter) - 1]
        return spans(Frequency.ANNUAL, year=year)[0]


def asked(data: Mapping[str, Any], *, day: datetime.date) -> dict[str, str]:
    """What an address asks for: this year and every service, unless it says otherwise."""
    said = {"year": data.get("year", str(financial_year(day))), "body": data.get("body", WHOLE[0])}
    return said | ({"quarter": data["quarter"]} if "quarter" in data else {})
