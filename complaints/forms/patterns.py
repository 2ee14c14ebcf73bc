"""Which patterns: a year, and whose services."""

import datetime
from typing import Any

from django import forms

from council.forms import Form
from council.periods import financial_year, year_name
from portfolios.models import Body

YEARS = 6
WHOLE = "Every service"


class PatternForm(Form):
    """The year, this one unless another is chosen; and a body, whose services alone are counted."""

    year = forms.TypedChoiceField(label="Financial year", coerce=int, required=False, empty_value=None)
    body = forms.ModelChoiceField(
        label="Services of", queryset=Body.objects.none(), required=False, empty_label=WHOLE
    )

    def __init__(self, *args: Any, day: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.this_year = financial_year(day)
        years = [(year, year_name(year)) for year in range(self.this_year, self.this_year - YEARS, -1)]
        self.fields["year"].choices = years
        self.fields["body"].queryset = Body.objects.filter(responsibilities__isnull=False).distinct()

    @property
    def chosen(self) -> tuple[int, Body | None]:
        """The year and the body of a valid form."""
        return self.cleaned_data["year"] or self.this_year, self.cleaned_data["body"]
