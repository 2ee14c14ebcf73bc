from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from complaints.models.feedback_return import quarter_of
from council.periods import Span
from portfolios.models import Body
from portfolios.models.presented import PaperErratum, Presentable, PresentableQuerySet, PresentedPaper

WHOLE_COUNCIL = "Whole council"


class FeedbackReportQuerySet(PresentableQuerySet["FeedbackReport"]):
    def with_whose(self) -> "FeedbackReportQuerySet":
        """With the body, and `named` as the twin of `whose`, to sort by."""
        return self.select_related("body").annotate(
            named=Coalesce("body__name", Value(WHOLE_COUNCIL), output_field=models.CharField())
        )

    def for_members(self) -> "FeedbackReportQuerySet":
        """Those that members are given: of their bodies, and presented. That of the whole council is for officers."""
        return self.presented().exclude(body=None)


class FeedbackReport(Presentable):
    """What customers said in a quarter, from the returns of teams: of the whole council, or for one body.

    That of the whole council is what the operating officer gets. A body is told of its own services only, with
    small numbers hidden.
    """

    body = models.ForeignKey(
        Body,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="feedback_reports",
        help_text="None for the whole council.",
    )
    year = models.PositiveSmallIntegerField(help_text="The financial year: 2026 stands for 2026/27.")
    quarter = models.PositiveSmallIntegerField(help_text="Of the financial year: 1 is April to June.")
    summary = models.TextField("what customers told us, and what we do", blank=True)
    chief_executive = models.TextField("from the chief executive", blank=True)

    objects = FeedbackReportQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-quarter", "body__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "quarter"],
                name="complaints_feedbackreport_once_a_body",
                violation_error_message="This body already has a report of that quarter.",
            ),
            models.UniqueConstraint(
                fields=["year", "quarter"],
                condition=Q(body=None),
                name="complaints_feedbackreport_once_for_all",
                violation_error_message="The council already has a report of that quarter.",
            ),
            models.CheckConstraint(
                condition=Q(quarter__gte=1, quarter__lte=4),
                name="complaints_feedbackreport_quarter",
                violation_error_message="Choose a quarter from 1 to 4.",
            ),
            models.CheckConstraint(
                condition=Q(presented_at=None, dated_on=None)
                | Q(presented_at__isnull=False, dated_on__isnull=False),
                name="complaints_feedbackreport_dated_when_presented",
                violation_error_message="Give the date of the report.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.whose}, {self.span.name}"

    def get_absolute_url(self) -> str:
        return reverse("feedback_report", args=[self.pk])

    @property
    def whose(self) -> str:
        """The body's name, or that it is of the whole council."""
        return str(self.body) if self.body else WHOLE_COUNCIL

    @property
    def span(self) -> Span:
        """The quarter it speaks of."""
        return quarter_of(self.year, self.quarter)


class FeedbackPaper(PresentedPaper):
    """A report as it was presented, as plain values. Never changed."""

    report = models.OneToOneField(FeedbackReport, models.PROTECT, related_name="paper")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.report} as presented"


class FeedbackErratum(PaperErratum):
    """What was found wrong in a report after it was presented. It stands beside the words, which stay."""

    report = models.ForeignKey(FeedbackReport, models.PROTECT, related_name="errata")

    class Meta(PaperErratum.Meta):
        verbose_name_plural = "feedback errata"
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="complaints_feedbackerratum_number")
        ]
