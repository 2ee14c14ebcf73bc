from django.conf import settings
from django.db import models
from django.db.models import Q

from complaints.choices import CaseFigureChange, CaseFigureKind
from council.models import AppendOnly, AppendOnlyQuerySet
from council.periods import year_name


class AnnualCaseFigure(AppendOnly):
    """How many cases of a kind a document printed for a financial year. Kept with its document, for good.

    Each document that prints a figure for the year adds one; a figure that differs from the one before says why.
    """

    year = models.PositiveSmallIntegerField("financial year")
    kind = models.CharField("what", max_length=20, choices=CaseFigureKind.choices)
    number = models.PositiveSmallIntegerField("which document of several", default=1)
    as_written = models.CharField("as printed", max_length=100)
    value = models.PositiveIntegerField("number")
    document = models.CharField("printed in", max_length=200)
    page = models.CharField("page", max_length=50, blank=True)
    document_on = models.DateField("date of the document", null=True, blank=True)
    change = models.CharField("status", max_length=20, choices=CaseFigureChange.choices)
    why = models.TextField("why it was corrected", blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "kind", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "kind", "number"],
                name="complaints_annualcasefigure_number_once",
                violation_error_message="Somebody else entered a figure for that year first.",
            ),
            models.CheckConstraint(
                condition=~Q(change=CaseFigureChange.CORRECTED) | ~Q(why=""),
                name="complaints_annualcasefigure_corrected_why",
                violation_error_message="Say why it differs from what was printed before.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.year_name}: {self.as_written}"

    @property
    def year_name(self) -> str:
        """The year in words, such as "2001/02"."""
        return year_name(self.year)
