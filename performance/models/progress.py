from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.models import Versioned
from performance.models.cycle import Cycle, Period
from portfolios.models import Body, Meeting, Post
from portfolios.models.presented import PaperErratum, Presentable, PresentableQuerySet, PresentedPaper


class ReportingArea(Versioned):
    """What a progress report is about, such as Customer Service: its lead post, its scope, whence its targets."""

    name = models.CharField(max_length=200, unique=True)
    lead_post = models.ForeignKey(
        Post,
        models.PROTECT,
        related_name="reporting_areas",
        help_text="Its holder, and the officers of its service, write the reports.",
    )
    cycle = models.ForeignKey(
        Cycle, models.PROTECT, related_name="reporting_areas", help_text="How often it reports."
    )
    scope = models.TextField(blank=True, help_text="What counts as this area, and what does not.")
    targets_from = models.TextField(
        "where targets come from",
        blank=True,
        help_text="Such as the council plan; and where targets of single services are reported.",
    )

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class ProgressHeadingQuerySet(models.QuerySet["ProgressHeading"]):
    def offered(self) -> "ProgressHeadingQuerySet":
        """Those that new items may stand under."""
        return self.filter(is_offered=True)


class ProgressHeading(Versioned):
    """A heading of the council's progress reports. The first five are those of the Business Excellence model."""

    name = models.CharField(max_length=100, unique=True)
    place = models.PositiveSmallIntegerField(
        "order", default=0, help_text="1 stands first. Two with the same number stand by name."
    )
    is_offered = models.BooleanField(
        "offered for new items",
        default=True,
        help_text="A heading in use cannot be deleted; without this it takes no new items.",
    )

    objects = ProgressHeadingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["place", "name", "pk"]

    def __str__(self) -> str:
        return self.name


class ProgressReportQuerySet(PresentableQuerySet["ProgressReport"]):
    def newest_presented(self) -> "ProgressReportQuerySet":
        """Of each area the last one that was presented."""
        later = ProgressReport.objects.presented().filter(
            area=OuterRef("area"), period__ends_on__gt=OuterRef("period__ends_on")
        )
        return self.presented().filter(~Exists(later))

    def with_named(self) -> "ProgressReportQuerySet":
        """With the area, its lead post, the period and the meeting, so that naming them asks nothing more."""
        named = ("area__lead_post", "period", "previous__period", "to_body", "meeting__body")
        return self.select_related(*named)


class ProgressReport(Presentable):
    """What an area says of one period under the council's headings: a draft until it is presented, then fixed."""

    area = models.ForeignKey(ReportingArea, models.PROTECT, related_name="reports")
    period = models.ForeignKey(Period, models.PROTECT, related_name="progress_reports")
    previous = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="following",
        help_text="Whose open items it carries forward.",
    )
    to_body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="progress_reports", verbose_name="to"
    )
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="progress_reports",
        verbose_name="published for",
    )

    objects = ProgressReportQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-period__ends_on", "area__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "period"],
                name="performance_progressreport_once",
                violation_error_message="This area already has a report for that period.",
            ),
            models.CheckConstraint(
                condition=Q(presented_at=None, dated_on=None)
                | Q(presented_at__isnull=False, dated_on__isnull=False),
                name="performance_progressreport_dated_when_presented",
                violation_error_message="Give the date of the report.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area}, {self.period}"

    def get_absolute_url(self) -> str:
        return reverse("progress_report", args=[self.pk])


class ProgressPaper(PresentedPaper):
    """The words of a progress report as presented, as plain values. Never changed."""

    report = models.OneToOneField(ProgressReport, models.PROTECT, related_name="paper")

    def __str__(self) -> str:
        return f"As presented: {self.report}"


class Erratum(PaperErratum):
    """What was found wrong in a progress report after it was presented. It stands beside the words, which stay."""

    report = models.ForeignKey(ProgressReport, models.PROTECT, related_name="errata")
    item_number = models.PositiveSmallIntegerField("item", null=True, blank=True)

    class Meta(PaperErratum.Meta):
        verbose_name_plural = "errata"
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="performance_erratum_number_once")
        ]
