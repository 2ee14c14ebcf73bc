"""The members' queries, as a list and as a file."""

import datetime
from textwrap import shorten
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from council.dates import long_date
from council.periods import local_day
from council.tables import Column, DateColumn, LinkColumn, Table, in_words
from portfolios.templatetags.states import OVERDUE, stage_tag

LONGEST, LONGEST_ABOUT = 140, 90
"""Letters of a question and of what it is about in the list; its own page has them all."""


class QueryTable(Table):
    """Queries with what each is about, who owes the answer and by when. Each carries what `for_list` found of it."""

    question = LinkColumn(verbose_name="Question")
    about = Column(verbose_name="About")
    asked_by = Column(
        verbose_name="Asked by",
        accessor="asked_by",
        order_by=("asked_by__last_name", "asked_by__first_name", "asked_by__username"),
        default="Not known",
    )
    asked_at = DateColumn(verbose_name="Asked on")
    owner = Column(verbose_name="Answer owed by", accessor="owner__title", default="No post owns it")
    due_on = DateColumn(verbose_name="Answer due", default="Not known")
    stage = Column(verbose_name="How far")

    class Meta:
        empty_text = "No query yet. Members ask from the page of a figure, a report or a service."

    def row_class(self, record: Any) -> str:
        return "row-red" if record.now_overdue else ""

    def render_question(self, value: str, record: Any) -> SafeString:
        words = in_words(shorten(value, LONGEST, placeholder="…"))
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), words)

    def render_about(self, value: str) -> object:
        return in_words(shorten(value, LONGEST_ABOUT, placeholder="…"))

    def render_asked_at(self, value: datetime.datetime) -> str:
        return long_date(local_day(value))

    def render_stage(self, record: Any) -> SafeString:
        return stage_tag(record.stage, record.now_overdue)

    def value_stage(self, record: Any) -> str:
        word = str(record.get_stage_display())
        return f"{word}, {OVERDUE[1].lower()}" if record.now_overdue else word

    def value_asked_by(self, value: Any) -> str:
        return str(value)


class QueryFile(QueryTable):
    """The same rows as a file, with the answers."""

    answers = Column(verbose_name="Answers", accessor="pk")

    def value_answers(self, record: Any) -> str:
        return "\n".join(each.words for each in record.answers.all())

    def value_owner(self, record: Any) -> str:
        return str(record.owner or "")
