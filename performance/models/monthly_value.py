from django.conf import settings
from django.db import models

from council.models import AppendOnly, AppendOnlyQuerySet
from performance.models.indicator import Indicator


class MonthlyValue(AppendOnly):
    """An indicator's value of one month, beside the longer periods that its returns are made for.

    Each is the month's own, never counted from the start of the year. Of several rows for one month the newest
    counts; the older ones stay, with the reason where a published return was corrected. A row without a value says
    that there is none. A month entered with its return counts once that return is signed off; one that a file brought
    as history, for a return that stood already, counts at once.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="monthly_values")
    month = models.DateField(help_text="The first day of the month.")
    as_written = models.CharField(max_length=200, blank=True)
    value = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    numerator = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    is_history = models.BooleanField(
        default=False, help_text="Brought by a file under a return that stood already."
    )
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "month", "at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value__isnull=False) | models.Q(numerator=None, denominator=None),
                name="performance_monthly_value_counts_have_value",
                violation_error_message="Counts without a value cannot be kept.",
            )
        ]
        indexes = [models.Index(fields=["indicator", "month"], name="performance_monthly_value")]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.month:%B %Y}"
