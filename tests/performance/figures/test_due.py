"""What is owed: due, late and done, to the day on the council's own clock."""

from datetime import UTC, date, datetime

import pytest

from council.access import Role
from performance.figures.due import due_of_services
from performance.operations.returns import send_back
from portfolios.models import Tenure
from tests.factories import IndicatorFactory, PersonFactory, PostFactory, ServiceFactory, TenureFactory
from tests.performance import lives
from tests.performance.lives import AT, WHY

DUE = date(2026, 10, 21)


@pytest.fixture
def period(db):
    return lives.quarter(2)


def line(service, *, day=DUE):
    (only,) = due_of_services({service.pk}, day=day)
    return only


@pytest.mark.shows("F23")
def test_a_return_is_due_from_the_day_after_its_period(service, period):
    IndicatorFactory(service=service)

    assert due_of_services({service.pk}, day=date(2026, 9, 30)) == []
    assert (line(service, day=date(2026, 10, 1)).missing, line(service).is_late) == (1, False)


@pytest.mark.shows("F23")
def test_it_is_late_from_the_day_after_it_was_due(service, period):
    IndicatorFactory(service=service)

    assert [line(service, day=day).is_late for day in (DUE, date(2026, 10, 22))] == [False, True]


@pytest.mark.shows("F23")
def test_a_line_counts_how_far_each_return_has_come(service, period, officer, lead_officer):
    indicators = IndicatorFactory.create_batch(5, service=service)
    lives.drafted(indicators[0], period, by=officer)
    row = lives.submitted(indicators[1], period, by=officer)
    send_back(row, expected=row.version, by=lead_officer, at=AT, reason=WHY)
    lives.submitted(indicators[2], period, by=officer)
    lives.signed_off(indicators[3], period, by=officer, lead=lead_officer)

    found = line(service)

    assert (found.expected, found.started, found.submitted, found.signed_off) == (5, 4, 2, 1)
    assert (found.missing, found.sent_back, found.awaiting_sign_off, found.is_done) == (3, 1, 1, False)


@pytest.mark.shows("F23")
def test_everything_submitted_is_done_and_never_late(service, period, officer):
    lives.submitted(IndicatorFactory(service=service), period, by=officer)

    found = line(service, day=date(2027, 1, 31))

    assert (found.is_done, found.is_late) == (True, False)


@pytest.mark.parametrize(
    "due_on, at, late",
    [
        pytest.param(
            date(2026, 6, 30),
            datetime(2026, 6, 30, 22, 59, tzinfo=UTC),
            0,
            id="one-minute-to-midnight-in-summer",
        ),
        pytest.param(
            date(2026, 6, 30),
            datetime(2026, 6, 30, 23, 30, tzinfo=UTC),
            1,
            id="half-past-midnight-in-summer",
            marks=pytest.mark.shows("D16"),
        ),
        pytest.param(
            date(2026, 3, 31),
            datetime(2026, 3, 31, 22, 30, tzinfo=UTC),
            0,
            id="half-past-eleven-after-the-clocks-went-forward",
            marks=pytest.mark.shows("D15"),
        ),
        pytest.param(
            date(2026, 12, 31),
            datetime(2026, 12, 31, 23, 59, tzinfo=UTC),
            0,
            id="one-minute-to-midnight-in-winter",
        ),
        pytest.param(date(2026, 12, 31), datetime(2027, 1, 1, 0, 0, tzinfo=UTC), 1, id="midnight-in-winter"),
    ],
)
def test_the_day_of_a_submission_is_the_councils_own(due_on, at, late, service, officer):
    period = lives.quarter(4, 2025, due_on=due_on)
    lives.submitted(IndicatorFactory(service=service), period, by=officer, at=at)

    assert line(service, day=date(2027, 1, 2)).submitted_late == late


def test_an_indicator_that_ended_before_the_period_owes_nothing(service, period):
    IndicatorFactory(service=service, ends_on=date(2026, 9, 29))
    IndicatorFactory(service=service, ends_on=date(2026, 9, 30))

    assert line(service).expected == 1


def test_late_stands_first_and_done_last(service, officer):
    lives.quarter(1, due_on=date(2026, 7, 21))
    lives.submitted(
        IndicatorFactory(service=service, ends_on=date(2026, 3, 31)), lives.quarter(4, 2025), by=officer
    )
    IndicatorFactory(service=service, starts_on=date(2026, 4, 1))
    lives.quarter(2)

    lines = due_of_services({service.pk}, day=DUE)

    assert [(each.period.name, each.is_late, each.is_done) for each in lines] == [
        ("Quarter 1 2026/27", True, False),
        ("Quarter 2 2026/27", False, False),
        ("Quarter 4 2025/26", False, True),
    ]


def owed_by(officer):
    return due_of_services(Tenure.objects.service_ids_of(officer, day=DUE), day=DUE)


@pytest.mark.shows("P18")
def test_an_officer_owes_for_the_services_their_posts_sit_in_manage_and_those_below(period, officer, service):
    team = ServiceFactory(name="Street cleansing", parent=service)
    managed = ServiceFactory(name="Parks", manager=PostFactory(service=None))
    left = ServiceFactory(name="Housing")
    TenureFactory(person=officer.person, post=managed.manager)
    TenureFactory(person=officer.person, post=PostFactory(service=left), ends_on=date(2026, 10, 20))
    for each in (service, team, managed, left, ServiceFactory(name="Not theirs")):
        IndicatorFactory(service=each)

    owed = {each.service.name for each in owed_by(officer)}

    assert owed == {"Waste and recycling", "Street cleansing", "Parks"}


def test_who_holds_no_post_owes_nothing(period, service):
    IndicatorFactory(service=service)

    assert owed_by(lives.somebody("new", Role.OFFICER)) == []
    assert owed_by(PersonFactory(user=lives.somebody("new")).user) == []


@pytest.mark.shows("F23", "F25")
def test_what_was_sent_back_is_said_until_it_is_submitted_again(service, period, officer, lead_officer):
    row = lives.submitted(IndicatorFactory(service=service), period, by=officer)
    send_back(row, expected=row.version, by=lead_officer, at=AT, reason=WHY)
    row = lives.drafted(row.indicator, period, "86", by=officer, expected=row.version)
    assert line(service).sent_back == 1

    lives.submitted(row.indicator, period, "86", by=officer, expected=row.version)
    assert line(service).sent_back == 0
