"""Lists as files: CSV and XLSX that a spreadsheet opens as text, numbers and dates, and never as formulas.

What each kind of value becomes:

| value | CSV | XLSX |
|--|--|--|
| text | guarded (see `guard`) | forced to text, never a formula |
| number | plain digits, no separators | a number; text past 15 digits, which Excel would round |
| yes or no | "Yes", "No" | the same |
| date | 2005-04-07 | a real date; text before 1900, which Excel cannot hold |
| date and time | council's local time, with its offset | council's local time, without |
| nothing | empty | empty |

Sources: ASVS 5.0 1.2.10 (triggers of a formula); Excel's limits are those Microsoft publishes.
"""

import csv
import datetime as dt
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from itertools import chain, islice

from django.db.models import Choices
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.encoding import force_str
from django.utils.html import strip_tags
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeData
from django.utils.text import slugify
from django.utils.timezone import is_aware, localtime

Value = str | int | float | Decimal | dt.date | dt.time | None
"""A cell ready to be written; `dt.datetime` is a `dt.date`, and is local and without a zone."""

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Control characters but tab and line ends, halves of surrogate pairs, non-characters: XML holds none."""

TRIGGER = re.compile(r"'*[\s\ufeff]*[=+\-@\t\r\n＝＋－＠]")
"""The start of text that a spreadsheet may run as a formula, perhaps behind blanks or earlier guards."""
GUARDED = re.compile("'" + TRIGGER.pattern)


def clean(text: str) -> str:
    """Text without the characters that no file of ours can hold."""
    return UNWRITABLE.sub("", text)


def guard(text: str) -> str:
    """Text for CSV, with an apostrophe before what a spreadsheet would run; `unguard` takes it off again."""
    return f"'{text}" if TRIGGER.match(text) else text


def unguard(cell: str) -> str:
    """The text that `guard` was given: for every text, `unguard(guard(text)) == text`."""
    return cell[1:] if GUARDED.match(cell) else cell


def plain(value: object) -> Value:
    """A table's value as one that a file can hold: no markup, local times, words for choices and for yes."""
    if isinstance(value, Choices):
        return str(value.label)
    if value is None or isinstance(value, str):
        return _text(value or "") or None
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, dt.datetime):
        return localtime(value) if is_aware(value) else value
    if isinstance(value, int | dt.date | dt.time):
        return value
    if isinstance(value, float | Decimal):
        return value if Decimal(value).is_finite() else None
    return clean(force_str(value))


def _text(text: str) -> str:
    unmarked = html.unescape(strip_tags(text)) if isinstance(text, SafeData) else str(text)
    return clean(unmarked)


def csv_cell(value: object) -> str:
    """One value as the text of a CSV cell."""
    ready = plain(value)
    if ready is None:
        return ""
    if isinstance(ready, str):
        return guard(ready)
    if isinstance(ready, Decimal):
        return format(ready, "f")
    return ready.isoformat() if isinstance(ready, dt.date | dt.time) else str(ready)


class _Line:
    """A file to `csv.writer` that hands each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The CSV file, some hundred lines at a time; the byte order mark is what makes Excel read £ and ŵ."""
    writer = csv.writer(_Line())
    lines = (writer.writerow([csv_cell(value) for value in row]) for row in chain([header], rows))
    yield "\ufeff"
    while batch := "".join(islice(lines, 200)):
        yield batch


def csv_response(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponseBase:
    """A CSV file called after `name`, sent while its rows are read, so that any number of rows fits."""
    response = StreamingHttpResponse(csv_lines(header, rows), content_type=CSV_TYPE)
    return _as_download(response, file_name(name, "csv"))


def xlsx_response(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponseBase:
    """An XLSX file called after `name`; its rows wait on disk, so that only the zipped file is in memory."""
    # Its library takes as much memory as all that pages are made from: a process reads it for its first workbook.
    from council.exports.workbooks import write_xlsx

    file = BytesIO()
    write_xlsx(file, header, rows)
    return _as_download(HttpResponse(file.getbuffer(), content_type=XLSX_TYPE), file_name(name, "xlsx"))


def file_name(name: str, ending: str) -> str:
    """A name that every system can save, such as "indicators-quarter-2.csv"."""
    return f"{slugify(name)[:80] or 'list'}.{ending}"


def _as_download(response: HttpResponseBase, name: str) -> HttpResponseBase:
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
