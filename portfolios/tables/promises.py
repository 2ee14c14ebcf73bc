"""The ledger of promises, as a list and as a file."""

from textwrap import shorten
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from council.dates import long_date
from council.tables import Column, DateColumn, LinkColumn, Table, in_words
from portfolios.templatetags.states import OVERDUE, fate_tag

LONGEST = 160
"""Letters of a promise in the list; its own page has it all."""


class PromiseTable(Table):
    """Promises with who owns them, when they are due as written and as meant, and what became of them.

    Each carries what `for_ledger` found of it.
    """

    what = LinkColumn(verbose_name="Promise")
    verb = Column(verbose_name="To")
    owner = Column(verbose_name="Owner", accessor="owner__title", default="No post owns it")
    due = Column(verbose_name="Due", accessor="due_on", empty_values=())
    agenda = Column(verbose_name="Next agenda", accessor="agenda_on", default="None")
    fate = Column(verbose_name="How it stands", accessor="fate")

    class Meta:
        empty_text = "No promise yet. An administrator enters what was undertaken at meetings and in papers."

    def row_class(self, record: Any) -> str:
        return "row-red" if record.now_overdue else ""

    def render_what(self, value: str, record: Any) -> SafeString:
        words = in_words(shorten(value, LONGEST, placeholder="…"))
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), words)

    def render_owner(self, value: str, record: Any) -> SafeString:
        return format_html(
            '<span>{}<br><span class="quiet small">{}</span></span>', value, holders(record) or "vacant today"
        )

    def render_due(self, record: Any) -> SafeString:
        meant = long_date(record.due_on) if record.due_on else self._undated(record)
        written = record.due_as_written
        if not written or written == meant:
            return format_html("{}", meant)
        return format_html('<span>“{}”<br><span class="quiet small">{}</span></span>', written, meant)

    def render_agenda(self, record: Any) -> SafeString:
        url = reverse("meeting", args=[record.agenda_pk])
        return format_html('<a href="{}">{}, {}</a>', url, record.agenda_body, long_date(record.agenda_on))

    def render_fate(self, record: Any) -> SafeString:
        return fate_tag(record.fate, record.now_overdue)

    def value_due(self, record: Any) -> object:
        return record.due_on

    def value_owner(self, record: Any) -> str:
        return str(record.owner or "")

    def value_agenda(self, record: Any) -> str:
        return f"{record.agenda_body}, {long_date(record.agenda_on)}"

    def value_fate(self, record: Any) -> str:
        word = str(record.get_fate_display())
        return f"{word}, {OVERDUE[1].lower()}" if record.now_overdue else word

    def _undated(self, record: Any) -> str:
        event = record.event
        if event is None:
            return "No day"
        return "What it waits for will not happen" if event.did_not_happen else f"Waits for “{event.name}”"


class PromiseFile(PromiseTable):
    """The same rows as a file, with the words as written in columns of their own."""

    held_by = Column(verbose_name="Held by", accessor="owner")
    to_body = Column(verbose_name="Owed to", accessor="to_body__name")
    as_written = Column(verbose_name="As written", accessor="as_written")
    made_on = DateColumn(verbose_name="Promised on", accessor="made_on")
    due_as_written = Column(verbose_name="Due as written", accessor="due_as_written")

    def value_held_by(self, record: Any) -> str:
        return holders(record)


def holders(promise: Any) -> str:
    """Who holds the owner post today."""
    return ", ".join(tenure.person.name for tenure in promise.owner.now_held) if promise.owner else ""
