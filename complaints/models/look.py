from django.conf import settings
from django.db import models

from complaints.choices import LookAs, LookKind
from complaints.models.case import Case
from complaints.models.customer import Customer
from council.models import AppendOnly, AppendOnlyQuerySet


class Look(AppendOnly):
    """That somebody looked at personal data: who, when, whose, and by which page; never what was read."""

    # Without indexes of their own: those below begin with each of them, and each look is written to every index.
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="looks", db_index=False
    )
    customer = models.ForeignKey(
        Customer, models.PROTECT, null=True, blank=True, related_name="looks", db_index=False
    )
    kind = models.CharField(max_length=20, choices=LookKind.choices)
    looked_as = models.CharField(
        "looked as", max_length=20, choices=LookAs.choices, default=LookAs.SERVICE, editable=False
    )
    at = models.DateTimeField(db_index=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            # Who looked at a case, at a customer, and what somebody looked at, the newest first, of millions.
            models.Index(fields=["case", "-at", "-id"], name="complaints_look_of_case"),
            models.Index(fields=["customer", "-at", "-id"], name="complaints_look_of_customer"),
            models.Index(fields=["user", "-at", "-id"], name="complaints_look_by_user"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%-d %B %Y}"
