from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from council.models import AppendOnly, AppendOnlyQuerySet
from council.periods import year_name
from performance.choices import FigureChange, ValueStatus
from performance.models.indicator import Indicator
from performance.models.published import PublishedTable
from performance.models.returns import Revision


class AnnualFigureQuerySet(AppendOnlyQuerySet):
    def changed(self) -> "AnnualFigureQuerySet":
        """Those that took the place of another final figure for the same year."""
        return self.filter(change=FigureChange.CHANGED)

    def undeclared(self) -> "AnnualFigureQuerySet":
        """Changes of which nobody has said who made them and why."""
        return self.changed().filter(declaration=None)


class AnnualFigure(AppendOnly):
    """An indicator's figure for a financial year as a document printed it: kept with its definition, for good.

    Each document that prints a figure for the year adds one. What it was counted by is kept as words, since
    definitions may change.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="annual_figures")
    year = models.PositiveSmallIntegerField("financial year")
    number = models.PositiveIntegerField()
    as_written = models.CharField(max_length=200)
    value = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    value_status = models.CharField(max_length=20, choices=ValueStatus.choices, default=ValueStatus.ACTUAL)
    definition_number = models.PositiveSmallIntegerField("version of the definition", null=True, blank=True)
    definition_words = models.TextField("definition then", blank=True)
    source = models.CharField("data source", max_length=400, blank=True)
    document = models.CharField(max_length=200)
    document_on = models.DateField("date of the document", null=True, blank=True)
    table = models.ForeignKey(
        PublishedTable, models.PROTECT, null=True, blank=True, related_name="annual_figures"
    )
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, blank=True, related_name="+")
    change = models.CharField(max_length=20, choices=FigureChange.choices, default=FigureChange.FIRST)
    before = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    objects = AnnualFigureQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "-year", "-number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "year", "number"],
                name="performance_annualfigure_number_once",
                violation_error_message="Somebody else entered a figure for that year first.",
            ),
            models.CheckConstraint(
                condition=~Q(change=FigureChange.CHANGED) | Q(before__isnull=False),
                name="performance_annualfigure_changes_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, {year_name(self.year)}: {self.as_written}"

    def get_absolute_url(self) -> str:
        return reverse("annual_figures_of", args=[self.indicator_id])

    @property
    def year_name(self) -> str:
        """The year in words, such as "2026/27"."""
        return year_name(self.year)


class Declaration(AppendOnly):
    """The word of somebody that an annual figure was changed, and why."""

    figure = models.OneToOneField(AnnualFigure, models.PROTECT, related_name="declaration")
    who = models.CharField("who says so", max_length=200)
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.who}: {self.why}"
