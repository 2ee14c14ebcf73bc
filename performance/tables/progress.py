"""Progress reports, their items, and who owes what, as lists and as files."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from council.tables import Column, DateColumn, LinkColumn, NumberColumn, Table
from performance.choices import ItemKind


class ProgressReportTable(Table):
    """Reports by area and period; each carries what `with_counts` found."""

    area = LinkColumn(accessor="area__name", verbose_name="Area")
    period = Column(accessor="period__name", verbose_name="Period", order_by=("period__ends_on",))
    state = Column(verbose_name="State", accessor="presented_at", empty_values=())
    dated_on = DateColumn(verbose_name="Dated", default="Not dated yet")
    items_count = NumberColumn(verbose_name="Items")
    open_count = NumberColumn(verbose_name="Open")
    undated_count = NumberColumn(verbose_name="Undated")
    lead = Column(verbose_name="Lead", accessor="area__lead_post__title")

    class Meta:
        empty_text = "No progress report yet. The officers of a reporting area begin one here."

    def render_state(self, record: Any) -> SafeString:
        if record.is_presented:
            return format_html("{}", "Presented")
        return format_html('<span class="badge badge-strong">{}</span>', "Draft")

    def value_state(self, record: Any) -> str:
        return "Presented" if record.is_presented else "Draft"


class ProgressItemTable(Table):
    """The items of one report, as a file: lines of heading and item."""

    number = Column(verbose_name="Item", accessor="item__number")
    heading = Column(verbose_name="Heading")
    kind = Column(verbose_name="It is", accessor="item__kind")
    text = Column(verbose_name="Words", accessor="item__text")
    who = Column(verbose_name="Who, as written", accessor="item__who")
    owners = Column(verbose_name="Owners", accessor="item__owners")
    certain = Column(verbose_name="Owner is certain", accessor="item__owners_of_heading")
    by_when = Column(verbose_name="By when, as written", accessor="item__by_when")
    precision = Column(verbose_name="Precision", accessor="item__precision")
    latest = DateColumn(verbose_name="Last day it can mean", accessor="item__latest")
    waits_for = Column(verbose_name="Subject to", accessor="item__waits_for")
    became = Column(verbose_name="What became of it", accessor="item__became")
    note = Column(verbose_name="Update", accessor="item__update_note")
    reports = Column(verbose_name="Reports it stood in", accessor="item__reports")
    correction = Column(verbose_name="Note of correction", accessor="item__correction")

    def value_kind(self, value: str) -> str:
        return ItemKind(value).label

    def value_owners(self, value: Any) -> str:
        return "; ".join(each.name for each in value)

    def value_certain(self, value: bool) -> str:
        return "No" if value else "Yes"


class OwnerTable(Table):
    """Owners with the open items of the newest reports, beside the promises they still owe."""

    name = Column(verbose_name="Owner")
    items = NumberColumn(verbose_name="Open items")
    joint = NumberColumn(verbose_name="Of these joint")
    undated = NumberColumn(verbose_name="Undated")
    overdue = NumberColumn(verbose_name="Overdue")
    promises = NumberColumn(verbose_name="Promises owed")
    promises_overdue = NumberColumn(verbose_name="Promises overdue")
    promises_undated = NumberColumn(verbose_name="Promises undated")

    class Meta:
        empty_text = "Nobody owes anything yet: no progress report is presented, and no promise is open."

    def row_class(self, record: Any) -> str:
        return "row-red" if record.overdue or record.promises_overdue else ""

    def render_name(self, value: str, record: Any) -> SafeString:
        shown = f"{value} ({record.short})" if record.short else value
        if record.post is None:
            return format_html(
                '<span>{}<br><span class="quiet small">no post of the register</span></span>', shown
            )
        return format_html("{}", shown)

    def render_promises(self, value: int, record: Any) -> SafeString:
        if not value or record.post is None:
            return format_html("{}", value)
        url = reverse("promises")
        return format_html('<a href="{}?owner={}&amp;when=outstanding">{}</a>', url, record.post, value)
