import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from council.dates import long_date
from council.models import Versioned

LONGEST = 365


class SurveyQuerySet(models.QuerySet["Survey"]):
    def live_on(self, day: datetime.date) -> "Survey | None":
        """The one by which customers are asked on the day: the newest that has begun, so never a second."""
        survey = self.filter(starts_on__lte=day).order_by("-starts_on").first()
        return survey if survey is not None and survey.is_live(on=day) else None

    def overlapping(self, starts_on: datetime.date, ends_on: datetime.date | None) -> "SurveyQuerySet":
        """Those that are live on any of the days; without an end on all that follow."""
        still = self.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on))
        return still if ends_on is None else still.filter(starts_on__lte=ends_on)


class Survey(Versioned):
    """What the council asks each customer whose request or complaint has ended, from one day up to another.

    One is live at a time. How it was handled and what came of it are asked apart.
    """

    name = models.CharField(max_length=100, unique=True)
    starts_on = models.DateField("from", unique=True)
    ends_on = models.DateField(
        "until", null=True, blank=True, help_text="Leave empty while no end is decided."
    )
    ask_after = models.PositiveSmallIntegerField(
        "days after the ending until people are asked", default=2, help_text="2 for the day after the next."
    )
    late_after = models.PositiveSmallIntegerField(
        "days for an answer",
        default=28,
        help_text="Answers may be given and changed so many days after the asking.",
    )
    handling_question = models.CharField(
        "how it was handled, as a question",
        max_length=200,
        default="How satisfied are you with how we dealt with it?",
    )
    outcome_question = models.CharField(
        "what came of it, as a question",
        max_length=200,
        default="How satisfied are you with what came of it?",
    )

    objects = SurveyQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="complaints_survey_ends_after",
                violation_error_message="A survey cannot end before it begins.",
            ),
            models.CheckConstraint(
                condition=Q(late_after__gte=1) & Q(late_after__lte=LONGEST) & Q(ask_after__lte=LONGEST),
                name="complaints_survey_days",
                violation_error_message="Give at least 1 day for an answer, and at most 365 days for each wait.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuses a survey on whose days another is live."""
        if not isinstance(self.starts_on, datetime.date):
            return
        other = Survey.objects.exclude(pk=self.pk).overlapping(self.starts_on, self.ends_on).first()
        if other is not None:
            until = f"to {long_date(other.ends_on)}" if other.ends_on else "and has no end yet"
            raise ValidationError(
                {
                    "starts_on": f"“{other}” is live from {long_date(other.starts_on)} {until}, and one survey is live "
                    "at a time. End it on the day before, or choose other days."
                }
            )

    def is_live(self, *, on: datetime.date) -> bool:
        """Whether customers are asked by it on the day."""
        return self.starts_on <= on and (self.ends_on is None or on <= self.ends_on)
