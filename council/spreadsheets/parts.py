"""The parts of a workbook beside its sheets: which sheets there are, its shared texts, its number formats."""

import posixpath
import re
from dataclasses import dataclass
from enum import Enum

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from council.spreadsheets.archive import Archive
from council.spreadsheets.limits import MOST_TEXT
from council.spreadsheets.sheet import SpreadsheetProblem
from council.spreadsheets.xml_parts import TRUE, Attributes, go_through

PACKAGE = ""
"""The package as a whole, whose relation leads to the workbook."""

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')


class Format(Enum):
    """What a number format makes of a number."""

    PLAIN = "plain"
    PER_CENT = "per cent"
    DATE = "date"
    DURATION = "duration"


@dataclass(frozen=True)
class SheetName:
    """A sheet: its title, the part that holds it, and whether people see it."""

    title: str
    part: str
    is_hidden: bool


@dataclass(frozen=True)
class Book:
    """Where the parts of a workbook are; a part that it does not have is "". `from_1904` is how it counts days."""

    sheets: tuple[SheetName, ...]
    texts: str
    styles: str
    from_1904: bool


def look_up(archive: Archive) -> Book:
    """The parts of a workbook, its worksheets in their order. SpreadsheetProblem where it is no workbook."""
    main = next(
        (path for kind, path in _relations(archive, PACKAGE).values() if kind == "officeDocument"), ""
    )
    if main not in archive.parts:
        raise SpreadsheetProblem("This file is not an Excel workbook. Save the table as .xlsx or CSV.")
    relations = _relations(archive, main)
    sheets: list[SheetName] = []
    epochs: list[bool] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "workbookPr":
            epochs.append(attributes.get("date1904") in TRUE)
        elif name == "sheet":
            key = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            kind, path = relations.get(key, ("", ""))
            if kind == "worksheet" and path in archive.parts:
                is_hidden = attributes.get("state") in ("hidden", "veryHidden")
                sheets.append(SheetName(attributes.get("name", ""), path, is_hidden))

    go_through(archive.open(main), start=start)
    paths = {kind: path for kind, path in relations.values() if path in archive.parts}
    return Book(tuple(sheets), paths.get("sharedStrings", ""), paths.get("styles", ""), any(epochs))


def _relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """What a part leads to within the file: by its id there, the kind and the path. Links outward are left out."""
    folder, _, name = part.rpartition("/")
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            found[attributes.get("Id", "")] = (kind, target.lstrip("/"))

    if path in archive.parts:
        go_through(archive.open(path), start=start)
    return found


class TextReader:
    """Gathers the texts of a part: runs of different formats joined, without the readings that stand over Japanese.

    Of a text that is too long no more is kept than shows it.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._size = 0
        self._is_open = False
        self._in_reading = False

    def start(self, name: str) -> None:
        self._in_reading = self._in_reading or name == "rPh"
        self._is_open = name == "t" and not self._in_reading

    def end(self, name: str) -> None:
        self._is_open = False
        self._in_reading = self._in_reading and name != "rPh"

    def text(self, piece: str) -> None:
        if self._is_open and self._size <= MOST_TEXT:
            self._pieces.append(piece[: MOST_TEXT + 1])
            self._size += len(piece)

    def take(self) -> str:
        """The text so far, which is then forgotten."""
        whole = "".join(self._pieces)
        self._pieces, self._size = [], 0
        return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), whole) if "_x" in whole else whole


def shared_texts(archive: Archive, part: str) -> list[str]:
    """The texts that cells share, by their numbers; none where there is no such part."""
    texts: list[str] = []
    reader = TextReader()

    def end(name: str) -> None:
        reader.end(name)
        if name == "si":
            texts.append(reader.take())

    if part:
        go_through(archive.open(part), start=lambda name, _: reader.start(name), end=end, text=reader.text)
    return texts


def formats(archive: Archive, part: str) -> list[Format]:
    """What each style of the workbook makes of a number, by the style's number; none where there is no such part."""
    codes: dict[str, str] = {}
    numbers: list[str] = []
    within: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "xf" and within and within[-1] == "cellXfs":
            numbers.append(attributes.get("numFmtId", ""))
        within.append(name)

    def end(_: str) -> None:
        within.pop()

    if part:
        go_through(archive.open(part), start=start, end=end)
    return [_format(number, codes) for number in numbers]


def _format(number: str, codes: dict[str, str]) -> Format:
    built_in = BUILTIN_FORMATS.get(int(number), "") if number.isdecimal() and len(number) < 9 else ""
    code = codes.get(number) or built_in
    if is_timedelta_format(code):
        return Format.DURATION
    if is_date_format(code):
        return Format.DATE
    return Format.PER_CENT if "%" in _LITERALS.sub("", code.split(";")[0]) else Format.PLAIN
