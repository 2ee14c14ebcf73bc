"""The returns of teams in a quarter, and the reports they come to, as lists and as files."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from complaints.figures.feedback_report import TeamStanding
from council.tables import Column, DateColumn, NumberColumn, Table

NOT_BEGUN = "Not begun"
NOT_OWED = "Nothing came in"
STATES = {"drafted": "Draft", "handed_in": "Handed in", "sent_back": "Sent back"}


def state_of(standing: TeamStanding) -> str:
    """How far a team's return is, in words."""
    if standing.row:
        return STATES[standing.row.step]
    return NOT_BEGUN if standing.is_owed else NOT_OWED


class FeedbackReturnTable(Table):
    """Teams with how far their returns are, and what came in for them."""

    name = Column(verbose_name="Team")
    manager = Column(verbose_name="Answered for by", order_by=("manager__title",), default="Nobody")
    state = Column(verbose_name="Return", empty_values=(), orderable=False)
    handed_in_on = DateColumn(
        verbose_name="Handed in", accessor="row__handed_in_on", orderable=False, default="Not yet"
    )
    requests = NumberColumn(verbose_name="Requests", accessor="counts__requests", orderable=False)
    complaints = NumberColumn(verbose_name="Complaints", accessor="counts__complaints", orderable=False)
    compliments = NumberColumn(verbose_name="Compliments", accessor="counts__compliments", orderable=False)

    class Meta:
        empty_text = "No service has a post that manages it. An administrator names one in the register."

    def render_name(self, value: str, record: TeamStanding) -> SafeString:
        return format_html('<a href="{}">{}</a>', record.url, value)

    def value_name(self, value: str) -> str:
        return value

    def render_state(self, record: TeamStanding) -> SafeString:
        strong = " badge-strong" if record.is_owed and not record.has_returned else ""
        return format_html('<span class="badge{}">{}</span>', strong, state_of(record))

    def value_state(self, record: TeamStanding) -> str:
        return state_of(record)


class FeedbackReportTable(Table):
    """Reports of the council and its bodies, the newest quarter first."""

    whose = Column(verbose_name="For", accessor="whose", order_by=("named",))
    quarter = Column(verbose_name="Quarter", accessor="span__name", order_by=("year", "quarter"))
    state = Column(verbose_name="State", accessor="presented_at", empty_values=())
    dated_on = DateColumn(verbose_name="Dated", default="Not dated yet")

    class Meta:
        empty_text = (
            "No report yet. A lead officer or the complaints team begins one from the returns of teams."
        )

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
