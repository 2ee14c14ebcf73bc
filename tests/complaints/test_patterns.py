import datetime

import pytest

from complaints.choices import CaseKind
from complaints.figures.patterns import patterns, share_in_time
from complaints.figures.timeliness import FourWay, four_ways, four_ways_by_service
from complaints.models import Clock
from tests.complaints.lives import replied
from tests.factories import BodyFactory, ResponsibilityFactory, ServiceFactory
from tests.factories.complaints import RECEIVED, CustomerFactory, case

YEAR = {"since": datetime.date(2026, 4, 1), "until": datetime.date(2027, 3, 31)}
DAY = datetime.date(2026, 11, 2)


@pytest.fixture
def year(service, holidays):
    """Six complaints of waste and recycling, three of parks, one request that nobody placed."""
    parks = ServiceFactory(name="Parks")
    for _ in range(6):
        case(service=service, customer=CustomerFactory(name="Ada Quill"))
    for _ in range(3):
        case(service=parks)
    case(kind=CaseKind.REQUEST)
    return parks


def test_every_case_counts_once_and_small_numbers_are_words(year):
    found = patterns(**YEAR, on=DAY)

    assert [(line.name, line.complaints) for line in found.lines] == [
        ("Parks", "fewer than 5"),
        ("Waste and recycling", "not shown"),
        ("No service yet", 0),
    ]
    assert (found.whole.complaints, found.whole.requests) == (9, "not shown")


def test_what_came_in_another_year_counts_there(year):
    earlier = datetime.datetime(2026, 3, 31, 12, tzinfo=datetime.UTC)
    case(received_at=earlier)

    assert patterns(**YEAR, on=DAY).whole.complaints == 9


@pytest.mark.shows("F70")
@pytest.mark.parametrize(
    "ways, told",
    [
        (FourWay(8, 1, 30, 1), "80% of 10"),
        (FourWay(2, 1, 30, 1), "fewer than 5 due"),
        (FourWay(0, 0, 30, 0), "None due yet"),
    ],
)
def test_what_is_open_and_late_counts_as_not_in_time(ways, told):
    assert share_in_time(ways) == told


def test_services_together_are_the_whole(complaints_officer, service, year):
    replied(complaints_officer, service)
    by_service = four_ways_by_service(Clock.objects.all(), on=DAY)

    assert sum(by_service.values(), FourWay()) == four_ways(Clock.objects.all(), on=DAY)
    assert by_service[service.pk].done_in_time == 2


@pytest.mark.shows("F81", "S1-19", "S3")
def test_a_member_sees_how_many_and_nobody(client, member, year, time_machine):
    time_machine.move_to(RECEIVED)
    client.force_login(member)
    page = client.get("/complaints/patterns/").content.decode()
    file = b"".join(client.get("/complaints/patterns/?export=csv")).decode()

    assert "Waste and recycling" in page
    assert "Ada Quill" not in page + file
    assert "C-2026" not in page + file


@pytest.mark.shows("S1-19")
def test_a_committee_sees_its_services_alone(client, member, year, time_machine):
    time_machine.move_to(RECEIVED)
    body = BodyFactory(name="Environment Committee")
    ResponsibilityFactory(service=year, body=body, portfolio=None, aspect="scrutiny")
    client.force_login(member)

    page = client.get(f"/complaints/patterns/?body={body.pk}").content.decode()

    assert "Parks" in page
    assert "Waste and recycling" not in page


def test_a_year_that_is_none_is_answered_in_a_sentence(client, member, time_machine):
    time_machine.move_to(RECEIVED)
    client.force_login(member)
    page = client.get("/complaints/patterns/?year=soon&body=x")

    assert page.status_code == 200
    assert "There is a problem" in page.content.decode()
