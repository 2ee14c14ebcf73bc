"""Targets in the register: typed as the plan writes them, and read there and then."""

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import admin

from council.admin import RegisterAdmin, RegisterForm, RegisterInline, RowForm
from council.periods import year_name
from performance.choices import Direction, TargetBasis, ValueKind
from performance.models import Indicator, Target
from performance.rules import targets
from performance.rules.target import RELATIVE
from performance.rules.wording import figure_words

ASK = "Choose which is meant, or type it out"
MEANINGS = [("", "As it says"), *((basis.value, basis.label) for basis in (TargetBasis.ABSOLUTE, *RELATIVE))]


class TargetRowForm(RowForm):
    """A target. What it comes to is worked out from what is typed, never typed beside it."""

    meant = forms.ChoiceField(
        label="If it can mean two things",
        choices=MEANINGS,
        required=False,
        help_text="“+5%” can be points or per cent.",
    )

    class Meta:
        model = Target
        fields = ["indicator", "year", "period", "as_written", "base"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.basis in RELATIVE:
            self.fields["meant"].initial = self.instance.basis

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        indicator, written = cleaned.get("indicator"), cleaned.get("as_written")
        if indicator is not None and written and "base" in cleaned:
            self._read(indicator, written)
        self._check_period(indicator)
        return cleaned

    def _read(self, indicator: Indicator, written: str) -> None:
        try:
            target = read_for(indicator, written, base=self.cleaned_data["base"])
        except targets.AmbiguousTarget as problem:
            meant = self.cleaned_data.get("meant")
            fitting = [each.target for each in problem.readings if each.target.basis == meant]
            if not fitting:
                self.add_error("as_written", problem.sentence)
                self.add_error("meant", ASK)
                return
            target = fitting[0]
        except targets.TargetProblem as problem:
            self.add_error("as_written", problem.sentence)
            return
        if target is None:
            self.add_error("as_written", "Enter the target, such as 85%")
        elif target.change is not None and target.base is None:
            self.add_error("base", "Enter the figure that the change starts from")
        else:
            self._keep(target)

    def _keep(self, target: targets.Target) -> None:
        for name in ("basis", "change", "value", "low", "high", "words"):
            setattr(self.instance, name, getattr(target, name))
        if target.change is None:
            self.cleaned_data["base"] = None

    def _check_period(self, indicator: Indicator | None) -> None:
        """A target for one period is of that period's year and of the indicator's cycle."""
        period, year = self.cleaned_data.get("period"), self.cleaned_data.get("year")
        if period is None or indicator is None:
            return
        if period.cycle_id != indicator.cycle_id:
            self.add_error("period", "Choose a period of the indicator’s own cycle")
        if year is not None and period.year != year:
            self.add_error("year", f"{period} is reported under {year_name(period.year)}")


class TargetForm(TargetRowForm, RegisterForm):
    """A target with a page of its own."""

    class Meta(TargetRowForm.Meta):
        pass


def read_for(indicator: Indicator, written: str, *, base: Decimal | None) -> targets.Target | None:
    """The target that the words set for the indicator. Raises TargetProblem, or AmbiguousTarget."""
    return targets.read_target(
        written,
        ValueKind(indicator.value_kind),
        Direction(indicator.direction),
        decimals=indicator.decimals,
        levels=indicator.level_names,
        minimum=indicator.minimum,
        maximum=indicator.maximum,
        base=base,
        unit=indicator.unit,
    )


def comes_to(target: Target) -> str:
    """The figure or words that the target was read as, such as "65%"."""
    kind, unit = ValueKind(target.indicator.value_kind), target.indicator.unit
    if target.words:
        return target.words
    if target.low is not None and target.high is not None:
        low, high = (figure_words(end, kind, unit) for end in (target.low, target.high))
        return f"{low} to {high}"
    return figure_words(target.value, kind, unit) if target.value is not None else ""


class TargetInline(RegisterInline):
    """The targets of one indicator."""

    model = Target
    form = TargetRowForm
    fields = ["year", "period", "as_written", "meant", "base", "figure"]
    readonly_fields = ["figure"]

    @admin.display(description="comes to")
    def figure(self, target: Target) -> str:
        """What was read."""
        return comes_to(target) if target.pk else "Read when you save"


@admin.register(Target)
class TargetAdmin(RegisterAdmin):
    """What the council means to reach."""

    form = TargetForm
    list_display = ["indicator", "year_in_words", "period", "as_written", "basis", "figure"]
    list_filter = ["year", "basis", "indicator__service"]
    list_select_related = ["indicator", "period"]
    search_fields = ["indicator__reference", "indicator__title", "as_written"]
    autocomplete_fields = ["indicator", "period"]
    fields = ["indicator", "year", "period", "as_written", "meant", "base", "figure"]
    readonly_fields = ["figure"]

    @admin.display(description="financial year", ordering="year")
    def year_in_words(self, target: Target) -> str:
        """2026 as 2026/27."""
        return year_name(target.year)

    @admin.display(description="comes to")
    def figure(self, target: Target) -> str:
        """What was read."""
        return comes_to(target) if target.pk else "Read when you save"
