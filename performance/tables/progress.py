"""Progress reports, and who owes what over all of them, as lists and as files."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from council.tables import Column, DateColumn, NumberColumn, Table, in_words


class ProgressReportTable(Table):
    """Reports by area and period; each carries what `with_counts` found."""

    area = Column(accessor="area__name", verbose_name="Area")
    period = Column(accessor="period__name", verbose_name="Period", order_by=("period__ends_on",))
    state = Column(verbose_name="State", accessor="presented_at", empty_values=())
    dated_on = DateColumn(verbose_name="Dated", default="Not dated yet")
    items_count = NumberColumn(verbose_name="Items")
    open_count = NumberColumn(verbose_name="Open")
    undated_count = NumberColumn(verbose_name="Undated")
    lead = Column(verbose_name="Lead", accessor="area__lead_post__title")

    class Meta:
        empty_text = "No progress report yet. The officers of a reporting area begin one here."

    def render_area(self, value: str, record: Any) -> SafeString:
        link = '<a href="{}">{}<span class="hidden-word">, {}</span></a>'
        return format_html(link, record.get_absolute_url(), in_words(value), record.period.name)

    def render_state(self, record: Any) -> SafeString:
        if record.is_presented:
            return format_html("{}", "Presented")
        return format_html('<span class="badge badge-strong">{}</span>', "Draft")

    def value_state(self, record: Any) -> str:
        return "Presented" if record.is_presented else "Draft"


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
        link = '<a href="{}?owner={}&amp;when=outstanding">{} owed<span class="hidden-word"> by {}</span></a>'
        return format_html(link, url, record.post, value, record.name)
