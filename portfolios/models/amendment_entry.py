from django.conf import settings
from django.db import models
from django.db.models import Q

from council.models import AppendOnly, AppendOnlyQuerySet
from portfolios.choices import AmendmentStep
from portfolios.models.portfolio import Portfolio


class AmendmentEntryQuerySet(AppendOnlyQuerySet):
    def of_portfolio(self, portfolio: Portfolio) -> "AmendmentEntryQuerySet":
        """The steps of what changes the remit or the name of the portfolio, or gives it items."""
        return self.filter(Q(amendment__portfolio=portfolio) | Q(amendment__to_portfolio=portfolio))


class AmendmentEntry(AppendOnly):
    """One step in the life of an amendment: what was done, by whom, when and why, and the words it then meant."""

    amendment = models.ForeignKey("portfolios.Amendment", models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=20, choices=AmendmentStep.choices)
    is_undoing = models.BooleanField("takes a step back", default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    why = models.TextField(blank=True)
    effective_on = models.DateField(null=True, blank=True)
    clause = models.TextField("operative words")
    words_before = models.TextField(blank=True)
    words_after = models.TextField(blank=True)

    objects = AmendmentEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-number", "-pk"]
        verbose_name_plural = "amendment entries"
        constraints = [
            models.UniqueConstraint(
                fields=["amendment", "number"], name="portfolios_amendmententry_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()}, {self.at:%-d %B %Y}"
