"""Every list as a file: all the filtered rows, in the order of the page, under its headings."""

import csv
import io
from decimal import Decimal

import pytest
from django.http import HttpResponseBase
from openpyxl import load_workbook

from council.rag import Rag
from tests.council.permission_list import PermissionTable, Score, ScoreTable, ask, ours, page_of, permit

pytestmark = pytest.mark.django_db


def _csv(response):
    text = b"".join(response).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.shows("P6")
def test_csv_holds_every_filtered_row_in_the_order_of_the_page():
    permit(*(f"Bench {number}" for number in range(1, 71)))
    permit("Swing", of="swing")
    header, *rows = _csv(ask("?q=bench&sort=-name&page=2&export=csv"))
    assert header == ["Name", "Code", "Kind", "Number"]
    assert [row[0] for row in rows] == [f"Bench {number}" for number in range(70, 0, -1)]


@pytest.mark.shows("P6")
def test_xlsx_holds_every_filtered_row_with_numbers_as_numbers():
    made = permit(*(f"Bench {number}" for number in range(1, 71)))
    permit("Swing", of="swing")
    sheet = load_workbook(io.BytesIO(b"".join(ask("?q=bench&sort=number&export=xlsx")))).active
    header, *rows = sheet.iter_rows(values_only=True)
    assert header == ("Name", "Code", "Kind", "Number")
    assert rows == [(row.name, row.codename, "bench", row.pk) for row in made]


@pytest.mark.shows("T20", "S14")
def test_what_people_typed_is_guarded_in_the_export_of_a_list():
    permit("=1+1")
    assert _csv(ask("?export=csv"))[1][0] == "'=1+1"


@pytest.mark.shows("T28")
def test_a_word_that_breaks_on_the_page_is_whole_in_a_file():
    permit("a" * 255)
    assert _csv(ask("?export=csv"))[1][0] == "a" * 255


def test_no_file_is_made_while_a_filter_cannot_be_used():
    permit("Bench")
    page = page_of("?kind=999999&export=csv")
    assert page.has_problems
    assert page.count == 0


def test_an_export_is_named_after_the_list():
    answer = ask("?export=csv")
    assert isinstance(answer, HttpResponseBase)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="permissions.csv"'


def test_downloads_keep_the_filters_and_the_sort():
    permit("Bench")
    assert [tuple(download) for download in page_of("?q=bench&sort=-name&page=1").downloads] == [
        ("Download CSV", "?q=bench&sort=-name&export=csv"),
        ("Download XLSX", "?q=bench&sort=-name&export=xlsx"),
    ]


def test_hidden_columns_are_not_exported():
    class Discreet(PermissionTable):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **options)
            self.columns.hide("codename")

    permit("Bench")
    assert _csv(ask("?export=csv", table=Discreet)) == [["Name", "Kind", "Number"]] + [
        [row.name, "bench", str(row.pk)] for row in ours()
    ]
    assert [heading.name for heading in page_of("?sort=codename", table=Discreet).table.headings()] == [
        "name",
        "kind",
        "number",
        "remove",
    ]


def test_rows_worked_out_in_python_are_exported_whole():
    rows = [Score(f"Row {number}", Decimal(number), Rag.AMBER) for number in range(120)]
    exported = _csv(ask("?export=csv&page=3", table=ScoreTable, filters=None, rows=rows))
    assert exported[0] == ["Name", "Points", "Rating"]
    assert exported[1:] == [[f"Row {number}", str(number), "Amber"] for number in range(120)]
