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

    def forward(self) -> "AmendmentEntryQuerySet":
        """Those that took an amendment further, and did not take it back or give it up."""
        return self.filter(is_undoing=False).exclude(step=AmendmentStep.WITHDRAWN)


class AmendmentEntry(AppendOnly):
    """One step in the life of an amendment: what was done, by whom, when and why, and the words it then meant.

    `words_before` and `words_after` are what the amendment does, also where the step takes that back: what the step
    itself made of the words is `words_old` and `words_new`.
    """

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

    @property
    def is_back(self) -> bool:
        """Whether the step took the amendment back or gave it up, so that its words went away again."""
        return self.is_undoing or self.step == AmendmentStep.WITHDRAWN

    @property
    def words_old(self) -> str:
        """The words before the step."""
        return self.words_after if self.is_back else self.words_before

    @property
    def words_new(self) -> str:
        """The words after the step."""
        return self.words_before if self.is_back else self.words_after
