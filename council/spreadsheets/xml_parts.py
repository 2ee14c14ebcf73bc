"""Going through a part of a workbook: XML without document types, one element after the other, never as a whole.

Expat itself and not a tree, since a sheet may have half a million cells, and not openpyxl's reader either: that one
keeps a formula or its value but not both, fills every gap with empty cells and stops at a style it does not know.
"""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from council.spreadsheets.archive import DAMAGED, CountedPart
from council.spreadsheets.sheet import SpreadsheetProblem

READ_AT_ONCE = 1 << 16
TRUE = ("1", "true")

Attributes = Mapping[str, str]


class Enough(Exception):
    """Raised by whoever goes through a part and has seen what it needs."""


def go_through(
    part: CountedPart,
    *,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Tells of every element as it begins and ends, by its name without prefix. SpreadsheetProblem for bad XML."""
    names: dict[str, str] = {}

    def started(tag: str, attributes: Attributes) -> None:
        if tag not in names:
            names[tag] = tag.rpartition(":")[2]
        start(names[tag], attributes)

    def ended(tag: str) -> None:
        if end:
            end(names[tag])

    # Expat fetches nothing from elsewhere; without a document type there is nothing to expand either.
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    if text:
        parser.CharacterDataHandler = text
    try:
        while data := part.read(READ_AT_ONCE):
            parser.Parse(data, False)
        parser.Parse(b"", True)
    except Enough:
        return
    except (expat.ExpatError, LookupError) as fault:
        raise SpreadsheetProblem(DAMAGED) from fault


def _refuse(*_: object) -> None:
    raise SpreadsheetProblem(DAMAGED)
