"""Tables: the columns that lists are made of, and the base that draws them.

django-tables2 declares the columns; the cells are drawn here, since it looks up the signature of each column's
functions again for every cell (0.3 s for 400 rows of eight columns). A heading sorts unless its column says
`orderable=False` with the reason beside it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import django_tables2
from django.db.models import Choices, Model
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime
from django_tables2.columns import BoundColumn
from django_tables2.rows import BoundRow
from django_tables2.utils import signature

from council.dates import long_date
from council.numbers import Quantity, format_number
from council.rag import Rag
from council.templatetags.gt import rag_tag

WORST_FIRST = (Rag.RED, Rag.AMBER, Rag.LATE, Rag.NOT_KNOWN, Rag.GREEN, Rag.NOT_RATED, Rag.NOT_DUE)
"""The order of ratings in a list: what needs attention stands first."""


class Column(django_tables2.Column):
    """Words. `ranks` gives the order of values that have one of their own; otherwise they sort as text or number."""

    ranks: Sequence[object] = ()
    takes_words = True
    """Whether a field with choices hands over the chosen word (True) or the value behind it."""

    def render(self, value: Any) -> Any:
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

    def render(self, value: Any) -> str:
        return format_number(Decimal(value), quantity=self.quantity, decimals=self.decimals, unit=self.unit)


class DateColumn(Column):
    """Days, as "7 April 2005", and moments with their time on the council's clock."""


