from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from council.models import Versioned
from performance.choices import RuleBasis, TravelEffect, ZeroTarget
from performance.models.indicator import Indicator


class RatingRule(Versioned):
    """How a value becomes red, amber or green: the council's rule for a year, or one indicator's own."""

    name = models.CharField(max_length=100)
    year = models.PositiveSmallIntegerField(
        "from financial year", help_text="2026 stands for 2026/27. It holds until a rule of a later year."
    )
    indicator = models.ForeignKey(
        Indicator,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="rules",
        help_text="Blank for the council's rule. Otherwise this indicator's own.",
    )
    basis = models.CharField(max_length=30, choices=RuleBasis.choices, default=RuleBasis.PER_CENT_OF_TARGET)
    green_tolerance = models.DecimalField(
        max_digits=9, decimal_places=4, default=0, help_text="Still green this far short of the target."
    )
    amber_tolerance = models.DecimalField(
        max_digits=9, decimal_places=4, default=10, help_text="Still amber this far short of the target."
    )
    inclusive = models.BooleanField(
        "boundary included", default=True, help_text="A value exactly on the boundary gets the better rating."
    )
    green_at = models.DecimalField(
        max_digits=15,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Fixed thresholds only: green from here.",
    )
    amber_at = models.DecimalField(
        max_digits=15,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Fixed thresholds only: amber from here.",
    )
    zero_target = models.CharField(max_length=20, choices=ZeroTarget.choices, default=ZeroTarget.ANY_MISS_RED)
    travel_effect = models.CharField(max_length=20, choices=TravelEffect.choices, default=TravelEffect.NONE)
    reason = models.CharField("why this rule", max_length=400, blank=True)

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-year", "indicator", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["year"],
                condition=Q(indicator=None),
                name="performance_rule_once_a_year",
                violation_error_message="The council already has a rule from that year.",
            ),
            models.UniqueConstraint(
                fields=["year", "indicator"],
                name="performance_rule_once_an_indicator",
                violation_error_message="This indicator already has a rule from that year.",
            ),
            models.CheckConstraint(
                condition=Q(green_tolerance__gte=0, amber_tolerance__gte=F("green_tolerance")),
                name="performance_rule_tolerances",
                violation_error_message="Amber must reach at least as far as green, and neither below 0.",
            ),
            models.CheckConstraint(
                condition=~Q(basis=RuleBasis.THRESHOLDS) | Q(green_at__isnull=False, amber_at__isnull=False),
                name="performance_rule_thresholds",
                violation_error_message="Fixed thresholds need both figures: green from, and amber from.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
