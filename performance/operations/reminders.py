"""Reminders by e-mail: written as rows first, claimed by whoever sends them, and sent at most once.

Two commands that run at once write the same rows, and the database keeps each once; each row is claimed by an update
that only one of them can win. A claim is committed before the mail server is asked, so that no message goes twice.
"""

import datetime
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse

from council.mailing import MACHINE, NO_SERVER, UNSURE, NoServerError, attempt, mail_server
from performance.choices import ReminderKind
from performance.figures.reminder_people import Addressee
from performance.figures.reminders import Called
from performance.models import Reminder

AT_ONCE = 500


@dataclass(frozen=True)
class Sent:
    """What became of a round of reminders."""

    people: int = 0
    reminders: int = 0
    failed: int = 0
    """People whom it did not reach; they are written to in the next round."""
    is_cut_short: bool = False
    """Whether the mail server could not be reached, so that the rest waits for the next round."""


def write_reminders(due: Mapping[Addressee, Sequence[Called]], *, at: datetime.datetime) -> None:
    """Keeps a row for each reminder and person. One that is there already stays as it is, sent or not."""
    rows = [
        Reminder(
            kind=called.kind,
            user_id=person.user_id,
            indicator=called.indicator,
            period=called.period,
            written_at=at,
        )
        for person, reminders in due.items()
        for called in reminders
    ]
    Reminder.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)


def send_reminders(due: Mapping[Addressee, Sequence[Called]], *, at: datetime.datetime) -> Sent:
    """Sends each person one e-mail with all of theirs that were not sent before. Call outside a transaction.

    `due` is what holds today: what was written before and is no longer so is not sent.
    """
    write_reminders(due, at=at)
    people = reminders = failed = 0
    for person, called in due.items():
        claimed = _claim(person, called, at=at)
        if not claimed:
            continue
        error = _send(person, claimed)
        _settle(claimed, error, at=at)
        failed += bool(error)
        if error == NO_SERVER:
            return Sent(people, reminders, failed, is_cut_short=True)
        if not error:
            people, reminders = people + 1, reminders + len(claimed)
    return Sent(people, reminders, failed)


def _claim(person: Addressee, called: Iterable[Called], *, at: datetime.datetime) -> dict[int, Called]:
    """What of these is this command's alone to send, by the row's key: an update that no other can make as well."""
    wanted = {each.key: each for each in called}
    rows = Reminder.objects.to_send().filter(user=person.user_id).order_by("pk")
    found = {
        pk: wanted[key]
        for pk, *parts in rows.values_list("pk", "kind", "indicator_id", "period_id")
        if (key := tuple(parts)) in wanted
    }
    if not found:
        return {}
    claim = uuid.uuid4()
    mine = Reminder.objects.to_send().filter(pk__in=found)
    mine.update(claim=claim, claimed_at=at, attempts=F("attempts") + 1)
    return {pk: found[pk] for pk in Reminder.objects.filter(claim=claim).values_list("pk", flat=True)}


def _settle(claimed: Iterable[int], error: str, *, at: datetime.datetime) -> None:
    """Keeps that they were sent, or why not; what surely did not go is free for the next round."""
    rows = Reminder.objects.filter(pk__in=list(claimed))
    if not error:
        rows.update(sent_at=at, last_error="")
    elif error == UNSURE:
        rows.update(last_error=error)
    else:
        rows.update(claim=None, claimed_at=None, last_error=error)


def _send(person: Addressee, claimed: Mapping[int, Called]) -> str:
    """Sends one e-mail; answers "" or why it did not go, without the address or the words of the server."""
    try:
        with mail_server() as connection:
            message = EmailMessage(
                subject=_subject(claimed.values()),
                body=_body(person, claimed.values()),
                to=[person.email],
                connection=connection,
                headers=MACHINE,
            )
            return attempt(message)
    except NoServerError:
        return NO_SERVER


def _subject(called: Iterable[Called]) -> str:
    number = len({(each.indicator.pk, each.period.pk) for each in called})
    what = "return needs" if number == 1 else "returns need"
    return f"{settings.COUNCIL_NAME}: {number} {what} a look"


def _body(person: Addressee, called: Iterable[Called]) -> str:
    """The message: by kind, the most pressing first, each with a link."""
    site = settings.SITE_ADDRESS.rstrip("/")
    reminders = list(called)
    order = (
        ReminderKind.LATE,
        ReminderKind.DUE_SOON,
        ReminderKind.NOT_UPDATED,
        ReminderKind.NEVER_UPDATED,
    )
    groups = [
        (
            kind.label,
            [(each, f"{site}{each.indicator.get_absolute_url()}") for each in reminders if each.kind == kind],
        )
        for kind in order
    ]
    context = {
        "name": person.name,
        "council": settings.COUNCIL_NAME,
        "groups": [group for group in groups if group[1]],
        "work": f"{site}{reverse('my_returns')}",
    }
    return render_to_string("performance/email/reminders.txt", context)
