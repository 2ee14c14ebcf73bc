from django.db import models

from performance.models.summary import ExecutiveSummary
from portfolios.models.presented import PaperErratum, PresentedPaper


class SummaryPaper(PresentedPaper):
    """The words of an executive summary as presented, as plain values. Never changed."""

    summary = models.OneToOneField(ExecutiveSummary, models.PROTECT, related_name="paper")

    def __str__(self) -> str:
        return f"As presented: {self.summary}"


class SummaryErratum(PaperErratum):
    """What was found wrong in an executive summary after it was presented. It stands beside the words, which stay."""

    summary = models.ForeignKey(ExecutiveSummary, models.PROTECT, related_name="errata")
    sentence_number = models.PositiveSmallIntegerField("sentence", null=True, blank=True)

    class Meta(PaperErratum.Meta):
        verbose_name_plural = "summary errata"
        constraints = [
            models.UniqueConstraint(fields=["summary", "number"], name="performance_summaryerratum_once")
        ]
