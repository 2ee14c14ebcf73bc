"""Tables in text files: what people's programs write, read as they meant it or refused by row and cell."""

import pytest

from council.spreadsheets import SpreadsheetProblem, read_sheet


def read(content, name="returns.csv"):
    return read_sheet(name, content if isinstance(content, bytes) else content.encode())


def cells(*file):
    return [row.cells for row in read(*file).rows]


def refusal(content, name="returns.csv"):
    with pytest.raises(SpreadsheetProblem) as told:
        read(content, name)
    return told.value.sentence


POUND = "ref,cost\nLP1,£5\n"


@pytest.mark.shows("T30", "T31", "T32")
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(POUND.encode("utf-8"), id="utf-8"),
        pytest.param(POUND.encode("utf-8-sig"), id="utf-8-with-a-mark"),
        pytest.param(POUND.encode("cp1252"), id="windows-1252"),
        pytest.param(POUND.encode("utf-16"), id="utf-16"),
        pytest.param(b"\xfe\xff" + POUND.encode("utf-16-be"), id="utf-16-big-endian"),
        pytest.param(POUND.encode("utf-16-le"), id="utf-16-without-a-mark"),
        pytest.param(POUND.encode("utf-32"), id="utf-32"),
        pytest.param(POUND.replace("\n", "\r").encode("utf-8"), id="old-mac-line-ends"),
        pytest.param(POUND.encode("utf-8") + b"\x1a", id="with-the-end-mark-of-dos"),
    ],
)
def test_pound_sign_is_a_pound_sign_in_every_encoding(content):
    assert cells(content) == [("ref", "cost"), ("LP1", "£5")]


@pytest.mark.shows("T31")
@pytest.mark.parametrize(
    "content, sentence",
    [
        pytest.param(
            b"ref,cost\nLP1,5\nLP2,\x81\n", "Row 3 holds a character that cannot be read.", id="no-such-sign"
        ),
        pytest.param(
            b"ref,cost\nLP1,\xc2\xa35\nLP2,\xa35\n",
            "Row 3 holds characters of another encoding than the rest.",
            id="two-encodings",
        ),
        pytest.param(
            b"\xff\xfea\x00,\x00\n\x00b",
            "Row 2 holds characters of another encoding than the rest.",
            id="half-a-sign",
        ),
    ],
)
def test_what_no_encoding_explains_is_refused_by_row(content, sentence):
    assert refusal(content).startswith(sentence)


@pytest.mark.shows("T31")
def test_pound_sign_that_was_spoiled_before_is_refused_by_cell():
    sheet = read("ref,cost\nLP1,Â£5\n")

    assert [(problem.name, problem.text) for problem in sheet.problems] == [("B2", "Â£5")]


@pytest.mark.shows("T1")
def test_nul_in_a_cell_is_refused_by_the_name_of_the_cell():
    (problem,) = read(b"ref,value\nLP1,4\x005\n").problems

    assert (problem.row, problem.column) == (2, 2)
    assert problem.sentence == "The cell B2 holds a character that cannot be read. Type it again."


@pytest.mark.shows("T24", "T8", "T36")
@pytest.mark.parametrize(
    "typed, kept",
    [
        pytest.param("a\x01b", "ab", id="control-character"),
        pytest.param("  two  words \u00a0", "two  words", id="blanks-around"),
        pytest.param("Jose\u0301", "José", id="accent-of-its-own"),
        pytest.param("ŵ اردو 中文 😀", "ŵ اردو 中文 😀", id="many-scripts"),
        pytest.param("５００", "５００", id="full-width-digits-stay"),
        pytest.param("'; DROP TABLE x", "'; DROP TABLE x", id="database-code-is-text"),
    ],
)
def test_cells_lose_only_what_nobody_sees(typed, kept):
    assert cells(f"ref,comment\nLP1,{typed}\n" + "pad,pad\n" * 60)[1] == ("LP1", kept)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separator_is_told_from_the_rows(separator):
    content = separator.join(["ref", "value", "comment"]) + "\n" + separator.join(["LP1", "5", "slow"]) + "\n"

    assert cells(content) == [("ref", "value", "comment"), ("LP1", "5", "slow")]


@pytest.mark.parametrize(
    "content, expected",
    [
        pytest.param("ref;value\nLP1;1,5\n", ("LP1", "1,5"), id="commas-in-figures"),
        pytest.param('ref,value\nLP1,"1;5;6;7"\n', ("LP1", "1;5;6;7"), id="semicolons-in-text"),
        pytest.param('ref, value\nLP1, "1, 2"\n', ("LP1", "1, 2"), id="space-before-quotation-mark"),
    ],
)
def test_separators_inside_cells_stay_there(content, expected):
    assert cells(content)[1] == expected


def test_line_that_tells_excel_the_separator_is_no_row_but_counts():
    rows = read("sep=;\nref;value\nLP1;5\n").rows

    assert [(row.number, row.cells) for row in rows] == [(2, ("ref", "value")), (3, ("LP1", "5"))]


@pytest.mark.shows("T33")
def test_line_break_inside_quotation_marks_makes_no_row():
    rows = read('ref,comment\nLP1,"first\nsecond"\n\nLP2,x\n').rows

    assert [(row.number, row.cells) for row in rows] == [
        (1, ("ref", "comment")),
        (2, ("LP1", "first\nsecond")),
        (4, ("LP2", "x")),
    ]


