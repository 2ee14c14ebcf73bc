import datetime
import uuid

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.models import Versioned
from council.periods import Frequency, Span, spans
from council.rag import Rag
from performance.choices import SummarySection
from performance.models.cycle import Period
from performance.models.indicator import Indicator
from portfolios.models import Body, Service
from portfolios.models.presented import Presentable, PresentableQuerySet

WHOLE_COUNCIL = "Whole council"


class SummaryHeading(Versioned):
    """What a council calls one of the three sections of its executive summaries."""

    section = models.CharField(max_length=20, choices=SummarySection.choices, unique=True, editable=False)
    words = models.CharField("heading", max_length=100)

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words


class ExecutiveSummaryQuerySet(PresentableQuerySet["ExecutiveSummary"]):
    def with_whose(self) -> "ExecutiveSummaryQuerySet":
        """With the body, and `named` as the twin of `whose`, to sort by."""
        return self.select_related("body").annotate(
            named=Coalesce("body__name", Value(WHOLE_COUNCIL), output_field=models.CharField())
        )


class ExecutiveSummary(Presentable):
    """What a body, or the whole council, is told of a quarter in three sections: a draft until it is presented."""

    body = models.ForeignKey(
        Body,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="summaries",
        help_text="None for the whole council.",
    )
    year = models.PositiveSmallIntegerField(help_text="The financial year: 2026 stands for 2026/27.")
    quarter = models.PositiveSmallIntegerField(help_text="Of the financial year: 1 is April to June.")
    plans = models.TextField(
        "plans it covers",
        blank=True,
        help_text="One a line, such as the corporate plan and the commercial plan.",
    )

    objects = ExecutiveSummaryQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-year", "-quarter", "body__name", "pk"]
        verbose_name_plural = "executive summaries"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "quarter"],
                name="performance_summary_once_a_body",
                violation_error_message="This body already has a summary of that quarter.",
            ),
            models.UniqueConstraint(
                fields=["year", "quarter"],
                condition=Q(body=None),
                name="performance_summary_once_for_all",
                violation_error_message="The council already has a summary of that quarter.",
            ),
            models.CheckConstraint(
                condition=Q(quarter__gte=1, quarter__lte=4),
                name="performance_summary_quarter",
                violation_error_message="Choose a quarter from 1 to 4.",
            ),
            models.CheckConstraint(
                condition=Q(presented_at=None, dated_on=None)
                | Q(presented_at__isnull=False, dated_on__isnull=False),
                name="performance_summary_dated_when_presented",
                violation_error_message="Give the date of the summary.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.whose}, {self.span.name}"

    def get_absolute_url(self) -> str:
        return reverse("summary", args=[self.pk])

    @property
    def whose(self) -> str:
        """The body's name, or that it is of the whole council."""
        return str(self.body) if self.body else WHOLE_COUNCIL

    @property
    def span(self) -> Span:
        """The quarter it speaks of."""
        return spans(Frequency.QUARTERLY, year=self.year)[self.quarter - 1]

    @property
    def ends_on(self) -> datetime.date:
        """The last day of its quarter."""
        return self.span.end


class SummarySentenceQuerySet(models.QuerySet["SummarySentence"]):
    def with_figures(self) -> "SummarySentenceQuerySet":
        """With the service and the figures they rest on, in the order of the page; two queries."""
        pinned = models.Prefetch("figures", SummaryFigure.objects.select_related("indicator", "period"))
        return self.select_related("service").prefetch_related(pinned).order_by("place", "pk")


class SummarySentence(Versioned):
    """One sentence of a draft: as the rules wrote it, as a person worded it, or a person's own."""

    summary = models.ForeignKey(ExecutiveSummary, models.PROTECT, related_name="sentences")
    section = models.CharField(max_length=20, choices=SummarySection.choices)
    place = models.PositiveIntegerField(editable=False)
    service = models.ForeignKey(
        Service,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="summary_sentences",
        help_text="None for a sentence that is of no one service.",
    )
    text = models.TextField("sentence")
    drafted = models.TextField("as the rules say", blank=True, editable=False)
    drafted_section = models.CharField(
        max_length=20, choices=SummarySection.choices, blank=True, editable=False
    )
    is_left_out = models.BooleanField("left out", default=False, editable=False)
    sent_as = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = SummarySentenceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["summary", "place", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""),
                name="performance_summarysentence_says_something",
                violation_error_message="Enter the sentence.",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("summary_sentence", args=[self.pk])

    @property
    def is_own(self) -> bool:
        """Whether a person wrote it and the rules did not."""
        return not self.drafted

    @property
    def is_by_hand(self) -> bool:
        """Whether anything of it is a person's: the words, the section, or that it is left out."""
        return (
            self.is_left_out
            or self.text != self.drafted
            or self.section != (self.drafted_section or self.section)
        )


class SummaryFigure(models.Model):
    """A figure that a sentence rests on, as it stood when the sentence was written or last looked at."""

    sentence = models.ForeignKey(SummarySentence, models.CASCADE, related_name="figures")
    number = models.PositiveSmallIntegerField()
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="summary_figures")
    period = models.ForeignKey(Period, models.PROTECT, related_name="summary_figures")
    value_words = models.TextField("value then")
    target_words = models.TextField("target then")
    rating = models.CharField("rating then", max_length=20, choices=Rag.choices)
    variation = models.CharField("variation then", max_length=100, blank=True)
    forecast_words = models.TextField("forecast then, where it is rated", blank=True)
    running_words = models.TextField("how long it was off target then", blank=True)
    year_words = models.TextField("what was said then against the year's target", blank=True)
    tells_year = models.BooleanField("whether the two before this were kept", default=True)

    objects = models.Manager()

    class Meta:
        ordering = ["sentence", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sentence", "indicator", "period"], name="performance_summaryfigure_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.period}"
