from django.db import models


class Allowance(models.Model):
    """How often one network address, or one visit, did something of a kind in one hour; kept for a day.

    The key is a keyed sum of who and what, of the day: nobody can read from it who it was.
    """

    key = models.CharField(max_length=64)
    since = models.DateTimeField("hour", db_index=True)
    number = models.PositiveIntegerField("how often", default=0)

    objects = models.Manager()

    class Meta:
        ordering = ["-since", "pk"]
        constraints = [models.UniqueConstraint(fields=["key", "since"], name="complaints_allowance_once")]

    def __str__(self) -> str:
        return f"{self.number} since {self.since:%-d %B %Y, %H:%M}"
