"""From a record to its cells.

Django-tables2 declares the columns; the cells are drawn here, since it looks up the signature of each column's
functions anew for every cell: 0.3 s for 400 rows of eight columns, against 0.03 s.
"""

from collections.abc import Callable
from typing import Any

import django_tables2
from django.core.exceptions import ObjectDoesNotExist
from django.utils.html import format_html
from django_tables2.columns import BoundColumn
from django_tables2.rows import BoundRow
from django_tables2.utils import signature

from council.tables.columns import reached


class CellReader:
    """How one column gets from a record to its cell: found out once for a table, used for each row."""

    def __init__(self, table: django_tables2.Table, column: BoundColumn) -> None:
        self.table, self.column = table, column
        self.path = str(column.accessor).split("__") if column.accessor else []
        self.words = _words_of_choices(table, column)
        self.empty = column.column.empty_values
        self.default = column.default
        self._draw = self._caller(column.render)
        self._write = self._caller(column.value)

    def shown(self, record: Any) -> Any:
        """What the cell shows: text, or markup that is safe."""
        value = self._value(record)
        if value in self.empty:
            return self.default
        content = self._draw(value, record)
        return self.column.link(content, **self._arguments(value, record)) if self.column.link else content

    def exported(self, record: Any) -> object:
        """What a file holds."""
        value = self._value(record)
        return None if value in self.empty else self._write(value, record)

    def _value(self, record: Any) -> Any:
        try:
            value = reached(record, self.path)
        except ObjectDoesNotExist:
            return None
        except (AttributeError, KeyError):
            if self.empty:
                raise
            # A column with no empty value, such as a button, need not be of the record.
            return None
        return self.words.get(value, value) if self.words else value

    def _caller(self, function: Callable[..., object]) -> Callable[[Any, Any], object]:
        """The function, called with those of django-tables2's arguments that it names."""
        names, takes_all = signature(function)
        if takes_all or not set(names) <= {"value", "record"}:
            return lambda value, record: function(
                **{
                    name: argument
                    for name, argument in self._arguments(value, record).items()
                    if takes_all or name in names
                }
            )
        if names == ("value",):
            return lambda value, record: function(value=value)
        return lambda value, record: function(
            **{name: value if name == "value" else record for name in names}
        )

    def _arguments(self, value: Any, record: Any) -> dict[str, Any]:
        arguments: dict[str, Any] = BoundRow(record, table=self.table)._optional_cell_arguments(
            self.column, value
        )
        return arguments


def cell_format(column: BoundColumn, *, heads_row: bool) -> str:
    """A column's cell for `format_html`: the first column heads its row, the others carry their label to a phone."""
    classes = classes_of(column, "td")
    marked = format_html(' class="{}"', classes) if classes else ""
    label = format_html(' data-label="{}"', column.header)
    if heads_row:
        # A number alone would say nothing at the top of a card on a phone.
        opening = format_html('<th scope="row"{}{}>', marked, label if classes == "number" else "")
        return opening.replace("{", "{{").replace("}", "}}") + "{}</th>"
    opening = format_html("<td{}{}>", label, marked)
    return opening.replace("{", "{{").replace("}", "}}") + "{}</td>"


def classes_of(column: BoundColumn, cell: str) -> str:
    """The classes that a column declares for its "th" or "td"."""
    attrs = column.column.attrs
    return str(attrs.get(cell, attrs.get("cell", {})).get("class", ""))


def _words_of_choices(table: django_tables2.Table, column: BoundColumn) -> dict[object, object]:
    """The words of a model field with choices, by value; empty for any other column."""
    if table.data.model is None or not getattr(column.column, "takes_words", True):
        return {}
    field = column.accessor.get_field(table.data.model)
    return dict(getattr(field, "flatchoices", None) or ())
