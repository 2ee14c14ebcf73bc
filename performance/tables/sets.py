"""Indicator sets, the indicators of one, and what changed from one to the next."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

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


class SetLineTable(Table):
    """The indicators of a set with their level and their newest figure, whoever is told of it."""

    title = LinkColumn(verbose_name="Indicator")
    moved = Column(verbose_name="Reporting level", accessor="now", order_by=("now", "before"))
    figure = Column(verbose_name="Latest value", accessor="value", attrs=NUMBER)
    rating = RagColumn(verbose_name="Rating")
    why = Column(verbose_name="Why", accessor="reason", empty_values=())

    class Meta:
        empty_text = "No indicator here."

    def render_title(self, value: str, record: Any) -> SafeString:
        return format_html(
            '<a href="{}">{}</a> <span class="quiet small">{}</span>',
            record.get_absolute_url(),
            value,
            record.service,
        )

    def render_moved(self, record: Any) -> SafeString:
        if not record.before or record.before == record.now:
            return format_html("{}", record.now)
        return format_html('<div>{} <span class="quiet">before: {}</span></div>', record.now, record.before)

    def render_figure(self, record: Any) -> SafeString:
        if not record.period:
            return format_html('<span class="quiet">{}</span>', record.value)
        return format_html(
            '<div>{} <span class="quiet small">against {}<br>{}</span></div>',
            record.value,
            "no target" if record.target == "No target" else record.target,
            record.period,
        )

    def render_why(self, record: Any) -> SafeString:
        said = record.reason or "No reason was needed"
        if not record.consulted_on_it:
            return format_html("{}", said)
        return format_html(
            '<div>{} <span class="quiet">Consulted: {}</span></div>', said, record.consulted_on_it
        )


class ChangeTable(SetLineTable):
    """What changed from one set to the next, with the newest figure anyway."""


class SetLineFile(SetLineTable):
    """The indicators of a set as a file, with everything in columns of its own."""

    service = Column(verbose_name="Service")
    before = Column(verbose_name="Level before")
    now = Column(verbose_name="Level")
    value = Column(verbose_name="Latest value")
    target = Column(verbose_name="Target")
    period = Column(verbose_name="Period")
    reason = Column(verbose_name="Reason")
    consulted = Column(verbose_name="Consulted")
    said_by = Column(verbose_name="Decided by")

    class Meta:
        exclude = ("moved", "figure", "why")
        sequence = ("title", "service", "before", "now", "value", "target", "rating", "...")


class ChangeFile(SetLineFile):
    """What changed, as a file."""

    happening = Column(verbose_name="What happened")

    class Meta:
        exclude = ("moved", "figure", "why")
        sequence = ("title", "service", "happening", "before", "now", "value", "target", "rating", "...")

    def value_happening(self, value: Any) -> str:
        return str(value)
