import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from complaints.choices import Channel, Fixed, NotAsked, Satisfaction
from complaints.models.case import Case
from complaints.models.case_entry import CaseEntry
from complaints.models.message import Message
from complaints.models.survey import Survey


class SurveyRequestQuerySet(models.QuerySet["SurveyRequest"]):
    def asked(self) -> "SurveyRequestQuerySet":
        """Those whose customer was asked."""
        return self.filter(not_asked="")

    def unanswered(self) -> "SurveyRequestQuerySet":
        """Asked, and nothing was said to any question."""
        return self.asked().filter(answered_at=None)

    def open(self, *, on: datetime.date) -> "SurveyRequestQuerySet":
        """Asked, and an answer may still be given."""
        return self.asked().filter(answer_by__gte=on)


class SurveyRequest(models.Model):
    """That a customer is asked how one ending of their case went: once for each ending; or why they are not asked.

    It holds what was said last to each question; the answers hold the history. Its secret link is made as that of the
    case is, from a nonce, and found by its sum.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="survey_requests")
    entry = models.OneToOneField(
        CaseEntry,
        models.PROTECT,
        related_name="survey_request",
        help_text="The reply, refusal or withdrawal that is asked about.",
    )
    survey = models.ForeignKey(Survey, models.PROTECT, related_name="requests")
    asked_on = models.DateField()
    answer_by = models.DateField()
    not_asked = models.CharField("why not asked", max_length=20, choices=NotAsked.choices, blank=True)
    message = models.OneToOneField(
        Message, models.PROTECT, null=True, blank=True, related_name="survey_request"
    )
    link_nonce = models.CharField(max_length=32, editable=False)
    link_hash = models.CharField(max_length=64, unique=True, editable=False)

    handling = models.CharField("how it was handled", max_length=20, choices=Satisfaction.choices, blank=True)
    outcome = models.CharField("what came of it", max_length=20, choices=Satisfaction.choices, blank=True)
    fixed = models.CharField("whether it was put right", max_length=20, choices=Fixed.choices, blank=True)
    words = models.TextField("in their own words", blank=True)
    channel = models.CharField("answered by", max_length=20, choices=Channel.choices, blank=True)
    answered_at = models.DateTimeField("first answered", null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who asked them.",
    )

    objects = SurveyRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None) | ~Q(channel=""),
                name="complaints_surveyrequest_answered_by",
                violation_error_message="Say how the answer was given.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case}, asked on {self.asked_on:%-d %B %Y}"
