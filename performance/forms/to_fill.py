"""Choosing a file to fill in."""

from collections.abc import Sequence
from typing import Any

from django import forms

from council.forms import Form
from council.periods import year_name
from performance.choices import ImportKind
from performance.models import Period


class ToFillForm(Form):
    """Which file to fill in. Bound to the address; which fields count depends on the kind."""

    kind = forms.ChoiceField(label="What to fill in", choices=())
    year = forms.TypedChoiceField(
        label="Year of the targets or monthly values", coerce=int, empty_value=None, required=False
    )
    period = forms.TypedChoiceField(
        label="Period of the returns", coerce=int, empty_value=None, required=False
    )
    format = forms.ChoiceField(label="File", choices=[("xlsx", "Excel (.xlsx)"), ("csv", "CSV")])

    def __init__(self, *args: Any, periods: Sequence[Period], years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [ImportKind.INDICATORS, ImportKind.TARGETS, ImportKind.RETURNS, ImportKind.MONTHS]
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]
        self.fields["year"].choices = [(year, year_name(year)) for year in years]  # type: ignore[attr-defined]
        self.fields["period"].choices = [  # type: ignore[attr-defined]
            (period.pk, f"{period.name} ({period.cycle.name})") for period in periods
        ]

    def clean(self) -> dict[str, Any]:
        chosen = super().clean() or self.cleaned_data
        of_year = {ImportKind.TARGETS: "targets", ImportKind.MONTHS: "monthly values"}.get(
            chosen.get("kind", "")
        )
        if of_year and "year" not in self.errors and not chosen.get("year"):
            self.add_error("year", f"Choose the year of the {of_year}")
        if (
            chosen.get("kind") == ImportKind.RETURNS
            and "period" not in self.errors
            and not chosen.get("period")
        ):
            self.add_error("period", "Choose the period of the returns")
        return chosen
