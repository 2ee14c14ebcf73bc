"""Looks at personal data, as a list and as a file: whose by reference and number, never by name."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from complaints.choices import LookAs
from council.tables import Column, Table


class LookTable(Table):
    """Looks, the newest first."""

    at = Column(verbose_name="When")
    user = Column(verbose_name="Who", order_by=("user__first_name", "user__last_name", "user__username"))
    looked_as = Column(verbose_name="As what")
    kind = Column(verbose_name="What was looked at")
    case = Column(verbose_name="Case", accessor="case__reference", default="None")
    customer = Column(verbose_name="Customer", accessor="customer_id", default="None")

    class Meta:
        empty_text = "Nobody has looked yet. Each time that somebody opens a case, it appears here."

    def render_at(self, value: Any) -> str:
        return f"{localtime(value):%-d %B %Y, %H:%M}"

    def value_at(self, value: Any) -> Any:
        return value

    def render_looked_as(self, value: str, record: Any) -> SafeString | str:
        if record.looked_as != LookAs.TEAM:
            return value
        return format_html("<strong>{}</strong>", value)

    def value_looked_as(self, value: str) -> str:
        return value

    def render_case(self, value: str) -> SafeString:
        return format_html('<a class="nowrap" href="{}">{}</a>', reverse("case", args=[value]), value)

    def value_case(self, value: str) -> str:
        return value

    def render_customer(self, value: int) -> SafeString:
        return format_html(
            '<a class="nowrap" href="?customer={}">Customer {}<span class="hidden-word">, the looks at them</span></a>',
            value,
            value,
        )

    def value_customer(self, value: int) -> int:
        return value
