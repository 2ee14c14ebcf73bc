"""Indicator sets, the indicators of one, and what changed from one to the next."""

from typing import Any

from django.utils.html import format_html

from council.periods import year_name
from council.tables import Column, DateColumn, LinkColumn, NumberColumn, RagColumn, Table

NUMBER = {"cell": {"class": "number"}}


class SetTable(Table):
    """The sets of all bodies, the newest year first."""

    body = LinkColumn(verbose_name="Body", accessor="body__name")
    year = Column(verbose_name="Year")
    stage = Column(verbose_name="Stage")
    used_from = Column(verbose_name="Used from", accessor="first_quarter", order_by=("year", "first_quarter"))
    adopted_on = DateColumn(verbose_name="Adopted", default="Not yet")
    told = NumberColumn(verbose_name="In the members' report")
    kept = NumberColumn(verbose_name="Kept by teams")
    left_out = NumberColumn(verbose_name="Not reported")

    class Meta:
        empty_text = "No indicator set yet. A lead officer or an administrator drafts one."

    def render_body(self, value: Any, record: Any) -> Any:
        words = format_html('<span class="hidden-word">, {}</span>', year_name(record.year))
        return format_html('<a href="{}">{}{}</a>', record.get_absolute_url(), value, words)

    def render_year(self, value: int) -> str:
        return year_name(value)

    value_year = render_year

    def render_used_from(self, record: Any) -> str:
        return str(record.used_from.name)

    value_used_from = render_used_from


class FigureColumns(Table):
    """The newest figure of each row's indicator, whoever is told of it."""

    value = Column(verbose_name="Latest value", attrs=NUMBER)
    target = Column(verbose_name="Target", attrs=NUMBER)
    rating = RagColumn(verbose_name="Rating")
    period = Column(verbose_name="Period", default="None yet")


class SetLineTable(FigureColumns):
    """The indicators of a set with their level and how they do."""

    title = LinkColumn(verbose_name="Indicator")
    service = Column(verbose_name="Service")
    level = Column(verbose_name="Reporting level")
    before = Column(verbose_name="In the set before")
    reason = Column(verbose_name="Why", default="No reason was needed")
    consulted = Column(verbose_name="Consulted")

    class Meta:
        sequence = ("title", "service", "level", "before", "...", "reason", "consulted")
        empty_text = "No indicator here."


class ChangeTable(FigureColumns):
    """What changed from one set to the next, with the newest figure anyway."""

    title = LinkColumn(verbose_name="Indicator")
    service = Column(verbose_name="Service")
    happening = Column(verbose_name="What happened")
    before = Column(verbose_name="Before", default="Not in a set")
    now = Column(verbose_name="Now")
    reason = Column(verbose_name="Why", default="No reason given", attrs={"cell": {"class": "long"}})
    consulted = Column(verbose_name="Consulted", default="Nobody is named")

    class Meta:
        sequence = ("title", "service", "happening", "before", "now", "...", "reason", "consulted")

    def render_happening(self, value: Any) -> str:
        return str(value)

    value_happening = render_happening
