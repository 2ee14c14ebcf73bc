from django.db import models

from council.dates import long_date
from portfolios.choices import AmendmentKind
from portfolios.models.amendment import Amendment
from portfolios.models.portfolio import Portfolio


class Ruling(models.Model):
    """How a remit is to be read where its words leave room, as somebody with the authority once ruled."""

    portfolio = models.ForeignKey(Portfolio, models.CASCADE, related_name="rulings")
    item = models.ForeignKey(
        Amendment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="rulings",
        verbose_name="remit item",
        limit_choices_to={"kind__in": [AmendmentKind.RECORD, AmendmentKind.ADD_ITEM]},
    )
    question = models.TextField()
    ruling = models.TextField()
    ruled_on = models.DateField("ruled on")
    ruled_by = models.CharField("ruled by", max_length=200, help_text='A post, such as "Monitoring Officer".')

    objects = models.Manager()

    class Meta:
        ordering = ["-ruled_on", "pk"]

    def __str__(self) -> str:
        return f"Ruling of {long_date(self.ruled_on)}" if self.ruled_on else "Ruling"
