"""Where a table's rows come from, and how they are sorted: alike by both databases and in Python.

Text sorts as people sort it (capitals and accents do not count, "BV 8" before "BV 109"), choices and ratings in their
own order, what is missing last both ways.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Case, CharField, F, ForeignObject, Func, QuerySet, TextField, Value, When
from django.db.models.expressions import OrderBy
from django_tables2.data import TableListData, TableQuerysetData

from council.folding import SortKey, sort_key
from council.tables.columns import reached


class QuerysetRows(TableQuerysetData):
    """Rows of the database, in the end sorted by primary key, so that no row is met on two pages."""

    # The order that the queryset comes with is nobody's click: no heading shows it.
    ordering = None
    data: QuerySet

    def __init__(self, queryset: QuerySet) -> None:
        super().__init__(_with_key_last(queryset))

    def order_by(self, aliases: Iterable[str]) -> None:
        """Sorts by the columns named, those with "-" the other way round."""
        terms: list[Any] = []
        for alias in aliases:
            column, downward = self.table.columns[alias.removeprefix("-")], alias.startswith("-")
            sorted_rows, modified = column.order(self.data, downward)
            if modified:
                self.data = _with_key_last(sorted_rows)
                return
            for path in column.column.order_by or (column.accessor,):
                reverse = downward != path.startswith("-")
                ranks = getattr(column.column, "ranks", ())
                terms.append(_term(self.data, path.removeprefix("-"), ranks, downward=reverse))
        if terms:
            self.data = self.data.order_by(*terms, "pk")


def _with_key_last(queryset: QuerySet) -> QuerySet:
    """The queryset in its own order, ending in the primary key; grouped rows have none and stay as they are."""
    query = queryset.query
    order = query.order_by or (queryset.model._meta.ordering if query.default_ordering else ())
    if isinstance(query.group_by, tuple) or (order and str(order[-1]).removeprefix("-") in {"pk", "id"}):
        return queryset
    return queryset.order_by(*order, "pk")


def _term(queryset: QuerySet, path: str, ranks: Sequence[object], *, downward: bool) -> OrderBy | str:
    target = F(path).resolve_expression(queryset.query.clone()).output_field
    if isinstance(target, ForeignObject):
        return f"-{path}" if downward else path
    key: F | Func | Case = F(path)
    if ranks or getattr(target, "choices", None):
        values = ranks or [value for value, _ in target.flatchoices]
        key = Case(*(When(**{path: value}, then=Value(rank)) for rank, value in enumerate(values)))
    elif isinstance(target, CharField | TextField):
        key = SortKey(key)
    return OrderBy(key, descending=downward, nulls_last=True)


class ListRows(TableListData):
    """Rows worked out in Python, sorted as the database would sort them; equal rows keep their order."""

    data: list[Any]

    def order_by(self, aliases: Iterable[str]) -> None:
        """Sorts by the columns named, those with "-" the other way round."""
        for alias in reversed(list(aliases)):
            column, downward = self.table.columns[alias.removeprefix("-")], alias.startswith("-")
            for path in reversed(column.column.order_by or (column.accessor,)):
                ranks = getattr(column.column, "ranks", ())
                self._sort(path.removeprefix("-"), ranks, downward=downward != path.startswith("-"))

    def _sort(self, path: str, ranks: Sequence[object], *, downward: bool) -> None:
        keys = {id(row): _key(reached(row, path.split("__")), ranks) for row in self.data}
        known = [row for row in self.data if keys[id(row)] is not None]
        missing = [row for row in self.data if keys[id(row)] is None]
        self.data = [*sorted(known, key=lambda row: keys[id(row)], reverse=downward), *missing]


def _key(value: Any, ranks: Sequence[object]) -> Any:
    if ranks:
        return ranks.index(value) if value in ranks else None
    return sort_key(value) if isinstance(value, str) else value
