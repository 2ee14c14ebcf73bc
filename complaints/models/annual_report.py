from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from council.models import AppendOnly, AppendOnlyQuerySet
from council.periods import Frequency, Span, spans, year_name
from portfolios.models import Body
from portfolios.models.presented import PaperErratum, Presentable, PresentableQuerySet, PresentedPaper


class AnnualReportQuerySet(PresentableQuerySet["AnnualComplaintsReport"]):
    def with_paper(self) -> "AnnualReportQuerySet":
        """With what was presented, where it was."""
        rows: AnnualReportQuerySet = self.select_related("paper")
        return rows


class AnnualComplaintsReport(Presentable):
    """The council's report of a financial year on how it handled complaints and what it made better.

    Its six parts are those of the Complaint Handling Code, 8.1: the self-assessment; the analysis of quality and
    quantity with what was refused; what does not comply; what was improved; the Ombudsman's letter; and other reports
    of an Ombudsman about the council.
    """

    year = models.PositiveSmallIntegerField(
        unique=True,
        help_text="The financial year: 2026 stands for 2026/27.",
        error_messages={"unique": "There is a report of that year already."},
    )
    quality = models.TextField("what the figures mean", blank=True)
    non_compliance = models.TextField("where we do not comply, and what we do about it", blank=True)
    improvements = models.TextField("what we made better from what we learned", blank=True)
    letter_words = models.TextField("what we say to the Ombudsman’s letter", blank=True)
    other_reports = models.TextField("other reports of an Ombudsman about the council", blank=True)
    assessed_again_why = models.TextField("why the self-assessment was made again in the year", blank=True)

    objects = AnnualReportQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(presented_at=None, dated_on=None)
                | Q(presented_at__isnull=False, dated_on__isnull=False),
                name="complaints_annualcomplaintsreport_dated_when_presented",
                violation_error_message="Give the date of the report.",
            )
        ]

    def __str__(self) -> str:
        return f"Annual complaints report {year_name(self.year)}"

    def get_absolute_url(self) -> str:
        return reverse("annual_report", args=[self.year])

    @property
    def year_name(self) -> str:
        """The year in words, such as "2026/27"."""
        return year_name(self.year)

    @property
    def span(self) -> Span:
        """The year it speaks of."""
        return spans(Frequency.ANNUAL, year=self.year)[0]


class AnnualReportPaper(PresentedPaper):
    """An annual complaints report as it was presented, as plain values. Never changed."""

    report = models.OneToOneField(AnnualComplaintsReport, models.PROTECT, related_name="paper")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.report} as presented"


class AnnualReportErratum(PaperErratum):
    """What was found wrong in an annual report after it was presented. It stands beside the words, which stay."""

    report = models.ForeignKey(AnnualComplaintsReport, models.PROTECT, related_name="errata")

    class Meta(PaperErratum.Meta):
        verbose_name_plural = "annual report errata"
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="complaints_annualreporterratum_number")
        ]


class AnnualReportResponse(AppendOnly):
    """What the governing body said to an annual report: published with it (Complaint Handling Code, 8.2)."""

    report = models.ForeignKey(AnnualComplaintsReport, models.PROTECT, related_name="responses")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    met_on = models.DateField("date of the meeting")
    decision = models.CharField("what it decided", max_length=300)
    words = models.TextField("response")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["met_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "body", "met_on"],
                name="complaints_annualreportresponse_once",
                violation_error_message="The response of that meeting is entered already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.met_on:%-d %B %Y}"
