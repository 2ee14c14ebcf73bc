"""The kinds of column: words, figures, dates, links, ratings."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import django_tables2
from django.db.models import Choices
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime

from council.dates import long_date
from council.numbers import Quantity, format_number
from council.rag import Rag
from council.templatetags.gt import rag_tag

WORST_FIRST = (Rag.RED, Rag.AMBER, Rag.LATE, Rag.NOT_KNOWN, Rag.GREEN, Rag.NOT_RATED, Rag.NOT_DUE)
"""The order of ratings in a list: what needs attention stands first."""

UNBROKEN = re.compile(r"\S{31}")
"""A word too long for a phone or a narrow column."""
PIECE = re.compile(r".{1,20}", re.DOTALL)


class Column(django_tables2.Column):
    """Words, a whole-row button, anything without a kind of its own.

    On the page a value is said `in_words`; a file gets the value itself, unless the table has `value_<name>`.
    """

    ranks: Sequence[object] = ()
    """Values that sort in this order; others sort as text, number or day, or in the order of their choices."""
    takes_words = True
    """Whether a field with choices hands over the chosen word (True) or the value behind it."""

    def render(self, value: Any, record: Any = None) -> Any:
        return in_words(value)

    def value(self, value: Any) -> Any:
        return value


class NumberColumn(Column):
    """Figures, at the right and of one width; `quantity` and `unit` are those of every row."""

    def __init__(
        self,
        *arguments: Any,
        quantity: Quantity = Quantity.DECIMAL,
        decimals: int = 0,
        unit: str = "",
        **options: Any,
    ) -> None:
        options.setdefault("attrs", {"cell": {"class": "number"}})
        super().__init__(*arguments, **options)
        self.quantity, self.decimals, self.unit = quantity, decimals, unit

    def render(self, value: Any, record: Any = None) -> str:
        figure = Decimal(str(value))
        return format_number(figure, quantity=self.quantity, decimals=self.decimals, unit=self.unit)


class DateColumn(Column):
    """Days, as "7 April 2005", and moments with their time on the council's clock."""


class LinkColumn(Column):
    """Words that lead to the row's own page, or to `url(record)`; no link where that is empty."""

    def __init__(self, *arguments: Any, url: Callable[[Any], str] | None = None, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.url = url or _own_page

    def render(self, value: Any, record: Any = None) -> Any:
        url = self.url(record)
        return format_html('<a href="{}">{}</a>', url, in_words(value)) if url else in_words(value)


class RagColumn(Column):
    """Ratings: the tag on the page, the word in a file, the worst first.

    `overridden` is the path to what says that a person set the rating. No rating at all is "Not rated".
    """

    ranks = WORST_FIRST
    takes_words = False
    empty_values = (NotImplemented,)  # Nothing is empty: no rating has a tag too.

    def __init__(self, *arguments: Any, overridden: str = "", **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.overridden = overridden

    def render(self, value: Any, record: Any = None) -> SafeString:
        by_hand = self.overridden and reached(record, self.overridden.split("__"))
        return rag_tag(value, overridden=bool(by_hand))

    def value(self, value: Any) -> str:
        return Rag(value or Rag.NOT_RATED).word


def _own_page(record: Any) -> str:
    return str(record.get_absolute_url())


def in_words(value: Any) -> Any:
    """A value as a page says it: "7 April 2005", "Yes", the word of a choice; text and markup as they are."""
    if type(value) is str:  # Most are, and a long table asks often.
        return _breakable(value) if UNBROKEN.search(value) else value
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, Choices):
        return value.label
    if isinstance(value, dt.datetime):
        moment = localtime(value) if is_aware(value) else value
        return f"{long_date(moment.date())}, {moment:%H:%M}"
    if isinstance(value, dt.date):
        return long_date(value)
    return value


def _breakable(text: str) -> SafeString:
    """Text with places to break its long words at, so that no word makes a table wider than the page."""
    return format_html_join(SafeString("<wbr>"), "{}", ((piece,) for piece in PIECE.findall(text)))


def reached(record: Any, path: Sequence[str]) -> Any:
    """The value at the end of a path of attributes or keys; None where the path ends early in None."""
    if isinstance(record, dict) and (whole := "__".join(path)) in record:
        return record[whole]
    for step in path:
        record = record[step] if isinstance(record, dict) else getattr(record, step)
        if callable(record) and not isinstance(record, type):
            record = record()
        if record is None:
            return None
    return record
