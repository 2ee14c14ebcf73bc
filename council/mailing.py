"""Sending one e-mail by whichever way the council has set up, and what became of it in words without an address."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPServerDisconnected

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

NO_SERVER = "The mail server could not be reached"
REFUSED = "The mail server refused the address"
FAILED = "The mail server did not take the message"
UNFIT = "The address cannot be written to"
UNSURE = "The sending was cut off, so it may have gone; it is not sent again"
NEVER_AGAIN = (REFUSED, UNFIT, UNSURE)
"""What trying again would not mend, or could send twice."""
MACHINE = {"Auto-Submitted": "auto-generated"}
"""Out-of-office replies to a machine help nobody (RFC 3834)."""


class NoServerError(Exception):
    """The mail server could not be reached: nothing was sent, and the rest waits."""


@contextmanager
def mail_server() -> Iterator[BaseEmailBackend]:
    """An open connection. Raises NoServerError where there is none to be had."""
    connection = get_connection()
    try:
        connection.open()
    except OSError as problem:
        raise NoServerError from problem
    try:
        yield connection
    finally:
        with suppress(OSError):
            connection.close()


def attempt(message: EmailMessage) -> str:
    """Sends it; answers "" or why it did not go, without the address or the words of the server."""
    try:
        message.send()
    except SMTPServerDisconnected:
        return UNSURE
    except SMTPRecipientsRefused:
        return REFUSED
    except SMTPException:
        return FAILED
    except OSError:
        return UNSURE
    except ValueError:
        return UNFIT
    return ""
