"""Tables in Excel workbooks: each cell as the number, day or word that it shows."""

import datetime as dt
import io
from decimal import Decimal

import pytest
from openpyxl import Workbook

from council.exports.workbooks import write_xlsx
from council.spreadsheets import SpreadsheetProblem, read_sheet
from tests.council.workbook_files import (
    DATE,
    DURATION,
    LITERAL,
    LONG_DATE,
    MAIN,
    MOMENT,
    ONE_PLACE,
    PER_CENT,
    POUNDS,
    number,
    rows,
    said,
    sheet,
    workbook,
    zipped,
)


def read(content):
    return read_sheet("returns.xlsx", content)


def cells(content):
    return [row.cells for row in read(content).rows]


def shown(cell, **options):
    """What one cell of a workbook comes to."""
    return cells(workbook(rows([cell]), **options))[0][0]


def refusal(content):
    with pytest.raises(SpreadsheetProblem) as told:
        read(content)
    return told.value.sentence


@pytest.mark.shows("N51", "D13")
@pytest.mark.parametrize(
    "cell, text",
    [
        pytest.param(number("45"), "45", id="whole-number"),
        pytest.param(number("0.30000000000000004"), "0.3", id="binary-fraction"),
        pytest.param(number("12.800000000000001"), "12.8", id="seventeen-digits"),
        pytest.param(number("-5"), "-5", id="minus"),
        pytest.param(number("1E3"), "1000", id="exponent"),
        pytest.param(number("1.5E-3"), "0.0015", id="small"),
        pytest.param(number("1E+300"), "1E+300", id="beyond-any-figure"),
        pytest.param(number("0"), "0", id="nought"),
        pytest.param(number("0.45", PER_CENT), "45%", id="per-cent"),
        pytest.param(number("0.12800000000000000", ONE_PLACE), "12.8%", id="per-cent-of-its-own-format"),
        pytest.param(number("1", PER_CENT), "100%", id="hundred-per-cent"),
        pytest.param(number("12.5", LITERAL), "12.5", id="per-cent-sign-as-a-word"),
        pytest.param(number("1234.5", POUNDS), "1234.5", id="pounds"),
        pytest.param(number("38449", DATE), "2005-04-07", id="day"),
        pytest.param(number("38449", LONG_DATE), "2005-04-07", id="day-in-words"),
        pytest.param(number("38449.604166666664", MOMENT), "2005-04-07 14:30", id="moment"),
        pytest.param(number("1.5", DURATION), "36:00", id="duration"),
        pytest.param(number("0.604166666666667", MOMENT), "14:30", id="time-of-day"),
        pytest.param(number("99999999999", DATE), "99999999999", id="no-such-day"),
        pytest.param('<c t="d"><v>2005-04-07T00:00:00</v></c>', "2005-04-07", id="day-in-full"),
        pytest.param('<c t="b"><v>1</v></c>', "TRUE", id="true"),
        pytest.param('<c t="b"><v>0</v></c>', "FALSE", id="false"),
        pytest.param(said("12 "), "12", id="text-with-a-blank"),
        pytest.param(said("=1+1"), "=1+1", id="text-like-a-formula"),
        pytest.param('<c t="str"><f>A1&amp;"x"</f><v>LP1x</v></c>', "LP1x", id="formula-with-its-text"),
        pytest.param("<c><f>SUM(A2:A9)</f><v>17</v></c>", "17", id="formula-with-its-value"),
        pytest.param(f'<c s="{PER_CENT}"><f>A2/A3</f><v>0.5</v></c>', "50%", id="formula-in-per-cent"),
        pytest.param(
            '<c t="str"><f>IF(1,"","")</f><v></v></c><c><v>1</v></c>', "", id="formula-that-shows-nothing"
        ),
        pytest.param(
            '<c t="inlineStr"><is><r><t>on</t></r><r><t>ly</t></r></is></c>', "only", id="rich-text"
        ),
        pytest.param('<c t="n" s="9999"><v>5</v></c>', "5", id="unknown-style"),
        pytest.param("<c><v>NaN</v></c>", "NaN", id="not-a-number"),
    ],
)
def test_cell_is_read_as_what_it_shows(cell, text):
    assert shown(cell) == text


@pytest.mark.shows("D13")
def test_day_counted_from_1904_is_the_same_day():
    assert shown(number("36987", DATE), from_1904=True) == "2005-04-07"


def test_shared_texts_are_joined_from_their_runs_without_readings_over_them():
    shared = "<si><t>plain</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh><t>over</t></rPh></si>"
    shared += "<si><t>line_x000D_\nbreak</t></si>"
    body = rows(['<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', '<c t="s"><v>2</v></c>'])

    assert cells(workbook(body, shared=shared)) == [("plain", "two runs", "line\nbreak")]


@pytest.mark.shows("N52")
@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#N/A", "#VALUE!"])
def test_error_cell_is_refused_by_its_name(error):
    sheet = read(
        workbook(rows([said("ref"), said("value")], [said("LP1"), f'<c t="e"><f>X</f><v>{error}</v></c>']))
    )

    (problem,) = sheet.problems
    assert (problem.name, problem.text) == ("B2", error)
    assert (
        problem.sentence == f"The cell B2 shows an error, {error}. Put its formula right, or type the value."
    )


