"""Columns of a file that tell what was worked out beforehand of all its indicators at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from council.tables import Column


class FactColumn(Column):
    """One fact of a row's indicator; blank where nothing is known of it."""

    empty_values = ()

    def __init__(self, cell: Callable[[Any], object], known: Mapping[int, Any], *, verbose_name: str) -> None:
        super().__init__(accessor="pk", orderable=False, verbose_name=verbose_name)
        self.cell, self.known = cell, known

    def value(self, value: int) -> object:
        found = self.known.get(value)
        return None if found is None else self.cell(found)


def fact_columns(
    name: str, headings: Sequence[str], cells: Sequence[Callable[[Any], object]], known: Mapping[int, Any]
) -> list[tuple[str, Column]]:
    """The columns for a file's `extra_columns`: a cell for each heading. ValueError when there are not as many."""
    return [
        (f"{name}_{place}", FactColumn(cell, known, verbose_name=heading))
        for place, (heading, cell) in enumerate(zip(headings, cells, strict=True))
    ]
