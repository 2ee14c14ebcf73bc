import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.urls import reverse

from council.access import Permission, may
from council.models import AppendOnly, AppendOnlyQuerySet, Versioned
from portfolios.models import Service, Tenure

if TYPE_CHECKING:
    from council.models import User


class IncidentQuerySet(models.QuerySet["Incident"]):
    def visible_to(self, user: "User", *, day: datetime.date) -> "IncidentQuerySet":
        """Those of the user's own services, or all for the complaints team."""
        if may(user, Permission.SEE_ALL_CASES):
            return self
        if not may(user, Permission.HANDLE_CASES):
            return self.none()
        return self.filter(service__in=Tenure.objects.service_ids_of(user, day=day))

    def going_on(self, *, on: datetime.date) -> "IncidentQuerySet":
        """Those that have begun and are not over by the day."""
        return self.filter(models.Q(over_on=None) | models.Q(over_on__gt=on), began_on__lte=on)


class Incident(Versioned):
    """One event that many people contact the council about, such as a missed round: all of them are told."""

    title = models.CharField("what happened, in a few words", max_length=200)
    service = models.ForeignKey(Service, models.PROTECT, related_name="incidents")
    began_on = models.DateField("began")
    over_on = models.DateField("over", null=True, blank=True)
    words = models.TextField("what customers are told", blank=True)

    objects = IncidentQuerySet.as_manager()

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

    def get_absolute_url(self) -> str:
        return reverse("incident", args=[self.pk])

    def is_going_on(self, *, on: datetime.date) -> bool:
        """Whether it has begun and is not over by the day. The twin of `IncidentQuerySet.going_on`."""
        return self.began_on <= on and (self.over_on is None or self.over_on > on)


class IncidentTelling(AppendOnly):
    """One time that everybody of an incident was told the same, with the words. Never changed."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="tellings")
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.incident}, told on {self.at:%-d %B %Y}"
