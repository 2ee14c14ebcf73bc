from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from complaints.operations.asking import ask_customers
from complaints.operations.sending import send_messages
from council.periods import local_day


class Command(BaseCommand):
    """Asks customers how their case went, and sends what was written to customers. It names nobody: logs are read."""

    help = "Sends the messages to customers that wait, each once. For a timer, every few minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        if asked := ask_customers(on=local_day(now), at=now):
            self.stdout.write(f"Cases whose customers were asked how it went: {asked}.")
        sent = send_messages(at=now)
        self.stdout.write(f"Messages sent: {sent.sent}.")
        if sent.is_cut_short:
            raise CommandError("The mail server could not be reached. The next run goes on with the rest.")
        if sent.failed:
            raise CommandError(
                f"Messages that could not be sent: {sent.failed}. They are shown on their cases."
            )
