"""A plan of many rows can be had whole; what was brought can be found; a file to fill in is for a period that ended."""

import csv as csv_files
import io

import pytest

from performance.models import ImportBatch
from tests.factories import IndicatorFactory, ServiceFactory, TargetFactory
from tests.performance import lives
from tests.performance.imports.files import NOW, brought, csv
from tests.performance.imports.test_pages import do, preview, text

pytestmark = pytest.mark.django_db
RETURNS = "Reference,Indicator,Period,Value,Comment"
TO_FILL = "/performance/imports/to-fill-in/"


@pytest.fixture(autouse=True)
def signed_in(client, administrator, time_machine):
    time_machine.move_to(NOW)
    client.force_login(administrator)


@pytest.fixture
def bins(service):
    indicator = IndicatorFactory(service=service, reference="BV 1", title="Bins emptied")
    TargetFactory(indicator=indicator, value=95)
    return indicator


def whole_plan(client, batch):
    answer = client.get(f"/performance/imports/{batch.pk}/?export=csv")
    assert answer.headers["Content-Type"].startswith("text/csv")
    return list(csv_files.DictReader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))


@pytest.mark.shows("F24", "F57")
def test_every_row_of_a_long_plan_can_be_downloaded(client, service):
    lines = []
    for number in range(230):
        IndicatorFactory(service=service, reference=f"BV {number}", title=f"Measure {number}")
        lines.append(f"BV {number},Measure {number},2026/27,{number % 100}%")
    batch = brought("targets", csv("Reference,Indicator,Year,Target", *lines))

    rows = whole_plan(client, batch)

    assert "These are the first 200." in text(preview(client, batch))
    assert len(rows) == 230
    assert (rows[229]["Row"], rows[229]["Effect"], rows[229]["What becomes of it"]) == (
        "231",
        "New",
        "Target: 29%",
    )


@pytest.mark.shows("F24")
def test_whole_plan_says_rating_comment_problems_and_what_stays(client, bins):
    lives.quarter(1), lives.quarter(2)
    content = csv(
        RETURNS,
        "BV 1,,Q2 2026/27,50%,",
        "BV 1,,Q1 2026/27,,",
        "BV 1,,Q9 2026/27,1%,",
        "BV 1,,Q1 2026/27,96,Fine",
    )

    rows = whole_plan(client, brought("returns", content, step="drafted"))

    assert [(row["Row"], row["Effect"], row["Rating"], row["Comment"]) for row in rows] == [
        ("4", "Problem", "", ""),
        ("2", "New", "Red", "No comment"),
        ("3", "No change", "", ""),
        ("5", "New", "Green", "Yes"),
    ]
    assert rows[0]["To know"].startswith("It is returned for periods such as")


@pytest.mark.shows("F24")
def test_drafts_lead_to_where_they_wait(client, bins):
    housing = IndicatorFactory(service=ServiceFactory(name="Housing"), reference="BV 2", title="Homes let")
    lives.quarter(2)
    content = csv(RETURNS, "BV 1,,Q2 2026/27,96%,", f"{housing.reference},,Q2 2026/27,80%,")

    page = text(do(client, brought("returns", content, step="drafted")))

    assert "Where the drafts wait" in page
    assert "Housing Quarter 2 2026/27 1 Waste and recycling Quarter 2 2026/27 1" in page
    assert "under “My returns”" in page


@pytest.mark.shows("F24")
def test_file_to_fill_in_offers_the_newest_ended_period_first_and_none_to_come(client):
    for number in (1, 2, 3):
        lives.quarter(number)

    form = client.get(TO_FILL).context["form"]

    assert [name for _, name in form.fields["period"].choices] == [
        "Quarter 2 2026/27 (Quarterly)",
        "Quarter 1 2026/27 (Quarterly)",
    ]


@pytest.mark.shows("F24")
@pytest.mark.parametrize("page", ["preview", "new"])
def test_long_work_is_said_while_it_lasts(client, bins, page):
    batch = brought("targets", csv("Reference,Indicator,Year,Target", "BV 1,,2026/27,80%"))
    address = {"preview": batch.get_absolute_url(), "new": "/performance/imports/new/?kind=targets"}[page]

    said = client.get(address).content.decode()

    assert 'role="status" data-busy="' in said
    assert "js/busy" in said
    assert ImportBatch.objects.count() == 1
