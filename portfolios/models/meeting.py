import datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.dates import long_date
from council.models import Versioned
from portfolios.choices import MeetingKind
from portfolios.models.body import Body


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def annual(self) -> "MeetingQuerySet":
        """The annual meetings, at which portfolios are confirmed."""
        return self.filter(kind=MeetingKind.ANNUAL)

    def ahead(self, day: datetime.date) -> "MeetingQuerySet":
        """Those on the day or after it, the next one first."""
        return self.filter(held_on__gte=day).order_by("held_on", "pk")

    def not_before(self, day: datetime.date) -> "MeetingQuerySet":
        """Those on the day or after it, the next one first, and last those whose day is known only in words."""
        return self.filter(Q(held_on=None) | Q(held_on__gte=day)).order_by(
            F("held_on").asc(nulls_last=True), "pk"
        )

    def next_of_each_body(self, day: datetime.date) -> "MeetingQuerySet":
        """Of each body the first meeting on the day or after it."""
        ahead = self.filter(held_on__gte=day)
        sooner = Meeting.objects.filter(
            body=OuterRef("body"), held_on__gte=day, held_on__lt=OuterRef("held_on")
        )
        return ahead.filter(~Exists(sooner))

    def latest_first(self) -> "MeetingQuerySet":
        """The newest on top, those whose day is known only in words last."""
        return self.order_by(F("held_on").desc(nulls_last=True), "body__name", "pk")


class Meeting(Versioned):
    """One meeting of a body. Its day may be known only in words, such as "June"."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=20, choices=MeetingKind.choices, default=MeetingKind.ORDINARY)
    held_on = models.DateField("on", null=True, blank=True, help_text="Blank if only words are known.")
    as_written = models.CharField(
        "day as written", max_length=100, blank=True, help_text='As a paper has it, such as "February 2008".'
    )

    objects = MeetingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-held_on", "body__name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(held_on__isnull=False) | ~models.Q(as_written=""),
                name="portfolios_meeting_has_a_day",
                violation_error_message="Give the day of the meeting, or the words a paper has for it.",
            ),
            models.UniqueConstraint(
                fields=["body", "held_on", "kind"],
                name="portfolios_meeting_once_a_day",
                violation_error_message="This body already has such a meeting on that day.",
            ),
        ]

    def __str__(self) -> str:
        when = long_date(self.held_on) if self.held_on else self.as_written
        name = "annual meeting" if self.kind == MeetingKind.ANNUAL else ""
        return f"{self.body} {name}, {when}" if name else f"{self.body}, {when}"

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=[self.pk])
