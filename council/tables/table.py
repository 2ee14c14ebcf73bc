"""The base of every table."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import django_tables2
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django_tables2.columns import BoundColumn

from council.tables.cells import CellReader, cell_format, classes_of


class Heading(NamedTuple):
    """The head of a column."""

    name: str
    text: str
    url: str
    """The list sorted by this column, or the other way round when it is already; "" when it does not sort."""
    direction: str
    """How the list is sorted by it now, as `aria-sort` has it: "ascending", "descending" or ""."""
    classes: str


class Table(django_tables2.Table):
    """One noun's rows under its columns; the first visible column names the row.

    `list_page` sets `caption` and `sort_url`. A table elsewhere, say beside a chart, is given its caption, has plain
    headings, and is shown by `parts/table.html`. A cell without a value says `Meta.default` ("Not recorded");
    a table without rows says `Meta.empty_text`.
    """

    sort_url: Callable[[str], str] | None = None

    def __init__(self, data: Any, *, caption: str = "", **options: Any) -> None:
        if self._meta.default == "—":
            options.setdefault("default", "Not recorded")
        super().__init__(data, **options)
        self.caption = caption

    def row_class(self, record: Any) -> str:
        """The class of a row, such as "row-red"; none unless a table says so."""
        return ""

    def headings(self) -> list[Heading]:
        """The heads of the visible columns, from left to right."""
        return [self._heading(column) for column in self.columns]

    def _heading(self, column: BoundColumn) -> Heading:
        alias = column.order_by_alias
        direction = ("descending" if alias.is_descending else "ascending") if column.is_ordered else ""
        url = self.sort_url(alias.next) if self.sort_url and column.orderable else ""
        return Heading(column.name, str(column.header), url, direction, classes_of(column, "th"))

    def drawn_rows(self) -> Iterator[SafeString]:
        """The rows of this page as markup."""
        columns = list(self.columns)
        cells = "".join(cell_format(column, heads_row=not at) for at, column in enumerate(columns))
        readers = [CellReader(self, column) for column in columns]
        for record in self.records():
            classes = self.row_class(record)
            marked = format_html(' class="{}"', classes) if classes else ""
            yield format_html(
                "<tr{}>" + cells + "</tr>", marked, *[reader.shown(record) for reader in readers]
            )

    def records(self) -> Iterable[Any]:
        """The records of this page; all of them where there are no pages."""
        records: Iterable[Any] = self.page.object_list.data if hasattr(self, "page") else self.data
        return records

    def export_columns(self) -> list[BoundColumn]:
        """The visible columns that go into a file."""
        return [column for column in self.columns if not column.column.exclude_from_export]

    def export_rows(self, records: Iterable[Any]) -> Iterator[list[object]]:
        """What a file holds of each record: dates as dates, numbers as numbers."""
        readers = [CellReader(self, column) for column in self.export_columns()]
        return ([reader.exported(record) for reader in readers] for record in records)
