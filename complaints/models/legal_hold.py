from django.conf import settings
from django.db import models
from django.db.models import Q

from complaints.models.case import Case
from complaints.models.customer import Customer
from council.models import AppendOnly, AppendOnlyQuerySet


class LegalHoldQuerySet(AppendOnlyQuerySet):
    def in_force(self) -> "LegalHoldQuerySet":
        """Those that were not lifted."""
        rows: LegalHoldQuerySet = self.filter(lift=None)
        return rows


class LegalHold(AppendOnly):
    """That a case, or all of a customer, is not to be anonymised, such as while a claim is before a court.

    Never changed: it holds until it is lifted, which is a row of its own.
    """

    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="holds")
    customer = models.ForeignKey(Customer, models.PROTECT, null=True, blank=True, related_name="holds")
    why = models.TextField("why it is kept")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = LegalHoldQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case=None, customer__isnull=False) | Q(case__isnull=False, customer=None),
                name="complaints_legalhold_of_one",
                violation_error_message="A legal hold is on a case or on a customer.",
            )
        ]

    def __str__(self) -> str:
        return f"Legal hold since {self.at:%-d %B %Y}"


class HoldLift(AppendOnly):
    """That a legal hold is over, and why. Never changed."""

    hold = models.OneToOneField(LegalHold, models.PROTECT, related_name="lift")
    why = models.TextField("why it is over")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"Lifted on {self.at:%-d %B %Y}"
