"""What a cell of a workbook shows, as text: plain digits, "45%", "2005-04-07"."""

import datetime
from contextlib import suppress
from decimal import Context, Decimal, InvalidOperation

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel, from_ISO8601

from council.spreadsheets.parts import Format

EXCEL_DIGITS = Context(prec=15)
"""Excel keeps a binary fraction with seventeen digits, of which it shows fifteen."""
MOST_PLACES = 30
"""Digits before or after the point that a number is written out with."""


def shown_value(kind: str, written: str, shape: Format, *, from_1904: bool) -> str:
    """The text of a cell whose value is in the cell itself; `kind` is the type that the cell gives."""
    if kind == "b":
        return "TRUE" if written == "1" else "FALSE"
    if kind == "d":
        with suppress(ValueError):
            return _moment(from_ISO8601(written))
        return written
    if kind != "n":
        return written
    try:
        number = EXCEL_DIGITS.create_decimal(written.strip())
    except InvalidOperation:
        return written
    if not number.is_finite():
        return written
    if shape in (Format.DATE, Format.DURATION):
        with suppress(ValueError, OverflowError):
            epoch = MAC_EPOCH if from_1904 else WINDOWS_EPOCH
            return _moment(from_excel(float(number), epoch, timedelta=shape is Format.DURATION))
        return _plain(number)
    return f"{_plain(number.scaleb(2))}%" if shape is Format.PER_CENT else _plain(number)


def _plain(number: Decimal) -> str:
    """The digits without an exponent, unless it would take a line of noughts."""
    if number and not -MOST_PLACES < number.adjusted() < MOST_PLACES:
        return str(number)
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _moment(value: object) -> str:
    """A day as 2005-04-07, with its time where it has one; a time of day or a stretch of time as 09:30."""
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d}" if value.time() == datetime.time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, datetime.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return f"{value:%H:%M}" if isinstance(value, datetime.time) else str(value)
