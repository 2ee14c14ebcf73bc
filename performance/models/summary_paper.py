from django.conf import settings
from django.db import models

from council.models import AppendOnly, AppendOnlyQuerySet
from performance.models.summary import ExecutiveSummary


class SummaryPaper(AppendOnly):
    """The words of an executive summary as presented, as plain values. Never changed."""

    summary = models.OneToOneField(ExecutiveSummary, models.PROTECT, related_name="paper")
    content = models.JSONField()

    objects = AppendOnlyQuerySet.as_manager()

    def __str__(self) -> str:
        return f"As presented: {self.summary}"


class SummaryErratum(AppendOnly):
    """What was found wrong in an executive summary after it was presented. It stands beside the words, which stay."""

    summary = models.ForeignKey(ExecutiveSummary, models.PROTECT, related_name="errata")
    number = models.PositiveSmallIntegerField()
    sentence_number = models.PositiveSmallIntegerField("sentence", null=True, blank=True)
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["number", "pk"]
        verbose_name_plural = "summary errata"
        constraints = [
            models.UniqueConstraint(fields=["summary", "number"], name="performance_summaryerratum_once")
        ]

    def __str__(self) -> str:
        return f"Erratum {self.number}"
