from django.db import models

from council.models import AppendOnly, AppendOnlyQuerySet
from council.rag import Rag
from performance.models.cycle import Period
from performance.models.indicator import Indicator
from portfolios.models import Query


class FigureQuery(AppendOnly):
    """A member's query pinned to a figure: the indicator and period it is about, and what stood there when asked.

    The words are kept as values, since the figure may be corrected; the answer stays with it all the same.
    """

    query = models.OneToOneField(Query, models.PROTECT, related_name="figure")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="queries")
    period = models.ForeignKey(Period, models.PROTECT, related_name="queries")
    value_words = models.TextField("value then")
    target_words = models.TextField("target then")
    rating = models.CharField("rating then", max_length=20, choices=Rag.choices)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["-query", "-pk"]
        verbose_name_plural = "figure queries"

    def __str__(self) -> str:
        return f"{self.query} about {self.indicator}, {self.period}"
