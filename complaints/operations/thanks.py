"""Passing thanks on: to a person, a post or a team, who are told that they wait; the customer hears that they came."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse

from complaints.choices import CaseStep, MessageKind
from complaints.models import Case, Thanks, ThanksNotice
from complaints.operations.messages import write_message
from complaints.operations.sending import AT_ONCE, GIVEN_UP, MOST_ATTEMPTS, SentMessages, send_each
from complaints.operations.steps import Stopped, begin, finish
from council.mailing import MACHINE, NEVER_AGAIN, attempt
from council.models import User
from council.periods import local_day
from portfolios.models import Person, Post, Service, Tenure

REACHED = (
    "Thank you for your kind words about “{subject}”. We have passed them on to those whom they are for, and they will "
    "be glad of them."
)
SUBJECT = "{council}: a customer has thanked you"
BODY = (
    "Dear {name},\n\nA customer has thanked you or your team. Read what they said, and what was done with it, here "
    "(you sign in first):\n\n{link}\n\n{council}\n"
)


@dataclass(frozen=True, kw_only=True)
class PassedOn:
    """Whom thanks are for, the customer's words, and what was done with them."""

    words: str
    deed: str = ""
    people: Sequence[Person] = ()
    post: Post | None = None
    service: Service | None = None


@transaction.atomic
def pass_on(
    case: Case, said: PassedOn, *, tell_customer: bool, expected: int, by: User, at: datetime.datetime
) -> list[Thanks]:
    """Passes thanks on, one row for each whom they are for, and writes a notice to each officer whom they reach.

    Raises Stopped where they are for nobody.
    """
    row = begin(case, CaseStep.PASSED_ON, expected=expected)
    to: list[dict[str, object]] = [{"person": each} for each in said.people]
    to += [{"post": said.post}] if said.post else []
    to += [{"service": said.service}] if said.service else []
    if not to:
        raise Stopped.because("people", "Choose whom the thanks are for: people, a post or a team.")
    rows = [Thanks(case=row, words=said.words, deed=said.deed, at=at, by=by, **each) for each in to]
    for each in rows:
        each.full_clean()
        each.save(force_insert=True)
    for user, thanks in _reached(rows, on=local_day(at), by=by).items():
        ThanksNotice.objects.create(thanks=thanks, user=user, written_at=at)
    names = ", ".join(each.recipient for each in rows)
    note = f"To {names}. {said.deed}".strip()
    entry = finish(row, CaseStep.PASSED_ON, by=by, at=at, note=note)
    if tell_customer:
        reason = REACHED.format(subject=row.subject or row.reference)
        write_message(row, MessageKind.NOTE, entry=entry, at=at, reason=reason)
    return rows


def _reached(rows: Sequence[Thanks], *, on: datetime.date, by: User) -> dict[User, Thanks]:
    """Who may sign in of those whom the thanks are for, each once, with the first that is for them.

    Whoever passes them on needs no telling.
    """
    found: dict[User, Thanks] = {}
    for row in rows:
        held = Tenure.objects.on(on).filter(
            Q(post=row.post_id) if row.post_id else Q(post__service=row.service_id)
        )
        to = Q(person=row.person_id) if row.person_id else Q(person__tenures__in=held)
        for user in User.objects.filter(to, is_active=True).exclude(pk=by.pk).distinct().order_by("pk"):
            found.setdefault(user, row)
    return found


def send_notices(*, at: datetime.datetime) -> SentMessages:
    """Tells those who were thanked, the oldest first, each notice at most once. Call outside a transaction."""
    waiting = ThanksNotice.objects.to_send().exclude(user__email="").filter(user__is_active=True)
    keys = list(waiting.order_by("written_at", "pk").values_list("pk", flat=True)[:AT_ONCE])
    return send_each(keys, _send, at=at)


def _send(pk: int, connection: BaseEmailBackend, *, at: datetime.datetime) -> str | None:
    """Sends one that nobody else claimed; answers "" or what went wrong, None where it is another's."""
    mine = ThanksNotice.objects.to_send().filter(pk=pk)
    if not mine.update(claim=uuid.uuid4(), claimed_at=at, attempts=F("attempts") + 1):
        return None
    notice = ThanksNotice.objects.select_related("user").get(pk=pk)
    link = f"{str(settings.SITE_ADDRESS).rstrip('/')}{reverse('thanks')}"
    facts = {"council": settings.COUNCIL_NAME, "name": str(notice.user), "link": link}
    error = attempt(
        EmailMessage(
            subject=SUBJECT.format(**facts),
            body=BODY.format(**facts),
            to=[notice.user.email],
            connection=connection,
            headers=MACHINE,
        )
    )
    _settle(notice, error, at=at)
    return error


def _settle(notice: ThanksNotice, error: str, *, at: datetime.datetime) -> None:
    row = ThanksNotice.objects.filter(pk=notice.pk)
    if not error:
        row.update(sent_at=at, last_error="")
    elif error in NEVER_AGAIN:
        row.update(last_error=error, given_up=True)
    elif notice.attempts >= MOST_ATTEMPTS:
        row.update(last_error=GIVEN_UP, given_up=True)
    else:
        row.update(claim=None, claimed_at=None, last_error=error)
