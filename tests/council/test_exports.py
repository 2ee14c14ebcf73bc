"""Exports: nothing a person typed becomes a formula, and what goes out comes back the same."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from council.exports import (
    clean,
    csv_response,
    file_name,
    guard,
    unguard,
    xlsx_response,
)

FORMULAS = [
    pytest.param("=1+1", id="equals"),
    pytest.param('=HYPERLINK("http://evil.example","Click")', id="hyperlink"),
    pytest.param("=cmd|' /C calc'!A0", id="dde"),
    pytest.param("+1", id="plus"),
    pytest.param("-1", id="minus"),
    pytest.param("-2+3+cmd|' /C calc'!A0", id="minus-dde"),
    pytest.param("@SUM(A1:A9)", id="at"),
    pytest.param("\t=1+1", id="tab"),
    pytest.param("\r=1+1", id="carriage-return"),
    pytest.param("\n=1+1", id="line-feed"),
    pytest.param(" =1+1", id="behind-a-space"),
    pytest.param("\ufeff=1+1", id="behind-a-byte-order-mark"),
    pytest.param("\x00=1+1", id="behind-a-nul"),
    pytest.param("\x01\x02=1+1", id="behind-control-characters"),
    pytest.param("＝1+1", id="full-width-equals"),
    pytest.param("'=1+1", id="already-quoted"),
]

HARMLESS = [
    pytest.param("12%", id="percentage"),
    pytest.param("a=b", id="equals-inside"),
    pytest.param("O'Brien", id="apostrophe-inside"),
    pytest.param("'Tis so", id="apostrophe-first"),
    pytest.param("£2,000,000", id="pounds"),
    pytest.param("Siôn ŵ ŷ اردو 😀", id="many-scripts"),
    pytest.param('She said "no", twice', id="quotes-and-commas"),
    pytest.param("two\nlines", id="two-lines"),
    pytest.param("{{7*7}}", id="template"),
    pytest.param("<b>bold</b> & more", id="markup-as-text"),
]


def _read_csv(response):
    text = b"".join(response).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def _csv(*values, header=("Comment",)):
    return _read_csv(csv_response("list", header, [values]))[1]


def _read_xlsx(response):
    return load_workbook(io.BytesIO(b"".join(response))).active


def _xlsx(*values, header=("Comment",)):
    return _read_xlsx(xlsx_response("list", header, [values]))[2]


@pytest.mark.shows("T20", "T24", "S14")
@pytest.mark.parametrize("text", FORMULAS)
def test_csv_puts_an_apostrophe_before_what_would_run(text):
    (cell,) = _csv(text)
    assert cell == "'" + clean(text)


@pytest.mark.shows("T20", "T24", "S14")
@pytest.mark.parametrize("text", FORMULAS)
def test_xlsx_forces_what_would_run_to_text(text):
    (cell,) = _xlsx(text)
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.value == clean(text).replace("\r", "\n")


@pytest.mark.shows("T20", "S14")
@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_left_as_it_is(text):
    (in_csv,) = _csv(text)
    (in_xlsx,) = _xlsx(text)
    assert in_csv == text
    assert (in_xlsx.value, in_xlsx.data_type) == (text, "s")


@pytest.mark.shows("T20", "S14")
def test_headings_are_guarded_too():
    assert _read_csv(csv_response("list", ["=1+1"], []))[0] == ["'=1+1"]
    assert _read_xlsx(xlsx_response("list", ["=1+1"], []))[1][0].data_type == "s"


@pytest.mark.parametrize(
    "text", [pytest.param("#N/A", id="not-available"), pytest.param("#REF!", id="reference")]
)
def test_xlsx_keeps_the_words_of_an_excel_error_as_text(text):
    (cell,) = _xlsx(text)
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.shows("T21", "T24")
@given(st.text())
@example("'=1")
@example("''''+")
@example("\x00\ud800")
@example("a\r\n\tb")
def test_guard_comes_off_again(text):
    assert unguard(guard(text)) == text


@pytest.mark.shows("T21", "T24", "S14")
@given(st.lists(st.text(), min_size=1, max_size=4))
@example(["\ufeff=1", "'"])
@example(["\udcff", "\uffff", "\r"])
def test_csv_reads_back_as_the_same_text(texts):
    cells = _csv(*texts, header=["Column"] * len(texts))
    assert [unguard(cell) for cell in cells] == [clean(text) for text in texts]


@pytest.mark.shows("T21", "T24", "S14")
@given(st.lists(st.text(), min_size=1, max_size=4))
@example(["=1+1", "\x0b", "\udcff", "\uffff"])
def test_xlsx_reads_back_as_the_same_text_with_plain_line_ends(texts):
    cells = _xlsx(*texts, "end", header=["Column"] * (len(texts) + 1))[:-1]
    expected = [clean(text).replace("\r\n", "\n").replace("\r", "\n") for text in texts]
    assert [cell.value or "" for cell in cells] == expected
    assert all(cell.data_type == "s" for cell in cells if cell.value)


@pytest.mark.parametrize(
    "respond, kind, ending",
    [
        pytest.param(csv_response, "text/csv; charset=utf-8", "csv", id="csv"),
        pytest.param(
            xlsx_response,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
            id="xlsx",
        ),
    ],
)
def test_an_export_is_a_download_of_its_kind(respond, kind, ending):
    response = respond("My returns", ["Name"], [["Parks"]])
    assert response.status_code == 200
    assert response.headers["Content-Type"] == kind
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Disposition"] == f'attachment; filename="my-returns.{ending}"'


@pytest.mark.parametrize(
    "name, safe",
    [
        pytest.param("../../etc/passwd", "etcpasswd.csv", id="no-path"),
        pytest.param('a"b\r\nSet-Cookie: x', "ab-set-cookie-x.csv", id="no-new-header"),
        pytest.param("Économie – 2026/27", "economie-202627.csv", id="plain-letters"),
        pytest.param("اردو", "list.csv", id="no-letters-left"),
        pytest.param("x" * 300, "x" * 80 + ".csv", id="not-too-long"),
    ],
)
def test_file_names_are_safe_everywhere(name, safe):
    assert file_name(name, "csv") == safe


def test_csv_is_sent_while_its_rows_are_read():
    read = []

    def rows():
        for number in range(10_000):
            read.append(number)
            yield [number]

    response = csv_response("numbers", ["Number"], rows())
    parts = iter(response)
    next(parts)
    next(parts)
    assert 0 < len(read) < 1_000
    assert sum(part.count(b"\r\n") for part in parts) + 200 == 10_001
