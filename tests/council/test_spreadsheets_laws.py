"""Laws of reading files: any bytes end in a table or in a sentence, and what goes out comes back."""

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from council.exports import clean, csv_lines, unguard
from council.exports.workbooks import write_xlsx
from council.spreadsheets import Sheet, SpreadsheetProblem, cell_name, column_letters, read_sheet
from council.text import clean_text
from tests.council.workbook_files import rows, workbook


def answered(name, content):
    """The sheet, or the sentence that was given instead."""
    try:
        return read_sheet(name, content)
    except SpreadsheetProblem as problem:
        return problem.sentence


def is_whole(answer):
    """Whether an answer is a sentence, or a sheet that has something in each row and can be kept as data."""
    if isinstance(answer, str):
        return answer.endswith(".")
    return all(row.cells for row in answer.rows) and Sheet.from_data(answer.as_data()) == answer


BYTES = st.binary(max_size=300) | st.text(max_size=200).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)


@pytest.mark.shows("R1", "S12")
@given(name=st.sampled_from(["a.csv", "a.txt", "a.xlsx", "a.tsv", "a"]) | st.text(max_size=8), content=BYTES)
@example(name="a.csv", content=b"\xff\xfe\x00")
@example(name="a.csv", content=b'"')
@example(name="a.csv", content=b"\x00\x00\x00\x00")
@example(name="a.xlsx", content=b"PK\x03\x04" + b"\x00" * 60)
def test_any_bytes_are_a_table_or_end_in_a_sentence(name, content):
    assert is_whole(answered(name, content))


PIECES = st.sampled_from(
    ["<row>", "</row>", "<c>", "</c>", "<v>", "</v>", "<f/>", '<c t="s">', '<c t="e">', '<c t="inlineStr">', "<is>",
     "<t>", "</t>", "</is>", '<row r="9">', '<c r="ZZZ9" s="1">', "1", "0.5", "&amp;", "&b;", "<!--", "\x01", "é"]
)  # fmt: skip


@pytest.mark.shows("R1", "S12")
@given(st.lists(PIECES, max_size=20).map("".join))
def test_any_sheet_is_a_table_or_ends_in_a_sentence(body):
    assert is_whole(answered("a.xlsx", workbook(body)))


@pytest.mark.shows("R1")
@given(st.data())
def test_a_workbook_with_any_byte_changed_is_a_table_or_ends_in_a_sentence(data):
    content = bytearray(workbook(rows(["<c><v>1</v></c>", '<c t="inlineStr"><is><t>a</t></is></c>'])))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    assert is_whole(answered("a.xlsx", bytes(content)))


CELLS = st.text(max_size=20) | st.sampled_from(
    ["=1+1", "-5", "'tis", "a\nb", '"', ",", ";", " x ", "ŵ", "", "@a"]
)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=6)


def tidy(text):
    return clean_text(text, limit=1000, lines=True)


def kept(cells):
    """The cells of a row as reading keeps them, without the blanks at its end."""
    texts = [tidy(clean(cell)) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def is_spoiled(cells):
    return any(sign in cell for cell in cells for sign in ("Â", "Ã", "â€"))


@pytest.mark.shows("T21", "FILE-50", "S14")
@given(ROWS)
@example([["=1+1", "'=1", "\t-1"]])
def test_exported_csv_comes_back_the_same(rows):
    rows = [row for row in rows if kept(row) and not is_spoiled(row)]
    content = "".join(csv_lines(["ref", "title", "comment"], rows)).encode()

    back = read_sheet("a.csv", content).with_cells(lambda cell: tidy(unguard(cell)))

    assert [row.cells for row in back.rows[1:]] == [kept(row) for row in rows]


@pytest.mark.shows("T21", "FILE-50", "S14")
@given(ROWS)
def test_exported_workbook_comes_back_the_same(rows):
    rows = [row for row in rows if kept(row) and not is_spoiled(row)]
    file = io.BytesIO()
    write_xlsx(file, ["ref", "title", "comment"], rows)

    back = read_sheet("a.xlsx", file.getvalue())

    assert [row.cells for row in back.rows[1:]] == [kept(row) for row in rows]


@given(st.integers(1, 20_000), st.integers(1, 16_384))
def test_cells_are_called_as_spreadsheet_programs_call_them(row, column):
    letters = column_letters(column)
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64

    assert number == column
    assert cell_name(row, column) == f"{letters}{row}"
