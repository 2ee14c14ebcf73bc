import datetime

from django.db import models
from simple_history.models import HistoricalRecords

from complaints.choices import CaseKind
from council.models import Versioned


class CaseDefinitionQuerySet(models.QuerySet["CaseDefinition"]):
    def in_force(self, day: datetime.date) -> "CaseDefinition | None":
        """The one that triage goes by on the day."""
        return self.filter(starts_on__lte=day).order_by("-starts_on", "-pk").first()


class CaseDefinition(Versioned):
    """What counts as a complaint, as the council told its staff from one day on: a numbered version."""

    number = models.PositiveSmallIntegerField("version", unique=True)
    starts_on = models.DateField("from", unique=True)
    source = models.CharField("where it is laid down", max_length=200)
    why = models.TextField("why it was changed", blank=True)

    objects = CaseDefinitionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-starts_on", "pk"]
        verbose_name = "definition of a complaint"
        verbose_name_plural = "definitions of a complaint"

    def __str__(self) -> str:
        return f"Version {self.number}, from {self.starts_on:%-d %B %Y}"


class DefinitionLine(models.Model):
    """One line of the definition, and the kind that a case it holds of is."""

    definition = models.ForeignKey(CaseDefinition, models.CASCADE, related_name="lines")
    number = models.CharField("line", max_length=10, help_text='As in the code, such as "1.4".')
    kind = models.CharField("makes it", max_length=20, choices=CaseKind.choices)
    words = models.TextField()

    objects = models.Manager()

    class Meta:
        ordering = ["definition", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["definition", "number", "kind"],
                name="complaints_definitionline_once",
                violation_error_message="This line stands in the definition already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.words}"
