from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.models import AppendOnly, AppendOnlyQuerySet, Versioned
from council.periods import Span, year_name
from performance.choices import ReportLevel, SetStage
from performance.models.indicator import Indicator
from performance.rules.indicator_sets import used_from
from portfolios.models import Body, Decision


class IndicatorSetQuerySet(models.QuerySet["IndicatorSet"]):
    def adopted(self) -> "IndicatorSetQuerySet":
        """Those that say what a body is told of."""
        return self.filter(stage=SetStage.ADOPTED)

    def begun(self, quarter: Span) -> "IndicatorSetQuerySet":
        """Those first used for this quarter or an earlier one."""
        number = (quarter.start.month - 4) % 12 // 3 + 1
        return self.filter(Q(year__lt=quarter.year) | Q(year=quarter.year, first_quarter__lte=number))


class IndicatorSet(Versioned):
    """Which indicators a body is told of in a year, which only their teams keep, and who was asked.

    It belongs to a municipal year and is used from a quarter of the financial year, until the body's next set is.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="indicator_sets")
    year = models.PositiveSmallIntegerField(help_text="The year it is for: 2026 stands for 2026/27.")
    first_quarter = models.PositiveSmallIntegerField(
        "used from quarter", default=1, help_text="Of the financial year: 1 is April to June."
    )
    reason = models.TextField("why the set is as it is", blank=True)
    consulted = models.CharField("who was consulted", max_length=300, blank=True)
    consulted_on = models.DateField(null=True, blank=True)
    stage = models.CharField(max_length=20, choices=SetStage.choices, default=SetStage.DRAFT, editable=False)
    adopted_on = models.DateField(null=True, blank=True, editable=False)
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="indicator_sets", editable=False
    )

    objects = IndicatorSetQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-year", "body__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year"],
                name="performance_indicatorset_once_a_year",
                violation_error_message="This body already has an indicator set for that year.",
            ),
            models.CheckConstraint(
                condition=Q(first_quarter__gte=1, first_quarter__lte=4),
                name="performance_indicatorset_first_quarter",
                violation_error_message="Choose a quarter from 1 to 4.",
            ),
            models.CheckConstraint(
                condition=Q(stage=SetStage.DRAFT, adopted_on=None)
                | Q(stage=SetStage.ADOPTED, adopted_on__isnull=False),
                name="performance_indicatorset_adopted_on_a_day",
                violation_error_message="Say on which day the set was adopted.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}, {year_name(self.year)}"

    def get_absolute_url(self) -> str:
        return reverse("indicator_set", args=[self.pk])

    @property
    def is_adopted(self) -> bool:
        return self.stage == SetStage.ADOPTED

    @property
    def year_name(self) -> str:
        """The year in words, such as "2026/27"."""
        return year_name(self.year)

    @property
    def used_from(self) -> Span:
        """The quarter of the financial year from which it is used."""
        return used_from(self.year, self.first_quarter)


class SetEntryQuerySet(AppendOnlyQuerySet):
    def newest(self) -> "SetEntryQuerySet":
        """Of each indicator in each set the entry that counts."""
        later = SetEntry.objects.filter(
            indicator_set=OuterRef("indicator_set"),
            indicator=OuterRef("indicator"),
            number__gt=OuterRef("number"),
        )
        return self.filter(~Exists(later))


class SetEntry(AppendOnly):
    """At which level a set reports an indicator from now on, why, and who was asked. Never changed, only followed."""

    indicator_set = models.ForeignKey(IndicatorSet, models.PROTECT, related_name="entries")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="set_entries")
    number = models.PositiveIntegerField()
    level = models.CharField("reporting level", max_length=20, choices=ReportLevel.choices)
    reason = models.TextField("why", blank=True)
    consulted = models.CharField("who was consulted", max_length=300, blank=True)
    consulted_on = models.DateField(null=True, blank=True)
    is_after_adoption = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    objects = SetEntryQuerySet.as_manager()

    class Meta:
        ordering = ["indicator__reference", "indicator__title", "-number", "pk"]
        verbose_name_plural = "set entries"
        constraints = [
            models.UniqueConstraint(
                fields=["indicator_set", "indicator", "number"], name="performance_setentry_number_once"
            ),
            models.CheckConstraint(
                condition=Q(is_after_adoption=False) | ~Q(reason=""),
                name="performance_setentry_change_says_why",
                violation_error_message="Say why the adopted set is changed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.get_level_display()}"
