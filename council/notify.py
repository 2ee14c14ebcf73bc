"""E-mails by GOV.UK Notify instead of a mail server: each goes as one template with the subject and the body in it.

The council makes a template in Notify whose subject is ((subject)) and whose message is ((body)), and gives its id
and an API key as settings.
"""

from collections.abc import Sequence
from smtplib import SMTPException, SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

BAD_REQUEST = 400


class EmailBackend(BaseEmailBackend):
    """Sends by Notify, and fails as a mail server would, so that whoever sends need not know which it is."""

    client: Any = None

    def open(self) -> bool:
        """Makes the client; it asks nothing of Notify yet."""
        # Only what sends needs the library and its HTTP client, and no page does.
        from notifications_python_client.notifications import NotificationsAPIClient

        made: Any = NotificationsAPIClient
        self.client = made(settings.NOTIFY_API_KEY, timeout=settings.EMAIL_TIMEOUT)
        return True

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Sends each, and answers how many; raises what a mail server raises."""
        if self.client is None:
            self.open()
        for message in email_messages:
            self._send(message)
        return len(email_messages)

    def _send(self, message: EmailMessage) -> None:
        from notifications_python_client.errors import APIError

        try:
            for address in message.recipients():
                self.client.send_email_notification(
                    email_address=address,
                    template_id=settings.NOTIFY_TEMPLATE,
                    personalisation={"subject": message.subject, "body": message.body},
                )
        except APIError as problem:
            raise _as_of_a_server(problem) from problem


def _as_of_a_server(problem: Any) -> Exception:
    """What a mail server would have raised: refused, failed and may be tried again, or nobody knows."""
    if problem.response is None:
        return OSError("Notify did not answer")
    if problem.status_code == BAD_REQUEST:
        return SMTPRecipientsRefused({})
    return SMTPException(f"Notify answered {problem.status_code}")
