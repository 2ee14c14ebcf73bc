import datetime

import pytest

from performance.models import MunicipalYear
from tests.factories import PeriodFactory


@pytest.fixture
def second_quarter(db):
    MunicipalYear.objects.create(starts_on=datetime.date(2026, 5, 19))
    return PeriodFactory()


@pytest.mark.shows("S1-21", "F22", "D23")
def test_calendar_shows_financial_and_municipal_year_side_by_side(
    client, member, second_quarter, time_machine
):
    time_machine.move_to(datetime.datetime(2026, 11, 22, 9, 0, tzinfo=datetime.UTC))
    client.force_login(member)

    page = client.get("/performance/calendar/").content.decode()

    assert "1 July to 30 September 2026" in page
    assert page.count("2026/27") >= 3
    assert "21 October 2026" in page


def test_calendar_says_when_no_annual_meeting_is_recorded(client, member, second_quarter, time_machine):
    MunicipalYear.objects.all().delete()
    time_machine.move_to(datetime.datetime(2026, 11, 22, 9, 0, tzinfo=datetime.UTC))
    client.force_login(member)

    assert "Annual meeting not recorded" in client.get("/performance/calendar/").content.decode()


@pytest.mark.parametrize(
    "heading", ["name", "cycle", "days", "due_on", "state", "financial_year", "municipal_year"]
)
def test_calendar_sorts_by_each_heading(client, member, second_quarter, heading):
    client.force_login(member)

    assert client.get("/performance/calendar/", {"sort": f"-{heading}"}).status_code == 200
