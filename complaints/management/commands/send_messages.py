from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from complaints.operations.sending import send_messages


class Command(BaseCommand):
    """Sends what was written to customers and waits. It names nobody: its output goes to logs."""

    help = "Sends the messages to customers that wait, each once. For a timer, every few minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        sent = send_messages(at=timezone.now())
        self.stdout.write(f"Messages sent: {sent.sent}.")
        if sent.is_cut_short:
            raise CommandError("The mail server could not be reached. The next run goes on with the rest.")
        if sent.failed:
            raise CommandError(
                f"Messages that could not be sent: {sent.failed}. They are shown on their cases."
            )
