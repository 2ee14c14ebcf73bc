"""The standard table of complaint figures: each line held against a handful of complaints counted by hand."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaints.choices import Finding
from complaints.figures.standard_figures import standard_figures
from complaints.operations.answering import acknowledge, reply
from complaints.operations.ending import close
from complaints.rules.standard import whole_finding, working_days_between
from council.working_days import add_working_days, is_working_day
from tests.complaints.lives import answered, at, day, in_hand
from tests.factories.complaints import case

pytestmark = pytest.mark.usefixtures("holidays")


def closed(by, service, *, on, finding=Finding.UPHELD):
    row = in_hand(by, service)
    row = acknowledge(row, expected=row.version, on=day("2026-10-13"), by=by, at=at("2026-10-13", 8))
    row = answered(row, by, finding=finding, on="2026-10-13")
    late = {"late_why": "Ill"} if on > "2026-10-27" else {}
    row = reply(row, "We are sorry.", expected=row.version, on=day(on), by=by, at=at(on), **late)
    return close(row, expected=row.version, by=by, at=at(on, 12))


def figures(people=None):
    rows = standard_figures([2026, 2025, 2024], on=day("2026-11-20"), people=people)
    return {row.name: row.newest for row in rows}


@pytest.fixture
def six(complaints_officer, service):
    """Five closed at stage 1, two of them upheld and one late, and one that is open."""
    for on, finding in (
        ("2026-10-14", Finding.UPHELD),
        ("2026-10-14", Finding.UPHELD),
        ("2026-10-15", Finding.NOT_UPHELD),
        ("2026-10-16", Finding.NOT_UPHELD),
        ("2026-10-28", Finding.PARTLY_UPHELD),
    ):
        closed(complaints_officer, service, on=on, finding=finding)
    case()


@pytest.mark.shows("F79")
def test_each_line_is_what_a_hand_counts(six):
    told = figures(people=10_000)

    assert told["Received"] == "6 (0.60 per 1,000)"
    assert told["Closed"] == "5 (0.50 per 1,000)"
    assert told["Closed at stage 1"] == "100% of 5"
    assert told["Closed after escalation"] == "0% of 5"
    assert told["Upheld at stage 1"] == "40% of 5"
    assert told["Partly upheld at stage 1"] == "20% of 5"
    assert told["Not upheld at stage 1"] == "40% of 5"
    # Received on the 12th: 2, 2, 3, 4 and 12 working days.
    assert told["Average working days to the reply at stage 1"] == "4.6 days, of 5"
    assert told["Replied to in time at stage 1"] == "80% of 5"
    assert told["Extended at stage 1"] == "0% of 5"
    assert told["Upheld at stage 2"] == "None closed"


def test_without_a_population_it_says_so_and_of_few_nothing_is_told(complaints_officer, service):
    closed(complaints_officer, service, on="2026-10-14")

    assert figures()["Received"] == "fewer than 5"
    assert figures()["Upheld at stage 1"] == "Of fewer than 5"


@pytest.mark.parametrize(
    "findings, whole",
    [
        ([], "no_finding"),
        (["no_finding"], "no_finding"),
        (["upheld", "no_finding"], "upheld"),
        (["upheld", "not_upheld"], "partly_upheld"),
        (["partly_upheld"], "partly_upheld"),
        (["not_upheld", "not_upheld"], "not_upheld"),
    ],
)
def test_a_complaint_is_found_by_its_points(findings, whole):
    assert whole_finding(findings) == whole


@given(st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 6, 1)), st.integers(1, 60))
def test_working_days_between_undo_working_days_added(start, number):
    days = [datetime.date(2025, 12, 1) + datetime.timedelta(days=each) for each in range(400)]
    working = [each for each in days if is_working_day(each, ())]

    assert working_days_between(start, add_working_days(start, number, ()), working) == number


@pytest.mark.shows("F79")
def test_members_see_the_table_and_its_file_with_definitions(client, member, six, time_machine):
    time_machine.move_to(at("2026-11-20"))
    client.force_login(member)
    page = client.get("/complaints/figures/").content.decode()
    file = b"".join(client.get("/complaints/figures/?export=csv")).decode()

    assert "2026/27" in file.splitlines()[0]
    assert "Complaints closed at stage 1" in file
    assert "Whoever installs the product sets COUNCIL_POPULATION" in page
    assert "C-2026" not in page + file
