from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from council.models import Versioned
from performance.choices import TargetBasis
from performance.models.cycle import Period
from performance.models.indicator import Indicator


class Target(Versioned):
    """What the council means to reach: for a year, or for one period of it where the year is profiled."""

    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="targets")
    year = models.PositiveSmallIntegerField("financial year", help_text="2026 stands for 2026/27.")
    period = models.ForeignKey(
        Period,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="targets",
        help_text="Blank for the whole year.",
    )
    as_written = models.CharField(max_length=100)
    basis = models.CharField(max_length=20, choices=TargetBasis.choices, default=TargetBasis.ABSOLUTE)
    change = models.DecimalField(
        max_digits=15, decimal_places=4, null=True, blank=True, help_text="For a relative target: 5 for +5."
    )
    base = models.DecimalField(
        max_digits=15,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="The value a relative target starts from.",
    )
    value = models.DecimalField(
        max_digits=15, decimal_places=4, null=True, blank=True, help_text="The figure to reach."
    )
    low = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    high = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    words = models.CharField(
        max_length=100, blank=True, help_text="The level, date, yes or no, or milestone to reach."
    )

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-year", "period", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "year"],
                condition=Q(period=None),
                name="performance_target_once_a_year",
                violation_error_message="This indicator already has a target for that year.",
            ),
            models.UniqueConstraint(
                fields=["indicator", "period"],
                name="performance_target_once_a_period",
                violation_error_message="This indicator already has a target for that period.",
            ),
            models.CheckConstraint(
                condition=Q(low=None) | Q(high=None) | Q(high__gte=F("low")),
                name="performance_target_range",
                violation_error_message="The upper end of the range is below the lower.",
            ),
        ]

    def __str__(self) -> str:
        return self.as_written
