"""The actions, as a list and as a file."""

from textwrap import shorten
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from council.dates import long_date
from council.tables import Column, DateColumn, LinkColumn, Table, in_words
from portfolios.figures.actions import pounds
from portfolios.templatetags.states import OVERDUE, action_tag

LONGEST = 160
"""Letters of an action in the list; its own page has it all."""
TESTS = 5


class ActionTable(Table):
    """Actions with who owns them, when they are due as written and as meant, how far they are and how many tests pass.

    Each carries what `for_list` found of it, and as `passed` how many of the five tests it passes.
    """

    what = LinkColumn(verbose_name="Action")
    owner = Column(verbose_name="Owner", accessor="owner__title", default="No post owns it")
    service = Column(verbose_name="Service", accessor="service__name", default="Not said")
    due = Column(verbose_name="Due", accessor="due_on", empty_values=())
    state = Column(verbose_name="How far", accessor="state")
    passed = Column(verbose_name="SMART", accessor="passed")

    class Meta:
        empty_text = "No action yet. Add one here, or from the lesson that it follows from."

    def row_class(self, record: Any) -> str:
        return "row-red" if record.now_overdue else ""

    def render_what(self, value: str, record: Any) -> SafeString:
        words = in_words(shorten(value, LONGEST, placeholder="…"))
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), words)

    def render_owner(self, value: str, record: Any) -> SafeString:
        held = ", ".join(tenure.person.name for tenure in record.owner.now_held) if record.owner else ""
        return format_html(
            '<span>{}<br><span class="quiet small">{}</span></span>', value, held or "vacant today"
        )

    def render_due(self, record: Any) -> SafeString:
        meant = long_date(record.due_on) if record.due_on else _undated(record)
        written = record.due_as_written
        if not written or written == meant:
            return format_html("{}", meant)
        return format_html('<span>“{}”<br><span class="quiet small">{}</span></span>', written, meant)

    def render_state(self, record: Any) -> SafeString:
        return action_tag(record.state, record.now_overdue)

    def render_passed(self, value: int) -> str:
        return "Yes" if value == TESTS else f"{value} of {TESTS}"

    def value_owner(self, record: Any) -> str:
        return str(record.owner or "")

    def value_due(self, record: Any) -> object:
        return record.due_on

    def value_state(self, record: Any) -> str:
        word = str(record.get_state_display())
        return f"{word}, {OVERDUE[1].lower()}" if record.now_overdue else word

    def value_passed(self, value: int) -> object:
        return value


class ActionFile(ActionTable):
    """The same rows as a file, with result, money and the words as written in columns of their own."""

    result = Column(verbose_name="What will be different", accessor="result")
    due_as_written = Column(verbose_name="Due as written", accessor="due_as_written")
    done_on = DateColumn(verbose_name="Done on", accessor="done_on")
    cost = Column(verbose_name="Cost", accessor="cost", empty_values=())
    saving = Column(verbose_name="Saving", accessor="saving", empty_values=())

    def value_cost(self, record: Any) -> str:
        return pounds(record.cost)

    def value_saving(self, record: Any) -> str:
        return pounds(record.saving)


def _undated(record: Any) -> str:
    event = record.event
    if event is None:
        return "No day"
    return "What it waits for will not happen" if event.did_not_happen else f"Waits for “{event.name}”"
