"""The days that no clock counts: bank holidays of one nation and the council's closure days, and how far they reach."""

from datetime import date

import pytest
from django.urls import reverse

from council.models import BankHoliday, ClosureDay, holidays_of, horizon_warnings, working_calendar
from council.models.bank_holiday import Division
from council.working_days import add_working_days
from tests.council.admin.filled import problems, save

pytestmark = pytest.mark.django_db

ENGLAND, SCOTLAND = Division.ENGLAND_AND_WALES, Division.SCOTLAND
TODAY = date(2026, 10, 12)


def holiday(day: date, title: str = "Christmas Day", division: str = ENGLAND) -> None:
    BankHoliday.objects.create(date=day, title=title, division=division)


@pytest.mark.shows("F61")
def test_closure_days_are_counted_out_beside_the_bank_holidays_of_one_nation():
    holiday(date(2026, 12, 25))
    holiday(date(2026, 11, 30), "St Andrew’s Day", SCOTLAND)
    ClosureDay.objects.create(date=date(2026, 12, 29), title="Council closed")

    assert holidays_of(ENGLAND) == {date(2026, 12, 25): "Christmas Day", date(2026, 12, 29): "Council closed"}
    assert add_working_days(date(2026, 12, 24), 2, holidays_of(ENGLAND)) == date(2026, 12, 30)
    assert date(2026, 12, 29) in holidays_of(SCOTLAND)


def test_a_day_with_two_names_has_that_of_the_bank_holiday():
    holiday(date(2026, 12, 25))
    ClosureDay.objects.create(date=date(2026, 12, 25), title="Council closed")

    assert holidays_of(ENGLAND) == {date(2026, 12, 25): "Christmas Day"}


def test_the_calendar_is_read_in_one_query(django_assert_num_queries):
    holiday(date(2026, 12, 25))
    with django_assert_num_queries(1):
        working_calendar(ENGLAND)


@pytest.mark.parametrize(
    "last, warns",
    [
        pytest.param(date(2027, 10, 11), True, id="a-day-short-of-a-year"),
        pytest.param(date(2027, 10, 12), False, id="a-year"),
        pytest.param(None, True, id="none-on-record"),
    ],
)
@pytest.mark.shows("F61")
def test_holidays_that_end_within_a_year_are_warned_of(last, warns):
    if last:
        holiday(last)
    ClosureDay.objects.create(date=date(2030, 12, 27), title="Council closed")

    assert bool(horizon_warnings(on=TODAY)) == warns


def test_days_before_the_first_holiday_on_record_are_said_to_be_counted_without_any():
    holiday(date(2020, 1, 1), "New Year’s Day")
    holiday(date(2028, 1, 3), "New Year’s Day")
    calendar = working_calendar(ENGLAND)

    assert calendar.warning(since=date(2020, 1, 1), until=TODAY) == ""
    assert "counted without any" in calendar.warning(since=date(2005, 4, 7), until=date(2005, 4, 15))


@pytest.mark.shows("F61")
@pytest.mark.parametrize(
    "since, until, warns",
    [
        pytest.param(date(2027, 5, 20), date(2027, 5, 31), False, id="up-to-the-last-holiday"),
        pytest.param(date(2027, 5, 20), date(2027, 6, 1), True, id="a-day-beyond"),
        pytest.param(date(2026, 10, 1), date(2026, 10, 8), False, id="long-before"),
        pytest.param(None, None, False, id="nothing-counted"),
    ],
)
def test_days_are_warned_of_only_where_they_lie_beyond_the_holidays_on_record(since, until, warns):
    holiday(date(2026, 1, 1), "New Year’s Day")
    holiday(date(2027, 5, 31))

    assert bool(working_calendar(ENGLAND).warning(since=since, until=until)) == warns


@pytest.mark.shows("F61")
def test_only_who_may_load_holidays_is_told_how():
    holiday(date(2027, 5, 31))
    days = {"since": TODAY, "until": date(2027, 6, 1)}

    assert "load_bank_holidays" in working_calendar(ENGLAND).warning(**days, may_load=True)
    assert "days are counted beyond. Tell an administrator." in working_calendar(ENGLAND).warning(**days)


def test_each_nation_is_warned_of_by_itself():
    holiday(date(2026, 12, 25))
    holiday(date(2028, 1, 3), "2nd January", SCOTLAND)

    [warning] = horizon_warnings(on=TODAY)
    assert warning.startswith("England and Wales: Bank holidays are on record only to 25 December 2026")


@pytest.mark.shows("F61")
def test_the_front_of_the_register_warns_loudly(client, administrator, time_machine):
    time_machine.move_to("2026-10-12 09:00")
    client.force_login(administrator)
    holiday(date(2026, 12, 25))

    assert "on record only to 25 December 2026" in client.get(reverse("admin:index")).content.decode()

    holiday(date(2028, 12, 25))
    assert "on record only" not in client.get(reverse("admin:index")).content.decode()


@pytest.mark.shows("F61")
def test_an_administrator_adds_a_closure_day(client, administrator):
    client.force_login(administrator)

    save(client, reverse("admin:council_closureday_add"), date="29 December 2026", title="Council closed")

    assert holidays_of(ENGLAND) == {date(2026, 12, 29): "Council closed"}


@pytest.mark.parametrize(
    "day, told",
    [
        pytest.param("26 December 2026", "26 December 2026 is a Saturday", id="saturday"),
        pytest.param(
            "29 December 2026",
            "There is already another closure day with this date. Open that one, or enter something else",
            id="twice",
        ),
    ],
)
def test_a_closure_day_that_changes_nothing_is_refused(client, administrator, day, told):
    client.force_login(administrator)
    ClosureDay.objects.create(date=date(2026, 12, 29), title="Council closed")

    answer = save(client, reverse("admin:council_closureday_add"), date=day, title="Again")

    assert told in problems(answer)["date"][0]
