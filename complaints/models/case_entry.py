from django.conf import settings
from django.db import models

from complaints.choices import CaseState, CaseStep
from complaints.models.case import Case
from council.models import AppendOnly, AppendOnlyQuerySet


class CaseEntry(AppendOnly):
    """One step in the life of a case, with who, when, why, and how the case then stood. Never changed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=20, choices=CaseStep.choices)
    state = models.CharField("state then", max_length=20, choices=CaseState.choices)
    stage = models.PositiveSmallIntegerField("stage then")
    due_on = models.DateField("due then", null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["case", "-number", "-pk"]
        verbose_name_plural = "case entries"
        indexes = [models.Index(fields=["step", "at"], name="complaints_caseentry_steps")]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="complaints_caseentry_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()}, {self.at:%-d %B %Y}"
