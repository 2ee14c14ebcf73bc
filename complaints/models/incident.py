from django.db import models

from council.models import Versioned
from portfolios.models import Service


class Incident(Versioned):
    """One event that many people contact the council about, such as a missed round: all of them are told."""

    title = models.CharField(max_length=200)
    service = models.ForeignKey(Service, models.PROTECT, related_name="incidents")
    began_on = models.DateField("began")
    over_on = models.DateField("over", null=True, blank=True)
    words = models.TextField("what customers are told", blank=True)

    objects = models.Manager()

    class Meta:
        ordering = ["-began_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(over_on=None) | models.Q(over_on__gte=models.F("began_on")),
                name="complaints_incident_over_after",
                violation_error_message="It cannot be over before it began.",
            )
        ]

    def __str__(self) -> str:
        return self.title
