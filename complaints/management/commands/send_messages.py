from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from complaints.operations.asking import ask_customers
from complaints.operations.sending import send_messages
from complaints.operations.thanks import send_notices
from council.periods import local_day


class Command(BaseCommand):
    """Asks customers how their case went, sends what was written to them, and tells officers of thanks.

    It names nobody: its output goes to logs.
    """

    help = "Sends the messages to customers, and word of thanks to officers, each once. For a timer, every few minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        if asked := ask_customers(on=local_day(now), at=now):
            self.stdout.write(f"Cases whose customers were asked how it went: {asked}.")
        sent, told = send_messages(at=now), send_notices(at=now)
        self.stdout.write(f"Messages sent: {sent.sent}. Officers told of thanks: {told.sent}.")
        if sent.is_cut_short or told.is_cut_short:
            raise CommandError("The mail server could not be reached. The next run goes on with the rest.")
        if sent.failed:
            raise CommandError(
                f"Messages that could not be sent: {sent.failed}. They are shown on their cases."
            )
        if told.failed:
            raise CommandError(
                f"Officers who could not be told of thanks: {told.failed}. The page shows them."
            )
