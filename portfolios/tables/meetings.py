"""The lists of meetings, reports, decisions, key decisions, and implications to look at again."""

import datetime
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from council.dates import long_date
from council.tables import Column, DateColumn, LinkColumn, NumberColumn, Table
from portfolios.figures.decisions import notice_timing
from portfolios.models import Procedure
from portfolios.rules.key_decisions import Timing


def day_said(day: datetime.date | None, as_written: str, none: str = "No day given") -> str:
    """A day; where it is known only in words, these in quotation marks."""
    if day is not None:
        return long_date(day)
    return f"“{as_written}”" if as_written else none


class MeetingTable(Table):
    """Meetings, with how much was on them."""

    day = LinkColumn(verbose_name="Meeting on", accessor="held_on", empty_values=())
    body = Column(verbose_name="Body", accessor="body__name")
    kind = Column(verbose_name="Kind", accessor="kind")
    report_count = NumberColumn(verbose_name="Reports put")
    decision_count = NumberColumn(verbose_name="Decisions taken")

    class Meta:
        empty_text = "No meeting yet. An administrator adds the first one in the register."

    def render_day(self, record: Any) -> SafeString:
        said = day_said(record.held_on, record.as_written)
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), said)

    def value_day(self, record: Any) -> Any:
        return record.held_on or record.as_written


class ReportTable(Table):
    """Reports, with the body at the end of their route."""

    subject = LinkColumn(verbose_name="Report")
    dated = Column(verbose_name="Dated", accessor="dated_on", empty_values=())
    to_body = Column(verbose_name="To", default="No body yet")
    author = Column(verbose_name="By", accessor="author__title", default="No post")
    lead = Column(verbose_name="Lead portfolio", accessor="lead_member__name", default="None")
    presented = DateColumn(verbose_name="Presented", accessor="presented_at", default="Not yet")

    class Meta:
        empty_text = "No report yet. An administrator adds the first one in the register."

    def render_dated(self, record: Any) -> str:
        return day_said(record.dated_on, record.dated_as_written, "No date")

    def value_dated(self, record: Any) -> Any:
        return record.dated_on or record.dated_as_written

    def render_presented(self, value: datetime.datetime) -> str:
        return long_date(value.date())


ON_ONE_LINE = {"cell": {"class": "nowrap"}}


class DecisionTable(Table):
    """Decisions, with who took them."""

    title = LinkColumn(verbose_name="Decision")
    day = Column(verbose_name="Decided", accessor="decided_on", empty_values=(), attrs=ON_ONE_LINE)
    decided_by = Column(verbose_name="By")
    kind = Column(verbose_name="Outcome", accessor="kind")
    published = DateColumn(
        verbose_name="Published", accessor="published_on", default="No day recorded", attrs=ON_ONE_LINE
    )
    course = Column(verbose_name="Course", default="Ordinary")

    class Meta:
        empty_text = "No decision yet. An administrator adds the first one in the register."

    def render_day(self, record: Any) -> str:
        return day_said(record.decided_on, record.decided_as_written)

    def value_day(self, record: Any) -> Any:
        return record.decided_on or record.decided_as_written


def on_two_lines(day: datetime.date) -> str:
    """A day that breaks before its year and nowhere else, for a table with many of them."""
    return long_date(day).replace(" ", "\u00a0", 1)


class DayColumn(DateColumn):
    """Days in a narrow column."""

    def render(self, value: Any, record: Any = None) -> Any:
        return on_two_lines(value)


class KeyDecisionTable(Table):
    """Key decisions with their notices: the forward plan, and what became of it."""

    matter = LinkColumn(verbose_name="Matter")
    maker = Column(verbose_name="Decision maker", default="Not said")
    published_on = DayColumn(verbose_name="Notice published")
    # Worked out row by row from the procedure of its day.
    earliest = Column(verbose_name="Not before", orderable=False, empty_values=())
    due_on = DayColumn(verbose_name="To be decided", default="No day yet")
    procedure = Column(verbose_name="Notice by", accessor="procedure")
    decided_on = DayColumn(verbose_name="Decided", default="Not yet")

    class Meta:
        empty_text = "No notice of a key decision yet. An administrator adds the first one in the register."

    def render_earliest(self, record: Any) -> str | SafeString:
        said = on_two_lines(self.value_earliest(record))
        wrong = [each.short for each in self._timing(record).problems]
        if not wrong:
            return said
        told = format_html_join("", "<br><strong>{}</strong>", ((each,) for each in wrong))
        return format_html("<span>{}{}</span>", said, told)

    def value_earliest(self, record: Any) -> datetime.date:
        return self._timing(record).earliest

    def _timing(self, record: Any) -> Timing:
        terms = Procedure(notice_days=record.notice_days, exception_days=record.exception_days)
        return notice_timing(record, getattr(record, "decision", None), terms, on=record.seen_day)


class AwakeTable(Table):
    """Implications whose condition has come true."""

    report = LinkColumn(
        verbose_name="Report", accessor="report__subject", url=lambda row: row.report.get_absolute_url()
    )
    head = Column(verbose_name="Implication")
    event = Column(verbose_name="What happened", accessor="event__name")
    happened_on = DateColumn(verbose_name="On", accessor="event__happened_on")
    words = Column(verbose_name="What the report said", default="Nothing more")

    class Meta:
        empty_text = (
            "Nothing to look at again. An implication comes here when the event it waits for has happened."
        )
