from datetime import date
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from council.models import BankHoliday
from council.models.bank_holiday import Division
from council.working_days import add_working_days

pytestmark = pytest.mark.django_db


def load(**options):
    printed = StringIO()
    call_command("load_bank_holidays", stdout=printed, **options)
    return printed.getvalue().splitlines()


def dates(division):
    return set(BankHoliday.objects.for_division(division).values_list("date", flat=True))


@pytest.mark.shows("F61", "D33")
def test_each_division_gets_its_own_holidays():
    load(from_year=2026, years=1)

    england, scotland, ireland = (dates(division) for division in Division)
    assert date(2026, 4, 6) in england & ireland - scotland
    assert date(2026, 6, 15) in scotland - england - ireland
    assert date(2026, 7, 13) in ireland - england - scotland
    assert date(2026, 12, 25) in england & scotland & ireland


@pytest.mark.shows("D32", "F61")
def test_weekends_are_left_out_and_substitute_days_kept():
    load(from_year=2026, years=1)

    holidays = BankHoliday.objects.for_division(Division.ENGLAND_AND_WALES).titles()
    assert date(2026, 12, 26) not in holidays
    assert holidays[date(2026, 12, 28)] == "Boxing Day (substitute day)"
    assert len(holidays) == 8


@pytest.mark.shows("D32")
@pytest.mark.parametrize(
    "start, n, due",
    [
        pytest.param(date(2025, 12, 19), 5, date(2025, 12, 30), id="Christmas"),
        pytest.param(date(2025, 12, 30), 10, date(2026, 1, 14), id="New Year"),
        pytest.param(date(2026, 3, 27), 5, date(2026, 4, 7), id="Easter"),
        pytest.param(date(2026, 4, 21), 10, date(2026, 5, 6), id="May"),
    ],
)
def test_clocks_count_by_the_loaded_calendar(start, n, due):
    load(from_year=2025, years=2)

    assert add_working_days(start, n, BankHoliday.objects.for_division("england-and-wales").titles()) == due


@pytest.mark.shows("F61")
def test_loading_again_adds_nothing_and_keeps_what_was_changed():
    load(from_year=2026, years=1)
    BankHoliday.objects.filter(division="scotland", date=date(2026, 6, 15)).update(title="World Cup")
    BankHoliday.objects.create(division="scotland", date=date(2026, 9, 1), title="Announced in August")

    printed = load(from_year=2026, years=1)

    assert printed[0] == "England and Wales, 2026 to 2026: 0 added, 8 already there."
    scotland = BankHoliday.objects.for_division("scotland").titles()
    assert scotland[date(2026, 6, 15)] == "World Cup"
    assert scotland[date(2026, 9, 1)] == "Announced in August"


def test_a_later_run_extends_the_calendar():
    load(from_year=2026, years=1)

    printed = load(from_year=2026, years=2)

    assert printed[0].endswith("2026 to 2027: 8 added, 8 already there.")


@pytest.mark.shows("F61")
def test_a_calendar_that_ends_soon_is_said_so(time_machine):
    time_machine.move_to(date(2026, 6, 1))

    printed = load(from_year=2026, years=1)

    assert printed[1] == (
        "England and Wales: Bank holidays are on record only to 28 December 2026, under 12 months ahead. "
        "Load more with the command load_bank_holidays."
    )


@pytest.mark.shows("F61")
def test_unless_told_past_and_coming_years_are_loaded(time_machine):
    time_machine.move_to(date(2026, 6, 1))

    printed = load()

    assert [line.split(":")[0] for line in printed] == [
        "England and Wales, 2019 to 2030",
        "Scotland, 2019 to 2030",
        "Northern Ireland, 2019 to 2030",
    ]


@pytest.mark.parametrize(
    "options, sentence",
    [
        pytest.param({"years": 0}, "Give a number of years from 1 to 100.", id="no years"),
        pytest.param({"years": 101}, "Give a number of years from 1 to 100.", id="too many years"),
        pytest.param({"from_year": 26}, "Give a first year from 1900 to 2199.", id="two digits"),
    ],
)
def test_years_beyond_sense_are_refused(options, sentence):
    with pytest.raises(CommandError, match=sentence):
        load(**options)


def test_horizon_is_the_last_holiday_of_the_division():
    assert BankHoliday.objects.for_division("scotland").horizon() is None

    load(from_year=2026, years=1)

    assert BankHoliday.objects.for_division("scotland").horizon() == date(2026, 12, 28)


def test_a_division_has_a_holiday_once():
    BankHoliday.objects.create(date=date(2026, 12, 25), title="Christmas Day")

    with pytest.raises(ValidationError, match="This division already has a bank holiday on that day"):
        BankHoliday(date=date(2026, 12, 25), title="Christmas").full_clean()
    BankHoliday(date=date(2026, 12, 25), title="Christmas Day", division=Division.SCOTLAND).full_clean()


def test_there_are_three_divisions():
    with pytest.raises(IntegrityError, match="council_bank_holiday_division"):
        BankHoliday.objects.create(date=date(2026, 3, 2), title="Saint David's Day", division="wales")


def test_a_bank_holiday_says_its_day():
    assert str(BankHoliday(date=date(2026, 4, 3), title="Good Friday")) == "Good Friday, 3 April 2026"
