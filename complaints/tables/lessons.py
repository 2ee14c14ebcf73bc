"""Lessons and thanks, as lists and as files."""

from textwrap import shorten
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from council.tables import Column, DateColumn, LinkColumn, NumberColumn, Table, in_words

LONGEST = 160
"""Letters of a lesson in the list; its own page has it all."""


class LessonTable(Table):
    """Lessons with their cause, whose they are, and what follows from them; `actions` is counted beforehand."""

    what = LinkColumn(verbose_name="What we learned")
    cause = Column(verbose_name="Cause", accessor="cause__name", default="Not said")
    service = Column(verbose_name="Service", accessor="service__name", default="The whole council’s")
    learned_on = DateColumn(verbose_name="Learned on")
    actions = NumberColumn(verbose_name="Actions that follow", accessor="actions")
    closed_on = DateColumn(verbose_name="Closed", default="Open")

    class Meta:
        empty_text = "No lesson yet. Whoever handles a case writes one down from its page; or write one here."

    def render_what(self, value: str, record: Any) -> SafeString:
        words = in_words(shorten(value, LONGEST, placeholder="…"))
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), words)


class ThanksTable(Table):
    """Thanks with the customer's words and what was done; no case, and no customer's name."""

    seen: frozenset[int] = frozenset()
    """The cases of the page that the reader may open."""

    at = DateColumn(verbose_name="Passed on", accessor="at")
    words = Column(verbose_name="The customer’s words", orderable=False)
    recipient = Column(verbose_name="For", orderable=False)
    deed = Column(verbose_name="What was done with it", orderable=False, default="Not said")
    case = Column(verbose_name="Case", orderable=False, empty_values=(), exclude_from_export=True)

    class Meta:
        empty_text = (
            "No thanks for you or your team yet. Whoever handles a compliment passes it on from its page."
        )

    def render_case(self, record: Any) -> SafeString:
        """Its link, where the reader may open it, which `seen` says."""
        if record.case_id not in self.seen:
            return format_html("{}", "Not yours to open")
        return format_html('<a href="{}">{}</a>', record.case.get_absolute_url(), record.case.reference)
