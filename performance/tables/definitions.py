"""What exactly was counted, in columns of a file: the definition that held on the last day of a row's period."""

from collections.abc import Callable
from typing import Any

from council.tables import Column
from performance.figures.definitions import Definitions
from performance.rules.importing.kinds import DEFINITION_HEADINGS

NOT_WRITTEN = "Not written down"
FIELDS = ("wording", "numerator", "denominator", "source", "number", "starts_on", "breaks_series")


class DefinitionColumn(Column):
    """One field of the definition that held for a row; `placed` gives the row's indicator and last day."""

    empty_values = ()

    def __init__(self, field: str, known: Definitions, placed: Callable[[Any], Any], **options: Any) -> None:
        super().__init__(accessor="pk", orderable=False, **options)
        self.field, self.known, self.placed = field, known, placed

    def value(self, value: Any, record: Any = None) -> object:
        found = self.known.on(*self.placed(record))
        if found is None:
            return NOT_WRITTEN if self.field == "wording" else None
        return getattr(found, self.field) or ("No" if self.field == "breaks_series" else None)


def definition_columns(known: Definitions, placed: Callable[[Any], Any]) -> list[tuple[str, Column]]:
    """The columns for a file's `extra_columns`."""
    return [
        (f"definition_{field}", DefinitionColumn(field, known, placed, verbose_name=heading))
        for field, heading in zip(FIELDS, DEFINITION_HEADINGS, strict=True)
    ]
