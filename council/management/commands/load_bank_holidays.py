import datetime
from collections.abc import Mapping
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from council.models import BankHoliday
from council.models.bank_holiday import Division
from council.periods import FIRST_YEAR, LAST_YEAR
from council.working_days import SATURDAY, horizon_warning

# How the `holidays` package names the divisions; England and Wales keep the same days.
SUBDIVISIONS = {
    Division.ENGLAND_AND_WALES: "ENG",
    Division.SCOTLAND: "SCT",
    Division.NORTHERN_IRELAND: "NIR",
}


class Command(BaseCommand):
    """Fills the bank-holiday calendar of the three divisions; what is on record already stays as it is."""

    help = "Loads the bank holidays of the three divisions of the UK. Running it again adds only new ones."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--years", type=int, default=12, help="how many years to load (12 unless told)")
        parser.add_argument("--from-year", type=int, help="the first year (seven years ago, for past cases)")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        today = timezone.localdate()
        years = _years(options["from_year"] or today.year - 7, options["years"])
        for division in Division:
            added, there = _load(division, years)
            when = f"{division.label}, {years[0]} to {years[-1]}"
            self.stdout.write(f"{when}: {added} added, {there} already there.")
            warning = horizon_warning(BankHoliday.objects.for_division(division).horizon(), today)
            if warning:
                self.stdout.write(self.style.WARNING(f"{division.label}: {warning}"))


def _years(first: int, count: int) -> range:
    if not 1 <= count <= 100:
        raise CommandError("Give a number of years from 1 to 100.")
    if not FIRST_YEAR <= first <= LAST_YEAR:
        raise CommandError(f"Give a first year from {FIRST_YEAR} to {LAST_YEAR}.")
    return range(first, first + count)


def _load(division: Division, years: range) -> tuple[int, int]:
    """How many holidays were added, and how many were on record."""
    # Here and not above: the import alone takes over a second, which every other command would pay.
    import holidays

    listed = weekdays(holidays.country_holidays("GB", subdiv=SUBDIVISIONS[division], years=years))
    there = BankHoliday.objects.for_division(division).titles()
    new = {day: title for day, title in listed.items() if day not in there}
    BankHoliday.objects.bulk_create(
        BankHoliday(date=day, division=division, title=title) for day, title in new.items()
    )
    return len(new), len(listed) - len(new)


def weekdays(listed: Mapping[datetime.date, str]) -> dict[datetime.date, str]:
    """The holidays that fall on a weekday, substitute days named as GOV.UK names them."""
    return {
        day: title.replace("(observed)", "(substitute day)")
        for day, title in sorted(listed.items())
        if day.weekday() < SATURDAY
    }
