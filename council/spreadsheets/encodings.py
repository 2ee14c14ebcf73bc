"""The encoding of a text file: told from its bytes, and never guessed where two would both do."""

import codecs
import re

from council.spreadsheets.sheet import SpreadsheetProblem

SAVE_AS = "Save the table again as “CSV UTF-8”, or as an Excel workbook."
LOOKED_AT = 4_000
"""Bytes from which it is told whether a file without a mark is in UTF-16."""
MOST_CONTROLS = 100
"""One character in so many may be a control character; beyond that it is no text."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f]")


def decode(content: bytes) -> str:
    """The text of a file: UTF-8, UTF-16, or the Windows-1252 that older Excels write.

    SpreadsheetProblem, which names the row, where a byte belongs to none of them or two are mixed; and where the
    bytes are no text at all.
    """
    content = content.rstrip(b"\x1a")  # The end of a file, to old programs.
    text = _decoded(content, _encoding(content))
    if len(_CONTROLS.findall(text)) * MOST_CONTROLS > len(text):
        raise SpreadsheetProblem(
            "This file does not hold text. Bring a CSV file or an Excel workbook (.xlsx)."
        )
    return text.replace("\ufeff", "")


def _encoding(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    start = content[:LOOKED_AT]
    half = len(start) // 2
    # Most letters of a table are of one byte, so that every second byte of UTF-16 is nought.
    if half > 1 and len(content) % 2 == 0:
        if start[1::2].count(0) > 0.6 * half and start[::2].count(0) < 0.1 * half:
            return "utf-16-le"
        if start[::2].count(0) > 0.6 * half and start[1::2].count(0) < 0.1 * half:
            return "utf-16-be"
    return "utf-8"


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        if encoding == "utf-8" and not _has_utf_8(content):
            return _windows(content)
        raise SpreadsheetProblem(
            f"Row {_row_of(content, problem.start, encoding)} holds characters of another encoding than the rest. "
            f"{SAVE_AS}"
        ) from problem


def _windows(content: bytes) -> str:
    """Text in Windows-1252, which has no meaning for five bytes."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as problem:
        row = _row_of(content, problem.start, "cp1252")
        raise SpreadsheetProblem(f"Row {row} holds a character that cannot be read. {SAVE_AS}") from problem


def _has_utf_8(content: bytes) -> bool:
    """Whether some signs beyond ASCII are in UTF-8: then the file is not in Windows-1252."""
    for signs in _BEYOND_ASCII.finditer(content):
        try:
            signs[0].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return True
    return False


def _row_of(content: bytes, place: int, encoding: str) -> int:
    """The line of a byte, from 1."""
    before = content[:place].decode(encoding, errors="replace")
    return 1 + len(re.findall("\r\n|\r|\n", before))
