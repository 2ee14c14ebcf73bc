from django.conf import settings
from django.db import models

from complaints.choices import Channel, SurveyQuestion
from complaints.models.survey_request import SurveyRequest
from council.models import AppendOnly, AppendOnlyQuerySet


class SurveyAnswer(AppendOnly):
    """What a customer said to one question of a survey at one time. Never changed: another answer is another row."""

    request = models.ForeignKey(SurveyRequest, models.PROTECT, related_name="answers")
    question = models.CharField(max_length=20, choices=SurveyQuestion.choices)
    said = models.CharField(max_length=20, blank=True)
    words = models.TextField("in their own words", blank=True)
    channel = models.CharField(max_length=20, choices=Channel.choices)
    at = models.DateTimeField()
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who asked them.",
    )

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["request", "-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_question_display()}, {self.at:%-d %B %Y}"
