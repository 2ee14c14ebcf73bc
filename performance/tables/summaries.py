"""Executive summaries as a list and as a file."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from council.tables import Column, DateColumn, Table


class SummaryTable(Table):
    """Summaries of the council and its bodies, the newest quarter first."""

    whose = Column(verbose_name="For", accessor="whose", order_by=("named",))
    quarter = Column(verbose_name="Quarter", accessor="span__name", order_by=("year", "quarter"))
    state = Column(verbose_name="State", accessor="presented_at", empty_values=())
    dated_on = DateColumn(verbose_name="Dated", default="Not dated yet")

    class Meta:
        empty_text = "No executive summary yet. A lead officer or an administrator begins one here."

    def render_whose(self, value: str, record: Any) -> SafeString:
        link = '<a href="{}">{}<span class="hidden-word">, {}</span></a>'
        return format_html(link, record.get_absolute_url(), value, record.span.name)

    def value_whose(self, value: str) -> str:
        return value

    def render_state(self, record: Any) -> SafeString:
        if record.is_presented:
            return format_html("{}", "Presented")
        return format_html('<span class="badge badge-strong">{}</span>', "Draft")

    def value_state(self, record: Any) -> str:
        return "Presented" if record.is_presented else "Draft"
