from django.db import models

from council.models import AppendOnly, AppendOnlyQuerySet
from performance.models.returns import Return
from performance.rules.computed import Counted


class Recount(AppendOnly):
    """What the product's own records gave after a return was handed in, where that was another figure.

    The return keeps what was handed in; the newest recount is told beside it.
    """

    indicator_return = models.ForeignKey(Return, models.PROTECT, related_name="recounts")
    at = models.DateTimeField()
    numerator = models.PositiveIntegerField()
    denominator = models.PositiveIntegerField()

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.indicator_return}: {self.counted.words}"

    @property
    def counted(self) -> Counted:
        """The count as the rules know it."""
        return Counted(self.numerator, self.denominator)