def test_formula_without_its_value_is_refused_by_its_name():
    (problem,) = read(workbook(rows([said("ref")], ["<c><f>SUM(B1:B9)</f></c>"]))).problems

    assert problem.sentence == (
        "The cell A2 holds a formula whose value was not saved. Open the file in Excel, save it and bring it again."
    )


def test_gaps_keep_every_cell_in_its_place():
    body = (
        '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5"><c r="A5"><v>3</v></c></row>'
    )

    found = read(workbook(body)).rows

    assert [(row.number, row.cells) for row in found] == [(2, ("", "1", "", "2")), (5, ("3",))]


@pytest.mark.shows("FILE-39")
def test_hidden_sheets_are_left_out_and_said():
    table = rows([said("ref")], [said("LP1")])
    sheet = read(workbook(rows([said("old")]), table, rows([said("notes")]), names=["Old", "List", "Notes"],
                          states=["hidden", "visible", "visible"]))  # fmt: skip

    assert sheet.rows[1].cells == ("LP1",)
    assert sheet.notes == (
        "Only the sheet “List” is read. Left out: “Notes”.",
        "Hidden sheets are not read. Left out: “Old”.",
    )


@pytest.mark.shows("FILE-39")
def test_hidden_rows_and_columns_are_read_and_said():
    body = (
        f'<row r="1">{said("ref")}{said("value")}</row><row r="2" hidden="1">{said("LP1")}{said("5")}</row>'
    )
    sheet_xml = sheet(
        body,
        columns='<cols><col min="2" max="9" hidden="1"/></cols>',
        after='<mergeCells><mergeCell ref="A3:A4"/></mergeCells>',
    )

    found = read(workbook(sheet_xml))

    assert found.rows[1].cells == ("LP1", "5")
    assert found.notes == (
        "Hidden rows are read like the others: 2.",
        "Hidden columns are read like the others: B.",
        "Merged cells count for their first row and column only: A3:A4.",
    )


def test_first_sheet_with_something_on_it_is_read():
    assert cells(workbook("", rows([said("ref")]))) == [("ref",)]


@pytest.mark.parametrize(
    "content, sentence",
    [
        pytest.param(
            workbook("", states=["hidden"]), "This workbook has no sheet that can be seen.", id="all-hidden"
        ),
        pytest.param(workbook(""), "The file has no rows.", id="blank"),
        pytest.param(zipped({"word/document.xml": "<x/>"}), "This file is not an Excel workbook.", id="word"),
        pytest.param(zipped({"mimetype": "x"}), "This is an OpenDocument file.", id="opendocument"),
        pytest.param(zipped({"xl/workbook.bin": "x"}), "This is a binary workbook (.xlsb).", id="binary"),
        pytest.param(
            workbook("", extra={"xl/vbaProject.bin": "x"}.items()), "This workbook holds macros.", id="macros"
        ),
        pytest.param(workbook("<row r='1'><c><v>1</v>"), "This workbook is damaged.", id="xml-cut-off"),
        pytest.param(
            workbook(rows(['<c t="s"><v>7</v></c>'])), "This workbook is damaged.", id="no-such-text"
        ),
        pytest.param(
            workbook("<row r='2'/><row r='1'/>"), "This workbook is damaged.", id="rows-out-of-order"
        ),
        pytest.param(
            workbook("<row r='2'><c r='A1'/></row>"), "This workbook is damaged.", id="cell-elsewhere"
        ),
        pytest.param(workbook(rows([said("a")]))[:-30], "This workbook is damaged.", id="zip-cut-off"),
    ],
)
def test_workbook_without_a_table_is_refused_for_what_it_is(content, sentence):
    assert refusal(content).startswith(sentence)


def test_prefixed_names_are_read_like_plain_ones():
    body = f'<x:worksheet xmlns:x="{MAIN[7:-1]}"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData>'

    assert cells(workbook(body + "</x:worksheet>")) == [("5",)]


def test_workbook_of_another_program_is_read():
    book = Workbook()
    book.active.append(["ref", "value", "on"])
    book.active.append(["LP1", 0.5, dt.date(2005, 4, 7)])
    book.active["B2"].number_format = "0%"
    file = io.BytesIO()
    book.save(file)

    assert cells(file.getvalue()) == [("ref", "value", "on"), ("LP1", "50%", "2005-04-07")]


@pytest.mark.shows("T20", "T21")
def test_own_export_is_read_as_it_was_written():
    file = io.BytesIO()
    write_xlsx(file, ["text", "number", "day"], [["=1+1", Decimal("12.8000"), dt.date(2005, 4, 7)]])

    assert cells(file.getvalue())[1] == ("=1+1", "12.8", "2005-04-07")


def test_data_of_a_sheet_makes_the_sheet_again():
    found = read(workbook(rows([said("ref"), '<c t="e"><v>#N/A</v></c>'])))

    assert type(found).from_data(found.as_data()) == found
