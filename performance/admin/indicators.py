"""Indicators in the register, with the versions of their definition, their benchmarks and their targets."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import URLPattern, path

from council.admin import RegisterAdmin, RegisterForm, RegisterInline, RowForm
from council.periods import Frequency
from performance.admin.profiles import profile_year
from performance.admin.targets import TargetInline, read_for
from performance.choices import BenchmarkKind, ValueKind, YearToDate
from performance.figures.computed import offered
from performance.models import Benchmark, Indicator, IndicatorDefinition
from performance.rules.benchmarks import RankProblem, read_rank
from performance.rules.spc.months import why_no_months
from performance.rules.targets import TargetProblem
from performance.rules.year_end import usual_method

STOCK = (
    "What stands at one moment, such as a register, a waiting list or cases in hand, is not to be added: choose the "
    "latest value."
)
FIXED = "Returns have been made in it. Make a new indicator instead"


class IndicatorForm(RegisterForm):
    """An indicator. What its returns were typed in cannot change under them."""

    decimals = forms.TypedChoiceField(
        label="Decimal places shown", choices=[(n, str(n)) for n in range(5)], coerce=int, initial=0
    )

    computed_from = forms.ChoiceField(
        label="Computed from",
        choices=(),
        required=False,
        help_text="The product counts this itself each period.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["computed_from"]
        field.choices = [("", "Nothing: people enter it"), *((each.key, each.title) for each in offered())]
        queries = " ".join(f"{each.title}: {each.query}" for each in offered())
        field.help_text = f"The product counts this itself each period; officers add the comment. {queries}"
        self.fields["year_to_date"].help_text += f" {STOCK}"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        low, high = cleaned.get("minimum"), cleaned.get("maximum")
        if low is not None and high is not None and low > high:
            self.add_error("maximum", "The largest value is below the smallest")
        self._fit_to_be_computed(cleaned)
        if cleaned.get("value_kind") == ValueKind.LEVEL and not cleaned.get("levels"):
            self.add_error("levels", "Enter the levels, one a line, the lowest first")
        if cleaned.get("takes_monthly_values"):
            self._refuse_months_where_there_are_none(cleaned)
        self._keep_what_returns_rest_on()
        return cleaned

    def _refuse_months_where_there_are_none(self, cleaned: dict[str, Any]) -> None:
        kind, cycle = cleaned.get("value_kind"), cleaned.get("cycle")
        why_not = why_no_months(ValueKind(kind), Frequency(cycle.frequency)) if kind and cycle else ""
        if why_not:
            self.add_error("takes_monthly_values", why_not)

    def _fit_to_be_computed(self, cleaned: dict[str, Any]) -> None:
        source = next((each for each in offered() if each.key == cleaned.get("computed_from")), None)
        if source is None:
            return
        if cleaned.get("value_kind") != source.kind:
            self.add_error("value_kind", f"“{source.title}” gives a {source.kind.label.lower()}. Choose that")
        if cleaned.get("direction") != source.direction:
            wanted = source.direction.label
            self.add_error("direction", f"Of “{source.title}” higher is better. Choose “{wanted}”")

    def _keep_what_returns_rest_on(self) -> None:
        resting = [name for name in ("value_kind", "cycle") if name in self.changed_data]
        if self.instance.pk and resting and self.instance.returns.exists():
            for name in resting:
                self.add_error(name, FIXED)


class BenchmarkForm(RowForm):
    """A published figure; it is read from what is typed."""

    class Meta:
        model = Benchmark
        fields = ["indicator", "year", "kind", "label", "group", "as_written", "method", "source"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        indicator, written = cleaned.get("indicator"), cleaned.get("as_written")
        self.instance.value, self.instance.rank, self.instance.out_of = None, None, None
        if written and cleaned.get("kind") == BenchmarkKind.RANK:
            self._read_rank(written)
        elif indicator is not None and written:
            self._read_figure(indicator, written)
        return cleaned

    def _read_rank(self, written: str) -> None:
        try:
            self.instance.rank, self.instance.out_of = read_rank(written)
        except RankProblem as problem:
            raise ValidationError({"as_written": str(problem)}) from problem

    def _read_figure(self, indicator: Indicator, written: str) -> None:
        try:
            read = read_for(indicator, written, base=None)
        except TargetProblem as problem:
            raise ValidationError({"as_written": problem.sentence}) from problem
        if read is None or (read.value is None and not read.words):
            raise ValidationError({"as_written": "Enter one figure, such as 85%"})
        self.instance.value, self.instance.words = read.value, read.words


class DefinitionInline(admin.StackedInline, RegisterInline):
    """What exactly is counted, version by version."""

    model = IndicatorDefinition
    extra = 0
    template = "admin/edit_inline/stacked.html"
    verbose_name = "definition"
    verbose_name_plural = "definitions"
    fields = [
        ("number", "starts_on"),
        "wording",
        ("numerator", "denominator"),
        ("source", "licence"),
        ("breaks_series", "reason"),
    ]


class BenchmarkInline(admin.StackedInline, RegisterInline):
    """Published figures to compare with."""

    model = Benchmark
    form = BenchmarkForm
    template = "admin/edit_inline/stacked.html"
    fields = [("year", "kind"), ("label", "group"), "as_written", ("method", "source")]


@admin.register(Indicator)
class IndicatorAdmin(RegisterAdmin):
    """What the council measures."""

    form = IndicatorForm
    list_display = ["reference", "title", "service", "owner", "ends_on"]
    list_display_links = ["reference", "title"]
    list_filter = ["service", "cycle", "reference_kind", "value_kind", "direction"]
    list_select_related = ["service", "owner", "cycle"]
    search_fields = ["reference", "title", "service__name", "owner__title"]
    search_help_text = "Finds an indicator by its reference, title, service or owner."
    autocomplete_fields = ["owner"]
    fieldsets = [
        (None, {"fields": ["reference", "reference_kind", "title", "service", "owner"]}),
        (
            "What a value is",
            {
                "fields": [
                    "value_kind", "unit", "decimals", "direction", "levels", "minimum", "maximum", "is_cumulative",
                    "year_to_date",
                ]
            },
        ),
        ("Computed from the product’s own records", {"fields": ["computed_from", "is_council_wide"]}),
        ("When it is reported", {"fields": ["cycle", "takes_monthly_values", "starts_on", "ends_on"]}),
    ]  # fmt: skip
    change_form_template = "admin/indicator_change.html"
    inlines = [TargetInline, DefinitionInline, BenchmarkInline]

    def save_model(self, request: HttpRequest, obj: Indicator, form: Any, change: bool) -> None:
        """Saves it, and says where its values will be added because nothing else was chosen."""
        super().save_model(request, obj, form, change)
        usual = usual_method(obj.value_kind, is_cumulative=obj.is_cumulative)
        is_in_parts = obj.cycle.frequency != Frequency.ANNUAL
        if not obj.year_to_date and usual == YearToDate.SUM and is_in_parts:
            messages.warning(request, f"The values of a year will be added to its figure. {STOCK}")

    def get_urls(self) -> list[URLPattern]:
        """And the page for the targets of a whole year."""
        page = self.admin_site.admin_view(lambda request, pk: profile_year(self, request, pk))
        return [path("<int:pk>/profile/", page, name="profile_year"), *super().get_urls()]