class LinkColumn(Column):
    """Words that lead to the row's own page, or to `url(record)`; no link where that is empty."""

    def __init__(self, *arguments: Any, url: Callable[[Any], str] | None = None, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.url = url or _own_page

    def render(self, value: Any, record: Any) -> Any:
        url = self.url(record)
        return format_html('<a href="{}">{}</a>', url, in_words(value)) if url else in_words(value)


class RagColumn(Column):
    """Ratings: the tag on the page, the word in an export. `overridden` names the field that says a person set it."""

    ranks = WORST_FIRST
    takes_words = False

    def __init__(self, *arguments: Any, overridden: str = "", **options: Any) -> None:
        super().__init__(*arguments, **{"empty_values": (), **options})
        self.overridden = overridden

    def render(self, value: Any, record: Any) -> SafeString:
        by_hand = self.overridden and _reached(record, self.overridden.split("__"))
        return rag_tag(value, overridden=bool(by_hand))

    def value(self, value: Any) -> str:
        return Rag(value or Rag.NOT_RATED).word


def _own_page(record: Any) -> str:
    return record.get_absolute_url()


def in_words(value: Any) -> Any:
    """A plain value as a page says it: "7 April 2005", "Yes", the word of a choice; text and markup as they are."""
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


class Heading(NamedTuple):
    """A column's head: its words, the address that sorts by it ("" when it does not sort), and how it is sorted now."""

    name: str
    text: str
    url: str
    sorted: str
    """As `aria-sort` has it: "ascending", "descending" or ""."""
    classes: str


class Table(django_tables2.Table):
    """One noun's rows under its columns. The first visible column names the row.

    `list_page` sets `caption` and `sort_url`; without `sort_url` the headings are plain, as in a table on a
    dashboard. `row_class` may mark a row. A cell without a value says `Meta.default`.
    """

    caption: str = ""
    sort_url: Callable[[str], str] | None = None

    def __init__(self, data: Any, **options: Any) -> None:
        if self._meta.default == "—":
            options.setdefault("default", "Not recorded")
        super().__init__(data, **options)

    def row_class(self, record: Any) -> str:
        """The class of a row, such as "row-red"."""
        return ""

    def headings(self) -> list[Heading]:
        """The visible columns' heads, from left to right."""
        return [self._heading(column) for column in self.columns]

    def _heading(self, column: BoundColumn) -> Heading:
        alias = column.order_by_alias
        now = ("descending" if alias.is_descending else "ascending") if column.is_ordered else ""
        url = self.sort_url(alias.next) if self.sort_url and column.orderable else ""
        return Heading(column.name, str(column.header), url, now, _classes(column, "th"))

    def drawn_rows(self) -> Iterator[SafeString]:
        """The rows of this page as markup."""
        cells = [
            (_opening(column, first=not at), CellReader(self, column))
            for at, column in enumerate(self.columns)
        ]
        for record in self.records():
            classes = self.row_class(record)
            row = format_html('<tr class="{}">', classes) if classes else SafeString("<tr>")
            for (opening, closing), reader in cells:
                row += opening + conditional_escape(reader.shown(record)) + closing
            yield row + SafeString("</tr>")

    def records(self) -> Iterable[Any]:
        """The rows of this page, or all where there are no pages."""
        return self.page.object_list.data if hasattr(self, "page") else self.data

    def export_columns(self) -> list[BoundColumn]:
        """The visible columns that go into a file."""
        return [column for column in self.columns if not column.column.exclude_from_export]

    def export_rows(self, records: Iterable[Any]) -> Iterator[list[object]]:
        """The values of each record, for a file: dates as dates, numbers as numbers, no markup."""
        readers = [CellReader(self, column) for column in self.export_columns()]
        return ([reader.exported(record) for reader in readers] for record in records)


class CellReader:
    """How one column gets from a record to its cell: found out once for a table, used for each row."""

    def __init__(self, table: Table, column: BoundColumn) -> None:
        self.table, self.column = table, column
        self.path = str(column.accessor).split("__") if column.accessor else []
        self.words = _words_of_choices(table, column)
        self.empty = column.column.empty_values
        self.draw = self._caller(column.render)
        self.write = self._caller(column.value)

    def shown(self, record: Any) -> object:
        """What the cell shows: text, or markup that is safe."""
        value = self._value(record)
        return self.column.default if value in self.empty else self.draw(value, record)

    def exported(self, record: Any) -> object:
        """What a file holds."""
        value = self._value(record)
        return None if value in self.empty else self.write(value, record)

    def _value(self, record: Any) -> Any:
        try:
            value = _reached(record, self.path)
        except (AttributeError, KeyError):
            # A column that is not of the record, such as a button: its `render` makes do with the record.
            return None
        return self.words.get(value, value) if self.words else value

    def _caller(self, function: Callable[..., object]) -> Callable[[Any, Any], object]:
        """The function, called with those of tables2's arguments that it names."""
        names, takes_all = signature(function)
        if not takes_all and set(names) == {"value"}:
            return lambda value, record: function(value=value)
        if not takes_all and set(names) <= {"value", "record"}:
            return lambda value, record: function(**{n: value if n == "value" else record for n in names})
        return lambda value, record: function(
            **{n: v for n, v in self._arguments(value, record).items() if takes_all or n in names}
        )

    def _arguments(self, value: Any, record: Any) -> Mapping[str, Any]:
        row = BoundRow(record, table=self.table)
        return row._optional_cell_arguments(self.column, value)


def _reached(record: Any, path: Sequence[str]) -> Any:
    """The value at the end of a path of attributes or keys; None where the path ends early in None."""
    for step in path:
        record = record[step] if isinstance(record, Mapping) else getattr(record, step)
        if callable(record) and not isinstance(record, type):
            record = record()
        if record is None:
            return None
    return record


def _words_of_choices(table: Table, column: BoundColumn) -> dict[object, object]:
    """The words of a model field with choices, by value; empty for any other column."""
    model = table.data.model
    if model is None or not getattr(column.column, "takes_words", True):
        return {}
    field = column.accessor.get_field(model)
    return dict(getattr(field, "flatchoices", None) or ()) if field is not None else {}


def _opening(column: BoundColumn, *, first: bool) -> tuple[SafeString, SafeString]:
    """The tags around each cell of a column; the first column heads its row, the others carry their label."""
    classes = _classes(column, "td")
    marked = format_html(' class="{}"', classes) if classes else SafeString("")
    if first:
        return format_html('<th scope="row"{}>', marked), SafeString("</th>")
    return format_html('<td data-label="{}"{}>', column.header, marked), SafeString("</td>")


def _classes(column: BoundColumn, cell: str) -> str:
    attrs = column.column.attrs
    return str(attrs.get(cell, attrs.get("cell", {})).get("class", ""))
