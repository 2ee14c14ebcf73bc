"""An officer fills a quarter in on a sheet, brings it back, sees what it changes, and only then keeps it as drafts."""

import io
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from performance.models import ImportBatch, Return
from tests.factories import ServiceFactory
from tests.performance import lives
from tests.performance.imports.files import NOW, csv
from tests.performance.views.pages import words

HEADER = "Reference,Indicator,Service,Period,Value,Value is,Last measured,Comment"


@pytest.fixture(autouse=True)
def signed_in(client, officer, time_machine):
    time_machine.move_to(NOW)
    client.force_login(officer)


@pytest.fixture
def period(db):
    return lives.quarter(2)


@pytest.fixture
def indicator(service):
    return lives.measured(service, title="Bins emptied", reference="BV 1")


@pytest.fixture
def url(service, period):
    return f"/performance/returns/grid/{service.pk}/{period.pk}/sheet/"


def send(client, url, content, name="sheet.csv"):
    return client.post(url, {"file": SimpleUploadedFile(name, content)}, follow=True)


def press(client, page, do="apply"):
    """Presses the button of the preview."""
    seen = re.search(r'name="plan" value="([0-9a-f]*)"', page.content.decode())
    return client.post(page.redirect_chain[-1][0], {"plan": seen[1], "do": do}, follow=True)


@pytest.mark.shows("F24")
def test_the_sheet_that_was_fetched_is_filled_brought_back_and_kept_as_drafts(
    client, indicator, url, service
):
    lives.measured(ServiceFactory(), title="Elsewhere")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(client.get(url + "?export=xlsx"))))
    sheet = book.active
    titles = [row[1].value for row in sheet.iter_rows(min_row=2)]
    columns = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, columns["Value"], "85")
    filled = io.BytesIO()
    book.save(filled)

    page = send(client, url, filled.getvalue(), "sheet.xlsx")
    before = Return.objects.count()
    grid = press(client, page)

    assert titles == ["Bins emptied"]
    assert "1 change will be made" in words(page)
    assert before == 0
    assert "1 row is kept as a draft." in words(grid)
    assert grid.redirect_chain[-1][0] == url.removesuffix("sheet/")
    assert Return.objects.get().latest.value == 85


@pytest.mark.parametrize(
    "row, said",
    [
        pytest.param("BV 1,,,Quarter 2 2026/27,lots,,,", "such as 45, 12.8 or 36 of 80", id="no-figure"),
        pytest.param("BV 1,,,Quarter 1 2026/27,85,,,", "leave it out of this sheet", id="another-quarter"),
        pytest.param("BV 9,,,Quarter 2 2026/27,85,,,", "leave it out of this sheet", id="another-service"),
        pytest.param(
            "BV 1,,,Quarter 2 2026/27,=1+1,,,", "such as 45, 12.8 or 36 of 80", id="a-formula-in-words"
        ),
    ],
)
def test_a_row_that_cannot_go_in_stops_the_sheet_and_says_why(client, indicator, url, row, said):
    lives.quarter(1)
    lives.measured(ServiceFactory(name="Planning"), title="Plans", reference="BV 9")

    page = send(client, url, csv(HEADER, row))

    assert said in words(page)
    assert "Nothing goes in until a problem is put right" in words(page)
    assert Return.objects.count() == 0


def test_what_the_product_computes_comes_from_no_sheet(client, service, url):
    lives.measured(service, reference="BV 2", computed_from="promises_kept")

    page = send(client, url, csv(HEADER, "BV 2,,,Quarter 2 2026/27,85,,,"))

    assert "This value is computed from the product’s own records." in words(page)


@pytest.mark.parametrize("name", ["sheet.pdf", "sheet.xlsx"])
def test_a_file_that_is_no_sheet_is_told(client, url, name):
    page = send(client, url, b"%PDF-1.4 not a sheet", name)

    assert page.status_code == 200
    assert "Choose the file again" in words(page)
    assert ImportBatch.objects.count() == 0


def test_a_sheet_is_thrown_away_with_nothing_changed(client, indicator, url):
    page = send(client, url, csv(HEADER, "BV 1,,,Quarter 2 2026/27,85,,,"))
    batch = ImportBatch.objects.get()

    answer = client.post(f"/performance/returns/sheets/{batch.pk}/discard/", follow=True)

    assert "Throw the file away" in words(page)
    assert "is thrown away. Nothing was changed." in words(answer)
    assert (ImportBatch.objects.count(), Return.objects.count()) == (0, 0)


def test_nobody_else_sees_or_keeps_an_officers_sheet(client, indicator, url, lead_officer, other_officer):
    page = send(client, url, csv(HEADER, "BV 1,,,Quarter 2 2026/27,85,,,"))
    address = page.redirect_chain[-1][0]
    codes = []
    for user in (lead_officer, other_officer):
        client.force_login(user)
        codes += [client.get(address).status_code, client.post(address, {"do": "apply"}).status_code]

    assert codes == [404] * 4
    assert Return.objects.count() == 0


def test_what_changed_since_the_officer_looked_is_looked_at_again(client, indicator, url, officer, period):
    page = send(client, url, csv(HEADER, "BV 1,,,Quarter 2 2026/27,85,,,"))
    lives.drafted(indicator, period, "70", by=officer)

    answer = press(client, page)

    assert "Look at it again" in words(answer)
    assert Return.objects.get().latest.value == 70
