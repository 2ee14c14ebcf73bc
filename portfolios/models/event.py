from django.db import models
from simple_history.models import HistoricalRecords

from council.models import Versioned


class AwaitedEvent(Versioned):
    """Something outside that promises and implications wait for: a contract starts, a bid is won."""

    name = models.CharField(max_length=200, help_text='Such as "External solicitors contract starts".')
    expected_as_written = models.CharField(
        "expected, as written", max_length=100, blank=True, help_text='As a paper has it, such as "New Year".'
    )
    happened_on = models.DateField(
        "happened on", null=True, blank=True, help_text="Blank while it is awaited."
    )
    did_not_happen = models.BooleanField(
        "will not happen", default=False, help_text="When it is sure that it never will."
    )

    objects = models.Manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(happened_on=None) | models.Q(did_not_happen=False),
                name="portfolios_awaitedevent_one_way",
                violation_error_message="It either happened on a day or will not happen. Clear one of the two.",
            )
        ]

    def __str__(self) -> str:
        return self.name
