"""What each kind of value becomes in a CSV and in an XLSX file."""

import csv
import datetime as dt
import io
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils.html import format_html
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from council.exports import csv_response, xlsx_response
from council.rag import Rag


def _csv(*values, header=("Comment",)):
    text = b"".join(csv_response("list", header, [values])).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))[1]


def _xlsx(*values, header=("Comment",)):
    return load_workbook(io.BytesIO(b"".join(xlsx_response("list", header, [values])))).active[2]


@pytest.mark.shows("S14")
@pytest.mark.parametrize(
    "value, in_csv, in_xlsx, kind",
    [
        pytest.param(-5, "-5", -5, "n", id="negative-whole-number"),
        pytest.param(1234567, "1234567", 1234567, "n", id="no-separators"),
        pytest.param(Decimal("-12.50"), "-12.50", -12.5, "n", id="negative-decimal"),
        pytest.param(Decimal("1E+3"), "1000", 1000, "n", id="no-exponent"),
        pytest.param(0, "0", 0, "n", id="nought"),
        pytest.param(12.5, "12.5", 12.5, "n", id="float"),
        pytest.param(
            1234567890123456789, "1234567890123456789", "1234567890123456789", "s", id="past-15-digits"
        ),
        pytest.param(10**20, "1" + "0" * 20, 10**20, "n", id="large-but-round"),
        pytest.param(float("nan"), "", None, "n", id="not-a-number"),
        pytest.param(Decimal("Infinity"), "", None, "n", id="infinity"),
        pytest.param(None, "", None, "n", id="nothing"),
        pytest.param("", "", None, "n", id="empty-text"),
        pytest.param(True, "Yes", "Yes", "s", id="yes"),
        pytest.param(False, "No", "No", "s", id="no"),
        pytest.param(Rag.NOT_KNOWN, "Not known", "Not known", "s", id="a-choice-by-its-word"),
        pytest.param(dt.date(2005, 4, 7), "2005-04-07", dt.datetime(2005, 4, 7), "d", id="date"),
        pytest.param(dt.date(1899, 12, 31), "1899-12-31", "1899-12-31", "s", id="date-before-excel"),
        pytest.param(dt.time(14, 2), "14:02:00", dt.time(14, 2), "d", id="time"),
        pytest.param(
            dt.datetime(2026, 6, 30, 22, 59, tzinfo=dt.UTC),
            "2026-06-30T23:59:00+01:00",
            dt.datetime(2026, 6, 30, 23, 59),
            "d",
            id="summer-time",
        ),
        pytest.param(
            dt.datetime(2026, 1, 5, 9, 30, tzinfo=ZoneInfo("Europe/London")),
            "2026-01-05T09:30:00+00:00",
            dt.datetime(2026, 1, 5, 9, 30),
            "d",
            id="winter-time",
        ),
        pytest.param(
            format_html("<a href='/x'>{}</a>", "Parks & <open> spaces"),
            "Parks & <open> spaces",
            "Parks & <open> spaces",
            "s",
            id="markup-loses-its-tags",
        ),
    ],
)
def test_values_keep_their_kind(value, in_csv, in_xlsx, kind):
    (text,) = _csv(value)
    (cell,) = _xlsx(value)
    assert text == in_csv
    assert (cell.value, cell.data_type) == (in_xlsx, kind)


def test_xlsx_dates_are_written_the_british_way():
    day, moment = _xlsx(dt.date(2005, 4, 7), dt.datetime(2005, 4, 7, 9, 30), header=["Day", "Moment"])
    assert day.number_format == "d mmmm yyyy"
    assert moment.number_format == "d mmmm yyyy hh:mm"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, max_value=10**9, min_value=-(10**9)))
def test_csv_numbers_read_back_exactly(number):
    (cell,) = _csv(number)
    assert Decimal(cell) == number


def test_text_longer_than_an_excel_cell_is_cut_with_a_note_and_whole_in_csv():
    text = "😀" * 20_000
    (in_csv,) = _csv(text)
    (in_xlsx,) = _xlsx(text)
    assert in_csv == text
    assert len(in_xlsx.value.encode("utf-16-le")) // 2 <= 32_767
    assert in_xlsx.value.startswith("😀" * 16_000)
    assert in_xlsx.value.endswith("[cut here: an Excel cell holds no more; the CSV file has it all]")
