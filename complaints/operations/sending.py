"""Sending what was written to customers: each message claimed by whoever sends it, and sent at most once.

A claim is committed before the mail server is asked, so that two commands at once never send one message twice, and a
command that is killed leaves a claim behind instead of a second message.
"""

import datetime
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F

from complaints.models import Message
from complaints.models.message import CALLED_OFF
from complaints.operations.asking import call_off_asking
from council.mailing import MACHINE, NEVER_AGAIN, NoServerError, attempt, mail_server

Send = Callable[..., str | None]
AT_ONCE = 200
MOST_ATTEMPTS = 8
"""With a command run every few minutes, an hour or so of a server that takes nothing."""
GIVEN_UP = "Tried too often"


@dataclass(frozen=True)
class SentMessages:
    """What became of a round."""

    sent: int = 0
    failed: int = 0
    is_cut_short: bool = False
    """Whether the mail server could not be reached, so that the rest waits for the next round."""


def send_messages(*, at: datetime.datetime) -> SentMessages:
    """Sends what waits to be sent, the oldest first. Call outside a transaction."""
    waiting = Message.objects.to_send().exclude(to="").order_by("written_at", "pk")
    return send_each(list(waiting.values_list("pk", flat=True)[:AT_ONCE]), _send, at=at)


def send_each(keys: Sequence[int], send: Send, *, at: datetime.datetime) -> SentMessages:
    """Sends what the keys name over one connection; where no server answers the rest waits for the next run.

    `send` answers "" for what went, what went wrong, and None for what is another's.
    """
    if not keys:
        return SentMessages()
    sent = failed = 0
    try:
        with mail_server() as connection:
            for pk in keys:
                error = send(pk, connection, at=at)
                sent, failed = sent + (error == ""), failed + bool(error)
    except NoServerError:
        return SentMessages(sent, failed, is_cut_short=True)
    return SentMessages(sent, failed)


def _send(pk: int, connection: BaseEmailBackend, *, at: datetime.datetime) -> str | None:
    """Sends one that nobody else claimed; answers "" or what went wrong, None where it is another's or called off."""
    mine = Message.objects.to_send().filter(pk=pk)
    if not mine.update(claim=uuid.uuid4(), claimed_at=at, attempts=F("attempts") + 1):
        return None
    message = Message.objects.get(pk=pk)
    if call_off_asking(message):
        Message.objects.filter(pk=pk).update(last_error=CALLED_OFF, given_up=True)
        return None
    error = attempt(
        EmailMessage(
            subject=message.subject,
            body=message.body,
            to=[message.to],
            connection=connection,
            headers=MACHINE,
        )
    )
    _settle(message, error, at=at)
    return error


def _settle(message: Message, error: str, *, at: datetime.datetime) -> None:
    row = Message.objects.filter(pk=message.pk)
    if not error:
        row.update(sent_at=at, last_error="")
    elif error in NEVER_AGAIN:
        row.update(last_error=error, given_up=True)
    elif message.attempts >= MOST_ATTEMPTS:
        row.update(last_error=GIVEN_UP, given_up=True)
    else:
        row.update(claim=None, claimed_at=None, last_error=error)
