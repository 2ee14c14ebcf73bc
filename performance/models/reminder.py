from django.conf import settings
from django.db import models

from performance.choices import ReminderKind
from performance.models.cycle import Period
from performance.models.indicator import Indicator


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def to_send(self) -> "ReminderQuerySet":
        """Those that were not sent, and that nobody is sending."""
        return self.filter(sent_at=None, claim=None)


class Reminder(models.Model):
    """A reminder of one return on its way to one person by e-mail: written once, and sent at most once.

    Whoever sends it claims it first. A claim that was never followed by a success or a failure means that the sending
    was cut off: it may have gone, so it is not sent again.
    """

    kind = models.CharField(max_length=20, choices=ReminderKind.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="reminders", verbose_name="to"
    )
    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="reminders")
    period = models.ForeignKey(Period, models.CASCADE, related_name="reminders")
    written_at = models.DateTimeField()
    claim = models.UUIDField(null=True, blank=True, db_index=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=100, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        ordering = ["-written_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "user", "indicator", "period"],
                name="performance_reminder_once",
                violation_error_message="This person has been reminded of this return already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.indicator}, {self.period}"