@pytest.mark.shows("T33")
@pytest.mark.parametrize(
    "content, where",
    [
        pytest.param(
            'ref,comment\nLP1,"open\nLP2,b\n', "Row 2 (lines 2 to 3 of the file)", id="never-closed"
        ),
        pytest.param('ref,comment\nLP1,"a"b\n', "Row 2 has a quotation mark", id="in-the-middle"),
        pytest.param(
            'a,b\n1,2\n3,"x\ny\n4,"z"\n', "Row 3 (lines 3 to 5 of the file)", id="closed-by-another"
        ),
    ],
)
def test_quotation_marks_that_do_not_match_are_refused_by_row(content, where):
    assert refusal(content).startswith(where)


@pytest.mark.shows("T33")
def test_cell_of_200_kilobytes_is_refused_by_its_name():
    (problem,) = read("ref,comment\nLP1," + "x" * 200_000 + "\n").problems

    assert problem.name == "B2"
    assert problem.sentence == "The cell B2 holds 200,000 characters. A cell may have 32,767."
    assert len(problem.text) <= 60


@pytest.mark.shows("FILE-45")
@pytest.mark.parametrize(
    "content, sentence",
    [
        pytest.param("a\n" * 200_001, "The file has more than 20,000 rows.", id="rows"),
        pytest.param("a\n" + ",".join("x" * 1_001) + "\n", "Row 2 has 1,001 columns.", id="columns"),
        pytest.param(
            "a,b\n1,2\n" + "\n" * 5_000 + "3,4\n", "More than 1,000 blank rows stand after row 2", id="gap"
        ),
    ],
)
def test_too_much_is_refused(content, sentence):
    assert refusal(content).startswith(sentence)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("h\n" + "a\n" * 20_000, id="twenty-thousand-rows-under-the-headings"),
        pytest.param(",".join("x" * 200) + "\n", id="two-hundred-columns"),
        pytest.param("a,b\n1,2" + "," * 5_000 + "\n" * 9_000, id="nothing-after-the-table"),
    ],
)
def test_just_enough_is_read(content):
    assert read(content).rows


@pytest.mark.shows("FILE-14")
@pytest.mark.parametrize(
    "content, sentence",
    [
        pytest.param(b"", "The file is empty.", id="no-bytes"),
        pytest.param(b"\n\n , ,\n", "The file has no rows.", id="only-blanks"),
        pytest.param("\ufeff".encode(), "The file has no rows.", id="only-a-mark"),
    ],
)
def test_file_without_a_table_is_refused(content, sentence):
    assert refusal(content).startswith(sentence)


@pytest.mark.shows("S12", "FILE-1", "FILE-3", "FILE-4", "FILE-6", "FILE-24", "FILE-25", "FILE-23")
@pytest.mark.parametrize(
    "name, content, sentence",
    [
        pytest.param("a.csv", b"MZ\x90\x00", "This is a program, not a table.", id="program"),
        pytest.param("a.csv", b"%PDF-1.7", "This is a PDF, not a table.", id="pdf"),
        pytest.param("a.csv", b" <!DOCTYPE html><p>", "This is a web page, not a table.", id="web-page"),
        pytest.param(
            "a.csv", b"<svg onload='x'>", "This is a picture, not a table.", id="picture-with-script"
        ),
        pytest.param("a.csv", bytes(range(1, 9)) * 9, "This file does not hold text.", id="no-text"),
        pytest.param(
            "a.xls", b"\xd0\xcf\x11\xe0", "A file of the kind .xls is not read here.", id="old-excel"
        ),
        pytest.param("a.xlsm", b"PK\x03\x04", "A file of the kind .xlsm may hold macros.", id="macros"),
        pytest.param("a", b"a,b", "A file whose name has no ending is not read here.", id="no-ending"),
        pytest.param("a.exe", b"a,b", "A file whose name ends in .exe is not read here.", id="other-ending"),
        pytest.param(
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "This is a file of an old Office.",
            id="old-office-inside",
        ),
        pytest.param(
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "This file has a password. Remove the password",
            id="password",
        ),
        pytest.param(
            "a.xlsx", b"a,b\n", "The name ends in .xlsx, but the file is not an Excel workbook.", id="liar"
        ),
        pytest.param(
            "a.csv", b"PK\x03\x04", "The name ends in .csv, but the file is an Excel workbook", id="zip"
        ),
    ],
)
def test_what_is_no_table_is_refused_for_what_it_is(name, content, sentence):
    assert refusal(content, name).startswith(sentence)


@pytest.mark.shows("FILE-7", "FILE-8")
@pytest.mark.parametrize("name", ["A.CSV", "a.csv. ", "../../a.csv", "a.b.csv", "ŵ.csv", "a.txt", "a.tsv"])
def test_odd_names_of_text_files_are_accepted(name):
    assert cells("a,b\n1,2\n", name) == [("a", "b"), ("1", "2")]


@pytest.mark.shows("FILE-15")
def test_ten_megabytes_are_the_most():
    assert refusal(b"a" * (10 * 1024 * 1024 + 1)).startswith("The file has 10.0 megabytes. The most is 10")
    assert read(b"a,b\n" + b"\n" * (10 * 1024 * 1024 - 4)).rows
