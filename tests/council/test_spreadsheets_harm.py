"""Files that are made to do harm: refused at once, or read in a process that cannot spread it."""

import os
import time

import pytest

from council.spreadsheets import SpreadsheetProblem, archive, child, read_sheet, read_upload
from tests.council.workbook_files import MAIN, lying, rows, said, workbook, zipped

TOO_LARGE = "This workbook holds more than 100 megabytes once it is opened"
MILLION = 1_000_000


def refusal(content, reader=read_sheet):
    with pytest.raises(SpreadsheetProblem) as told:
        reader("table.xlsx", content)
    return told.value.sentence


ONE_TEXT = f"<c t='inlineStr'><is><t>{'a' * 30 * MILLION}</t></is></c>"


@pytest.mark.shows("S13", "FILE-33", "FILE-34", "FILE-35")
@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<row><c><v>1</v></c></row>" * 300_000, id="many-rows"),
        pytest.param("<row/>" * 2 * MILLION, id="empty-rows"),
        pytest.param(f"<row>{ONE_TEXT}</row>", id="one-giant-text"),
    ],
)
def test_zip_bomb_named_as_a_workbook_is_refused_before_it_is_opened(body):
    content = workbook(body)
    assert len(content) < MILLION

    started = time.process_time()
    assert refusal(content).startswith(TOO_LARGE)
    assert time.process_time() - started < 1


@pytest.mark.shows("S13")
def test_parts_that_are_too_large_together_are_refused_before_they_are_opened(monkeypatch):
    monkeypatch.setattr(archive, "MOST_INFLATED", 10_000)
    content = workbook("<row><c><v>1</v></c></row>" * 100, "<row><c><v>1</v></c></row>" * 300)

    assert refusal(content).startswith(TOO_LARGE)


@pytest.mark.shows("S13", "FILE-59")
@pytest.mark.parametrize("size", [10, 5_000, 2**32 - 2])
def test_archive_that_lies_about_its_size_is_caught(size):
    content = lying(workbook("<row><c><v>1</v></c></row>" * 100_000), "xl/worksheets/sheet1.xml", size)

    assert refusal(content).startswith(("This workbook is damaged.", TOO_LARGE))


@pytest.mark.shows("S13")
def test_shared_text_that_swells_within_the_limits_is_cut_off_where_it_is_too_long():
    shared = "<si><t>" + os.urandom(20_000).hex() + "</t></si>"
    sheet = read_sheet("table.xlsx", workbook(rows(['<c t="s"><v>0</v></c>']), shared=shared))

    assert sheet.problems[0].sentence == "The cell A1 holds 32,768 characters. A cell may have 32,767."


@pytest.mark.shows("FILE-36")
@pytest.mark.parametrize(
    "place, sentence",
    [
        pytest.param("XFD1048576", "The cell XFD1048576 stands far away from the table", id="corner"),
        pytest.param("A1048576", "The cell A1048576 stands far away from the table", id="below"),
        pytest.param("XFD2", "The cell XFD2 stands far away from the table", id="beside"),
    ],
)
def test_one_far_cell_costs_nothing(place, sentence):
    row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    content = workbook(
        f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="{place}"><v>1</v></c></row>'
    )

    started = time.process_time()
    assert refusal(content).startswith(sentence)
    assert time.process_time() - started < 1


@pytest.mark.shows("FILE-36")
def test_far_cells_without_a_value_do_not_matter():
    content = workbook(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    )

    assert [row.cells for row in read_sheet("table.xlsx", content).rows] == [("1",)]


@pytest.mark.shows("FILE-37", "S22")
@pytest.mark.parametrize(
    "document_type",
    [
        pytest.param('<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>', id="laughs"),
        pytest.param('<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]>', id="reaching-outside"),
        pytest.param('<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">', id="elsewhere"),
    ],
)
def test_document_types_are_refused(document_type):
    body = f"{document_type}<worksheet {MAIN}><sheetData>{rows([said('a')])}</sheetData></worksheet>"

    assert refusal(workbook(body)).startswith("This workbook is damaged.")


