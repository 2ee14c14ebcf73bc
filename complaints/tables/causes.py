"""The causes of complaints, as a list."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from council.tables import Column, NumberColumn, Table


class CauseTable(Table):
    """Causes with how many complaints they had in a year, what the months say, and what was done about each."""

    name = Column(verbose_name="Cause")
    number = Column(verbose_name="Complaints in 12 months", orderable=False)
    sentence = Column(verbose_name="Did they fall?", orderable=False)
    lessons = NumberColumn(verbose_name="Lessons learned")
    done = NumberColumn(verbose_name="Actions done")

    class Meta:
        empty_text = "No cause is kept yet. An administrator adds causes in the register."

    def render_name(self, value: str, record: Any) -> SafeString:
        return format_html('<a href="{}">{}</a>', reverse("cause", args=[record.pk]), value)
