import datetime
import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from complaints.models.case import Case
from complaints.models.cause import Cause
from council.access import Permission, may
from council.models import Versioned
from portfolios.models import Action, Service, Tenure

if TYPE_CHECKING:
    from council.models import User


class LessonQuerySet(models.QuerySet["Lesson"]):
    def open(self) -> "LessonQuerySet":
        """Those of which nobody has said yet what changed."""
        return self.filter(closed_on=None)

    def closed(self) -> "LessonQuerySet":
        """Those of which it is said what changed."""
        return self.exclude(closed_on=None)

    def without_action(self) -> "LessonQuerySet":
        """Open, and nothing follows from them yet."""
        return self.open().filter(led_to=None)

    def changeable_by(self, user: "User", *, day: datetime.date) -> "LessonQuerySet":
        """Those that the user may change: of their own services or of none, all for the complaints team."""
        if may(user, Permission.SEE_ALL_CASES):
            return self.all()
        if not may(user, Permission.HANDLE_CASES):
            return self.none()
        return self.filter(Q(service=None) | Q(service__in=Tenure.objects.service_ids_of(user, day=day)))


class Lesson(Versioned):
    """What the council learned from what customers told it, and what it does about it (Complaint Handling Code, 9).

    Members and every officer read it, so it names no customer.
    """

    what = models.TextField("what we learned")
    cause = models.ForeignKey(Cause, models.PROTECT, null=True, blank=True, related_name="lessons")
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="lessons")
    told_to = models.TextField(
        "told to whom",
        blank=True,
        help_text="Stakeholders, staff and committees that heard of it (Complaint Handling Code, 9.3).",
    )
    changed = models.TextField("what changed", blank=True)
    closed_on = models.DateField("closed", null=True, blank=True)
    learned_on = models.DateField("learned on")
    sent_as = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = LessonQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-learned_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None) | ~Q(changed=""),
                name="complaints_lesson_closed_with_change",
                violation_error_message="Say what changed before the lesson is closed.",
            )
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("lesson", args=[self.pk])


class LessonCase(models.Model):
    """That a lesson was learned from a case, of whichever kind."""

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="learned_from")
    case = models.ForeignKey(Case, models.PROTECT, related_name="lessons")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = models.Manager()

    class Meta:
        ordering = ["lesson", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["lesson", "case"],
                name="complaints_lessoncase_once",
                violation_error_message="This lesson was drawn from the case already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.lesson}"


class LessonAction(models.Model):
    """That an action follows from a lesson; one action may follow from several."""

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="led_to")
    action = models.ForeignKey(Action, models.PROTECT, related_name="lessons")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = models.Manager()

    class Meta:
        ordering = ["lesson", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["lesson", "action"],
                name="complaints_lessonaction_once",
                violation_error_message="This action follows from the lesson already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.lesson}: {self.action}"
