from django.conf import settings
from django.db import models
from django.db.models import Q

from council.models import Versioned
from performance.models.cycle import Period
from performance.models.indicator import Indicator


class RebaseQuerySet(models.QuerySet["Rebase"]):
    def in_force(self) -> "RebaseQuerySet":
        """Those that nobody has withdrawn."""
        return self.filter(withdrawn_at=None)


class Rebase(Versioned):
    """A person's decision that an indicator's control limits start anew, because the cause of a change is understood.

    Never made by the product: a signal asks for a cause, and does not give one. One that was a mistake is withdrawn
    with a reason, and stays on record.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="rebases")
    period = models.ForeignKey(
        Period, models.PROTECT, related_name="rebases", help_text="The first period with the new limits."
    )
    reason = models.TextField("what changed")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_because = models.TextField(blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = RebaseQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="performance_rebase_has_reason",
                violation_error_message="Say what changed in the way of working.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_because="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_because="")),
                name="performance_rebase_withdrawn_in_words",
                violation_error_message="Say why it is withdrawn.",
            ),
            models.UniqueConstraint(
                fields=["indicator", "period"],
                condition=Q(withdrawn_at=None),
                name="performance_rebase_once_a_period",
                violation_error_message="The limits of this indicator already start anew at that period.",
            ),
        ]

    def __str__(self) -> str:
        return f"Rebase at {self.period}"

    @property
    def is_in_force(self) -> bool:
        """Whether nobody has withdrawn it."""
        return self.withdrawn_at is None
