"""Rating rules in the register, each with what it says in words."""

from typing import Any

from django.contrib import admin
from django.utils.html import format_html_join

from council.admin import RegisterAdmin, RegisterForm
from council.periods import year_name
from performance.choices import Direction, ValueKind
from performance.figures.as_rules import rule_of
from performance.models import RatingRule
from performance.rules.rule import rule_problems
from performance.rules.rule_words import rule_words

EITHER_WAY = (Direction.HIGHER, Direction.LOWER)


class RatingRuleForm(RegisterForm):
    """A rule that can rate."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        draft = RatingRule(**{name: cleaned[name] for name in self.compared})
        direction = Direction(draft.indicator.direction) if draft.indicator else None
        for problem in rule_problems(rule_of(draft), direction):
            self.add_error(problem.field, problem.sentence)
        return cleaned


def in_words(row: RatingRule) -> list[tuple[str, str]]:
    """The rule as it is printed, by which way is better; of an indicator's own rule only its way."""
    rule = rule_of(row)
    if row.indicator is None:
        return [(way.label, rule_words(rule, way)) for way in EITHER_WAY]
    direction = Direction(row.indicator.direction)
    kind = ValueKind(row.indicator.value_kind)
    return [(direction.label, rule_words(rule, direction, kind=kind, unit=row.indicator.unit))]


@admin.register(RatingRule)
class RatingRuleAdmin(RegisterAdmin):
    """How a value becomes red, amber or green."""

    form = RatingRuleForm
    list_display = ["name", "year_in_words", "indicator", "says", "travel_effect"]
    list_filter = ["year", "basis"]
    list_select_related = ["indicator"]
    search_fields = ["name", "indicator__reference", "indicator__title", "reason"]
    autocomplete_fields = ["indicator"]
    fieldsets = [
        (None, {"fields": ["name", "year", "indicator", "says"]}),
        ("What it measures", {"fields": ["basis", "green_tolerance", "amber_tolerance", "inclusive"]}),
        ("Fixed thresholds", {"fields": ["green_at", "amber_at"]}),
        ("Further", {"fields": ["zero_target", "travel_effect", "reason"]}),
    ]
    readonly_fields = ["says"]

    @admin.display(description="financial year", ordering="year")
    def year_in_words(self, rule: RatingRule) -> str:
        """2026 as 2026/27."""
        return f"from {year_name(rule.year)}"

    @admin.display(description="in words")
    def says(self, rule: RatingRule) -> Any:
        """The rule on its face."""
        if rule.pk is None:
            return "Shown once it is saved"
        return format_html_join("", "<p>{}: {}</p>", in_words(rule))