@pytest.mark.shows("FILE-38")
def test_links_out_of_a_workbook_lead_nowhere():
    parts = {
        "_rels/.rels": '<Relationships><Relationship Id="r" Type="x/officeDocument" TargetMode="External" '
        'Target="http://127.0.0.1/book.xml"/></Relationships>'
    }

    assert refusal(zipped(parts)).startswith("This file is not an Excel workbook.")


@pytest.mark.shows("FILE-57")
def test_parts_that_point_elsewhere_are_names_and_never_paths():
    content = workbook(rows([said("a")]), extra={"../../etc/passwd": "x"}.items())

    assert read_sheet("table.xlsx", content).rows[0].cells == ("a",)


@pytest.mark.shows("S12", "S13")
def test_upload_is_read_in_a_process_of_its_own():
    sheet = read_upload("table.xlsx", workbook(rows([said("ref")], [said("£5")])))

    assert [row.cells for row in sheet.rows] == [("ref",), ("£5",)]


@pytest.mark.parametrize(
    "name, content",
    [
        pytest.param("a.csv", b"", id="empty"),
        pytest.param("a.pdf", b"x", id="ending"),
        pytest.param("a.csv", b'a\n"b', id="quotation-mark"),
        pytest.param("a\0\ud800.csv", b"\x81", id="odd-name"),
    ],
)
def test_upload_is_refused_in_the_same_words(name, content):
    with pytest.raises(SpreadsheetProblem) as here:
        read_sheet(name, content)
    with pytest.raises(SpreadsheetProblem) as there:
        read_upload(name, content)

    assert there.value.sentence == here.value.sentence


@pytest.mark.shows("S13")
def test_process_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(child, "MOST_WAITING", 0.01)

    with pytest.raises(SpreadsheetProblem, match="takes too long"):
        read_upload("table.xlsx", workbook(rows([said("a")])))


LIMITS = """
import sys
sys.argv = ["x", "file.csv"]
from council.spreadsheets import __main__ as process
process.MOST_{name} = {value}
process.confine()
process.read_sheet = lambda name, content: {work}
sys.stdout.write(process.json.dumps(process.answer("file.csv")))
"""


@pytest.mark.shows("S13")
@pytest.mark.parametrize(
    "name, value, work, sentence",
    [
        pytest.param("MEMORY", "300 * 2**20", "bytearray(2**30)", child.TOO_MUCH, id="memory"),
        pytest.param("SECONDS", "1", "[0 for _ in iter(int, 1)]", child.TOO_SLOW, id="computing"),
    ],
)
def test_process_has_little_memory_and_little_time(monkeypatch, tmp_path, name, value, work, sentence):
    script = tmp_path / "python"
    code = LIMITS.format(name=name, value=value, work=work)
    (tmp_path / "work.py").write_text(code)
    script.write_text(
        f'#!/bin/sh\nexec "{child.sys.executable}" -c "exec(open(\'{tmp_path}/work.py\').read())"\n'
    )
    script.chmod(0o755)
    monkeypatch.setattr(child.sys, "executable", str(script))

    with pytest.raises(SpreadsheetProblem) as told:
        read_upload("table.csv", b"a,b\n1,2\n")

    assert told.value.sentence == sentence


@pytest.mark.shows("S15")
def test_process_knows_neither_the_database_nor_the_key(monkeypatch):
    seen = {}

    def run(command, **options):
        seen.update(options["env"])
        raise child.subprocess.TimeoutExpired(command, 1)

    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    monkeypatch.setenv("SECRET_KEY", "secret")
    monkeypatch.setattr(child.subprocess, "run", run)
    with pytest.raises(SpreadsheetProblem):
        read_upload("a.csv", b"a\n")

    assert "secret" not in " ".join(seen.values())
