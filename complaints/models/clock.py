import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from complaints.choices import ClockKind, Timeliness
from complaints.models.case import Case
from complaints.rules.clocks import clock_name, timeliness
from council.models import AppendOnly, AppendOnlyQuerySet


class ClockQuerySet(models.QuerySet["Clock"]):
    def running(self) -> "ClockQuerySet":
        """Those on which somebody still waits, paused or not."""
        return self.filter(done_on=None, called_off_on=None)

    def counted(self) -> "ClockQuerySet":
        """Those that timeliness is counted of: all but the ones called off."""
        return self.filter(called_off_on=None)

    def late(self, *, on: datetime.date) -> "ClockQuerySet":
        """Done late, or open and late."""
        return self.counted().filter(Q(done_on__gt=F("due_on")) | Q(done_on=None, due_on__lt=on))


class Clock(models.Model):
    """What a customer waits for at one stage, from when it is counted and by when it is due.

    It keeps the rule it was counted by, so that a later change of the procedure moves no day. Done, or called off
    where the case turned out to be of another kind.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="clocks")
    stage = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=ClockKind.choices)
    started_on = models.DateField("counted from")
    working_days = models.PositiveSmallIntegerField()
    extended_by = models.PositiveSmallIntegerField("working days of extension", default=0)
    first_due_on = models.DateField("due at first")
    due_on = models.DateField("due", null=True, blank=True, help_text="None while the clock is paused.")
    rule = models.CharField(max_length=200)
    done_on = models.DateField(null=True, blank=True)
    called_off_on = models.DateField(null=True, blank=True)
    late_why = models.TextField("why it was late", blank=True)

    objects = ClockQuerySet.as_manager()

    class Meta:
        ordering = ["case", "stage", "pk"]
        indexes = [models.Index(fields=["stage", "kind", "started_on"], name="complaints_clock_started")]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "stage", "kind"],
                condition=Q(done_on=None, called_off_on=None),
                name="complaints_clock_one_running",
                violation_error_message="This clock is running already.",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(done_on__gte=F("started_on")),
                name="complaints_clock_done_after",
                violation_error_message="It cannot be done before it was asked for.",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(called_off_on=None),
                name="complaints_clock_done_or_called_off",
                violation_error_message="A clock is done or called off, not both.",
            ),
        ]

    def __str__(self) -> str:
        return clock_name(self.stage, self.kind)

    def timeliness(self, *, on: datetime.date) -> Timeliness:
        """How it stands on the day."""
        return timeliness(due=self.due_on, done=self.done_on, on=on)


class Extension(AppendOnly):
    """More time taken over a reply: how much, why, and that the customer was told of the ombudsman. Never changed."""

    clock = models.ForeignKey(Clock, models.CASCADE, related_name="extensions")
    working_days = models.PositiveSmallIntegerField()
    why = models.TextField("reason given to the customer")
    told_on = models.DateField("the customer was told")
    due_on = models.DateField("due then")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["clock", "pk"]

    def __str__(self) -> str:
        return f"{self.working_days} working days more"


class ClockPause(models.Model):
    """Days on which a clock stood still, with the reason; only where the procedure allows it."""

    clock = models.ForeignKey(Clock, models.CASCADE, related_name="pauses")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    why = models.TextField("reason")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = models.Manager()

    class Meta:
        ordering = ["clock", "since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["clock"],
                condition=Q(until=None),
                name="complaints_clockpause_one_open",
                violation_error_message="The clock is paused already.",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="complaints_clockpause_ends_after",
                violation_error_message="It cannot end before it began.",
            ),
        ]

    def __str__(self) -> str:
        return f"Paused from {self.since:%-d %B %Y}"
