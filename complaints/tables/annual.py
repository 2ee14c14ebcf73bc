"""Annual complaints reports, letters and printed figures, as lists and as files."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from complaints.choices import LetterFigure
from council.tables import Column, DateColumn, LinkColumn, NumberColumn, Table


class AnnualReportTable(Table):
    """Annual complaints reports, the newest year first."""

    year = LinkColumn(verbose_name="Year", accessor="year_name", order_by=("year",))
    state = Column(verbose_name="State", accessor="presented_at", empty_values=())
    dated_on = DateColumn(verbose_name="Dated", default="Not dated yet")
    responses = Column(verbose_name="Response", accessor="answered", default="None yet")

    class Meta:
        empty_text = "No annual report yet. The complaints team begins one when a year is over."

    def value_year(self, value: str) -> str:
        return value

    def render_state(self, record: Any) -> SafeString:
        if record.is_presented:
            return format_html("{}", "Presented")
        return format_html('<span class="badge badge-strong">{}</span>', "Draft")

    def value_state(self, record: Any) -> str:
        return "Presented" if record.is_presented else "Draft"

    def render_responses(self, value: int) -> str:
        return "Published" if value else "None yet"

    def value_responses(self, value: int) -> str:
        return self.render_responses(value)


class LetterTable(Table):
    """Ombudsmen's annual letters, with the figures that are asked for most."""

    year = LinkColumn(verbose_name="Year", accessor="year_name", order_by=("year",))
    ombudsman = Column(verbose_name="Ombudsman")
    received = Column(verbose_name="Received", empty_values=(), orderable=False)
    upheld = Column(verbose_name="Upheld", empty_values=(), orderable=False)
    complied = Column(verbose_name="Complied with", empty_values=(), orderable=False)

    class Meta:
        empty_text = "No annual letter yet. The complaints team enters one when it comes, mostly in July."

    def value_year(self, value: str) -> str:
        return value

    def render_received(self, record: Any) -> str:
        return _printed(record, LetterFigure.RECEIVED)

    def render_upheld(self, record: Any) -> str:
        return _printed(record, LetterFigure.UPHELD)

    def render_complied(self, record: Any) -> str:
        return _printed(record, LetterFigure.COMPLIED_SHARE)

    value_received, value_upheld, value_complied = render_received, render_upheld, render_complied


def _printed(letter: Any, figure: str) -> str:
    words: list[str] = letter.printed.get(figure, ["Not said"])
    return words[0]


class CaseFigureTable(Table):
    """The newest printed figure of each year and kind, with where documents and records differ."""

    year = Column(verbose_name="Year", accessor="year_name", order_by=("year",))
    what = Column(verbose_name="What")
    value = NumberColumn(verbose_name="Number")
    share = Column(verbose_name="Share of those received", default="No share")
    document = Column(verbose_name="Printed in")
    status = Column(verbose_name="Status")
    differs = Column(verbose_name="Differences", orderable=False, default="None")

    class Meta:
        empty_text = "No figure yet. The complaints team enters what annual reports and other papers printed."

    def render_document(self, value: str, record: Any) -> SafeString:
        page = f", {record.page}" if record.page else ""
        return format_html("{}{}", value, page)
