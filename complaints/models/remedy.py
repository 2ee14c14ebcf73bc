import datetime

from django.db import models
from django.db.models import Q

from complaints.choices import RedressKind
from complaints.models.case import Case
from council.models import Versioned
from portfolios.models import Post


class RemedyQuerySet(models.QuerySet["Remedy"]):
    def outstanding(self) -> "RemedyQuerySet":
        """Promised, and neither done nor given up."""
        return self.filter(done_on=None, given_up_on=None)

    def overdue(self, *, on: datetime.date) -> "RemedyQuerySet":
        """Outstanding, and their day is over."""
        return self.outstanding().filter(due_on__lt=on)


class Remedy(Versioned):
    """What the council promised to put things right, by when, followed until it is done (Code, 7.1 to 7.4)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="remedies")
    kind = models.CharField(max_length=20, choices=RedressKind.choices)
    what = models.TextField("what was promised")
    owner = models.ForeignKey(Post, models.PROTECT, related_name="remedies")
    due_on = models.DateField("by")
    amount = models.DecimalField("amount in £", max_digits=9, decimal_places=2, null=True, blank=True)
    done_on = models.DateField("done", null=True, blank=True)
    given_up_on = models.DateField("could not be done", null=True, blank=True)
    given_up_why = models.TextField("why, and what was offered instead", blank=True)

    objects = RemedyQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name_plural = "remedies"
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(given_up_on=None),
                name="complaints_remedy_done_or_given_up",
                violation_error_message="A remedy is done or given up, not both.",
            ),
            models.CheckConstraint(
                condition=~Q(kind=RedressKind.MONEY) | Q(amount__gt=0),
                name="complaints_remedy_amount_of_money",
                violation_error_message="Give the amount of the financial remedy.",
            ),
        ]

    def __str__(self) -> str:
        return self.what
