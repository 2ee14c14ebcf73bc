"""While a file is being read the page says so, counts the seconds and lets nothing be sent twice."""

import pytest
from playwright.sync_api import expect

from tests.journeys.people import come_signed_in

pytestmark = pytest.mark.shows("F24")
FILE = {"name": "bins.csv", "mimeType": "text/csv", "buffer": b"Reference,Year,Target\nBV 1,2026/27,80%\n"}


def test_a_file_that_takes_long_is_said_to_be_read(page, transactional_db, administrator):
    come_signed_in(page, administrator)
    page.goto("/performance/imports/new/?kind=targets")
    page.get_by_label("File of targets").set_input_files(FILE)
    # Sent nowhere, so that there is time to look.
    page.evaluate("addEventListener('submit', (event) => event.preventDefault())")

    page.get_by_role("button", name="Look at the file").click()

    expect(page.locator("[data-busy]")).to_contain_text(
        "Reading bins.csv: with many rows this may take a minute."
    )
    expect(page.locator("[data-busy]")).to_contain_text("1 seconds so far.")
    expect(page.get_by_role("button", name="Look at the file")).to_be_disabled()
