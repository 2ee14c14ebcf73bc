"""Ombudsman cases, as a list and as a file."""

import datetime
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from council.tables import Column, DateColumn, Table, in_words


class OmbudsmanTable(Table):
    """Ombudsman cases with what was decided and what is left to do; the page sets `day`."""

    their_reference = Column(verbose_name="Ombudsman case")
    service = Column(verbose_name="Service", accessor="service__name", default="None named")
    referred_on = DateColumn(verbose_name="Came to them")
    decision = Column(verbose_name="Decision", empty_values=())
    decided_on = DateColumn(verbose_name="Decided", default="Not yet")
    left = Column(verbose_name="Recommendations", empty_values=(), order_by=("outstanding", "agreed"))

    day: datetime.date

    class Meta:
        empty_text = (
            "No Ombudsman case that you may see. The complaints team enters one when an Ombudsman writes."
        )

    def row_class(self, record: Any) -> str:
        return "row-red" if record.overdue_ones else ""

    def render_their_reference(self, value: str, record: Any) -> SafeString:
        link = '<a class="nowrap" href="{}">{}</a><div class="quiet small">{}: {}</div>'
        words = (record.get_absolute_url(), value, record.get_ombudsman_display(), in_words(record.subject))
        return format_html(link, *words)

    def render_decision(self, record: Any) -> SafeString:
        if record.decision:
            return format_html("{}", record.get_decision_display())
        return format_html('<span class="badge badge-strong">{}</span>', "Not decided yet")

    def render_left(self, record: Any) -> str:
        return self.value_left(record)

    def value_their_reference(self, value: str) -> str:
        return value

    def value_decision(self, record: Any) -> str:
        return str(record.get_decision_display()) or "Not decided yet"

    def value_left(self, record: Any) -> str:
        if not record.agreed:
            return "None"
        done = record.agreed - record.outstanding
        late = f", {record.overdue_ones} overdue" if record.overdue_ones else ""
        return f"{done} of {record.agreed} done{late}"
