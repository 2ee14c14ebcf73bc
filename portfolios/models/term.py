import datetime

from django.db import models
from django.db.models import F, Q


class TermQuerySet(models.QuerySet):
    """Rows that hold from one day to another."""

    def on(self, day: datetime.date) -> "TermQuerySet":
        """Those in force on the day."""
        return self.filter(Q(starts_on=None) | Q(starts_on__lte=day), Q(ends_on=None) | Q(ends_on__gte=day))


class Term(models.Model):
    """Something that holds from one day to another, both included; a blank end is not yet known."""

    starts_on = models.DateField("from", null=True, blank=True, help_text="Blank if not known.")
    ends_on = models.DateField("to", null=True, blank=True, help_text="The last day. Blank while it lasts.")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="%(app_label)s_%(class)s_ends_after_it_starts",
                violation_error_message="The last day is before the first. Check both dates.",
            )
        ]

    def is_on(self, day: datetime.date) -> bool:
        """Whether it is in force on the day. The twin of `TermQuerySet.on`."""
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day <= self.ends_on
        )
