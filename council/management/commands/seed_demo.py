import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from council.access import Role
from council.demo.build import build_council, is_empty
from council.demo.days import YEARS
from council.demo.people import ACCOUNTS, DEMO_USERNAMES
from council.models import User
from performance.models import Indicator, Return

PASSWORD = "golden-thread-demo"  # noqa: S105 - printed for everybody to read
FIRST_YEAR, LAST_YEAR = 1990, 2100


class Command(BaseCommand):
    """Fills an empty database with the demo council: an invented borough with five years of returns."""

    help = "Loads the demo council into an empty database and prints who may sign in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing when a council is there already"
        )
        parser.add_argument("--today", help="the day as which it is looked at, such as 2026-11-22 (today)")
        parser.add_argument("--password", help=f"the password of every demo account ({PASSWORD})")

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_empty():
            if not options["if_empty"]:
                raise CommandError(
                    "This database is in use, so the demo council was not loaded. Name an empty one in DATABASE_URL."
                )
            self.stdout.write(
                f"The council is there already: {Indicator.objects.count():,} indicators and "
                f"{Return.objects.count():,} returns."
            )
            self.print_sign_ins(options["password"] or PASSWORD)
            return
        today = read_day(options["today"])
        password = fit_password(options["password"] or PASSWORD)
        self.stdout.write(
            f"Loading the demo council, {settings.COUNCIL_NAME}, as of {today.day} {today:%B %Y}."
        )
        with transaction.atomic():
            years = today.year - YEARS - 3
            call_command("load_bank_holidays", from_year=years, years=YEARS + 7, stdout=self.stdout)
            build_council(today=today, password=password, say=self.say)
        self.print_sign_ins(password)

    def say(self, words: str) -> None:
        """A line of progress, at once."""
        self.stdout.write(words)
        self.stdout.flush()

    def print_sign_ins(self, password: str) -> None:
        """The accounts to try it with, where they are there."""
        there = {
            user.username: user for user in User.objects.filter(username__in=DEMO_USERNAMES, is_active=True)
        }
        if not there:
            return
        self.stdout.write("\nSign in as:")
        for username in DEMO_USERNAMES:
            if username in there:
                user = there[username]
                self.stdout.write(f"  {username:<12}{Role(user.role).label:<20}{user}")
        self.stdout.write(
            f"The password is {password} unless it was changed. Never use it where others can sign in."
        )


def read_day(text: str | None) -> datetime.date:
    """The day as which the council is looked at. CommandError, with what to write, for anything else."""
    if text is None:
        return timezone.localdate()
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise CommandError("Write the day as year, month and day, such as 2026-11-22.") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CommandError(f"Choose a day from {FIRST_YEAR} to {LAST_YEAR}.")
    return day


def fit_password(password: str) -> str:
    """The password, once it is good enough for the accounts. CommandError with what is wrong."""
    try:
        for account in ACCOUNTS:
            validate_password(password, User(username=account.username))
    except ValidationError as problem:
        raise CommandError(" ".join(problem.messages)) from None
    return password
