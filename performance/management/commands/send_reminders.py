from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from council.periods import local_day
from performance.figures.reminders import by_person, to_send
from performance.operations.reminders import send_reminders


class Command(BaseCommand):
    """Writes and sends the reminders of the day. It names nobody: its output goes to logs."""

    help = "Sends each person one e-mail with the returns that need a look. For a timer, once each working morning."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say how many reminders hold today")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        reminders = to_send(day=local_day(now))
        due = by_person(reminders)
        if options["dry_run"]:
            nobody = sum(not each.reached.to for each in reminders)
            self.stdout.write(
                f"Reminders that hold today: {len(reminders)}. With somebody to write to: {len(reminders) - nobody}, "
                f"to people: {len(due)}. With nobody to write to: {nobody}."
            )
            return
        sent = send_reminders(due, at=now)
        self.stdout.write(f"Reminders sent: {sent.reminders}, to people: {sent.people}.")
        if sent.is_cut_short:
            raise CommandError("The mail server could not be reached. The next run goes on with the rest.")
        if sent.failed:
            raise CommandError(f"People who could not be reached: {sent.failed}. The next run tries again.")
