from django.conf import settings
from django.db import models

from complaints.choices import Finding
from complaints.models.case import Case
from complaints.models.cause import Cause
from council.models import AppendOnly, AppendOnlyQuerySet


class Point(models.Model):
    """One thing complained of, listed so that it is answered (Complaint Handling Code, 6.7)."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    words = models.TextField("point complained of")

    objects = models.Manager()

    class Meta:
        ordering = ["case", "number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="complaints_point_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.words}"


class PointAnswer(AppendOnly):
    """The answer to a point at one stage: what was found, why, and the cause of what went wrong. Never changed."""

    point = models.ForeignKey(Point, models.PROTECT, related_name="answers")
    stage = models.PositiveSmallIntegerField()
    finding = models.CharField(max_length=20, choices=Finding.choices)
    words = models.TextField("answer")
    cause = models.ForeignKey(Cause, models.PROTECT, null=True, blank=True, related_name="answers")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["point", "-stage", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["point", "stage", "at"], name="complaints_pointanswer_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_finding_display()}, stage {self.stage}"
