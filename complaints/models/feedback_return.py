import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse

from complaints.choices import STILL_WRITTEN, FeedbackPart, FeedbackStep
from council.models import AppendOnly, AppendOnlyQuerySet, Versioned
from council.periods import Frequency, Span, spans
from portfolios.models import Service


class FeedbackReturn(Versioned):
    """What a team tells of a quarter in four parts: requests, complaints, compliments, and its SMART actions.

    Until it is handed in, its figures are those of the records; from then on they are kept as plain values.
    """

    service = models.ForeignKey(Service, models.PROTECT, related_name="feedback_returns")
    year = models.PositiveSmallIntegerField(help_text="The financial year: 2026 stands for 2026/27.")
    quarter = models.PositiveSmallIntegerField(help_text="Of the financial year: 1 is April to June.")
    step = models.CharField(
        "last done", max_length=20, choices=FeedbackStep.choices, default=FeedbackStep.DRAFTED, editable=False
    )
    requests = models.TextField("what customers who asked for something told us, and what we do", blank=True)
    complaints = models.TextField("what complaints told us, and what we do", blank=True)
    compliments = models.TextField("what we were thanked for, and what we do with it", blank=True)
    actions = models.TextField("how our actions stand", blank=True)
    content = models.JSONField("figures as handed in", null=True, blank=True, editable=False)
    handed_in_on = models.DateField("handed in", null=True, blank=True, editable=False)

    objects = models.Manager()

    class Meta:
        ordering = ["-year", "-quarter", "service__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "year", "quarter"],
                name="complaints_feedbackreturn_once",
                violation_error_message="This team already has a return of that quarter.",
            ),
            models.CheckConstraint(
                condition=models.Q(quarter__gte=1, quarter__lte=4),
                name="complaints_feedbackreturn_quarter",
                violation_error_message="Choose a quarter from 1 to 4.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service}, {self.span.name}"

    def get_absolute_url(self) -> str:
        return reverse("feedback_return", args=[self.service_id, self.year, self.quarter])

    @property
    def span(self) -> Span:
        """The quarter it speaks of."""
        return quarter_of(self.year, self.quarter)

    @property
    def is_handed_in(self) -> bool:
        """Whether its figures and words stand as handed in."""
        return self.step not in STILL_WRITTEN

    @property
    def words(self) -> dict[str, str]:
        """What the team wrote, by part."""
        return {part: getattr(self, part) for part in FeedbackPart.values}


class FeedbackEntry(AppendOnly):
    """One step in the life of a return, with who, when and why; of one handed in, all that it said. Never changed."""

    feedback_return = models.ForeignKey(FeedbackReturn, models.PROTECT, related_name="entries")
    step = models.CharField(max_length=20, choices=FeedbackStep.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    note = models.TextField(blank=True)
    content = models.JSONField(null=True, blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "feedback entries"

    def __str__(self) -> str:
        return f"{self.get_step_display()}, {self.at:%-d %B %Y}"


def quarter_of(year: int, quarter: int) -> Span:
    """The quarter of a financial year, by its number from 1. ValueError where there is no such quarter."""
    if not 1 <= quarter <= 4:
        raise ValueError(f"There is no quarter {quarter}.")
    return spans(Frequency.QUARTERLY, year=year)[quarter - 1]


def values_of(row: FeedbackReturn, figures: dict[str, Any], *, on: datetime.date) -> dict[str, Any]:
    """All that a return says, as plain values: its words by part, its figures, and the day."""
    return {"words": row.words, "figures": figures, "on": on.isoformat()}
