"""The zipped parts of a workbook: looked over before anything is unzipped, and counted while it is."""

import io
import zipfile
import zlib
from typing import IO

from council.spreadsheets.limits import MEGABYTE, MOST_INFLATED, MOST_PARTS, MOST_RATIO, RATIO_FROM
from council.spreadsheets.sheet import SpreadsheetProblem

DAMAGED = "This workbook is damaged. Open it in Excel, save it again and bring the new file."
TOO_LARGE = (
    f"This workbook holds more than {MOST_INFLATED // MEGABYTE} megabytes once it is opened, or swells more than any "
    "real table does. Save only the table, without anything else, and bring that."
)
_ENCRYPTED = 0x1
_PLAIN_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Archive:
    """A zip file that is trusted in nothing: what it says of its sizes is checked, and counted again."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self.parts = {part.filename: part for part in self._zip.infolist()}
        except _FAULTS as fault:
            raise SpreadsheetProblem(DAMAGED) from fault
        self._left = MOST_INFLATED
        self._look_over(self._zip.infolist())

    def open(self, name: str) -> "CountedPart":
        """A part to be read. KeyError when there is none of that name."""
        try:
            return CountedPart(self._zip.open(self.parts[name]), self)
        except _FAULTS as fault:
            raise SpreadsheetProblem(DAMAGED) from fault

    def count(self, size: int) -> None:
        """Counts what was unzipped, and stops where it is too much."""
        self._left -= size
        if self._left < 0:
            raise SpreadsheetProblem(TOO_LARGE)

    def _look_over(self, parts: list[zipfile.ZipInfo]) -> None:
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise SpreadsheetProblem("This file has a password. Remove the password and bring it again.")
        if len(self.parts) != len(parts) or any(part.compress_type not in _PLAIN_WAYS for part in parts):
            raise SpreadsheetProblem(DAMAGED)
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_INFLATED:
            raise SpreadsheetProblem(TOO_LARGE)
        for part in parts:
            if part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * part.compress_size:
                raise SpreadsheetProblem(TOO_LARGE)


class CountedPart(io.RawIOBase):
    """A part of an archive while it is read."""

    def __init__(self, part: IO[bytes], archive: Archive) -> None:
        super().__init__()
        self._part, self._archive = part, archive

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes. SpreadsheetProblem where they are too many or cannot be unzipped."""
        try:
            data = self._part.read(size)
        except _FAULTS as fault:
            raise SpreadsheetProblem(DAMAGED) from fault
        self._archive.count(len(data))
        return data
