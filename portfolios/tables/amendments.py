"""The amendments of remits."""

from council.tables import Column, DateColumn, LinkColumn, NumberColumn, Table
from portfolios.choices import AmendmentStage


class StageColumn(Column):
    """How far an amendment is, in the order of its life."""

    ranks = tuple(AmendmentStage.values)
    takes_words = False

    def render(self, value: str, record: object = None) -> str:
        return AmendmentStage(value).label

    def value(self, value: str) -> str:
        return AmendmentStage(value).label


class AmendmentTable(Table):
    """Amendments with their operative words, how far they are and from when they count."""

    clause = LinkColumn(verbose_name="Operative words")
    number = NumberColumn(verbose_name="Number", accessor="pk")
    portfolio = Column(verbose_name="Portfolio", accessor="portfolio__name")
    stage = StageColumn(verbose_name="How far", accessor="stage_then")
    effective_on = DateColumn(
        verbose_name="Takes effect", default="Not known yet", attrs={"cell": {"class": "nowrap"}}
    )
    fits = Column(verbose_name="Fits the text", accessor="unfit", default="Yes")

    class Meta:
        empty_text = "No amendment yet. Remits are changed by amendments, drafted in the register."
