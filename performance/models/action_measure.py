from django.conf import settings
from django.db import models

from performance.models.indicator import Indicator
from portfolios.models import Action


class ActionMeasure(models.Model):
    """That an indicator is to move because of an action, and why it should: what the action is measured by."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="measured_by")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="action_measures")
    why = models.TextField("why it should move", blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = models.Manager()

    class Meta:
        ordering = ["action", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "indicator"],
                name="performance_actionmeasure_once",
                violation_error_message="This indicator measures the action already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.action}"
