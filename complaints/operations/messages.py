"""Writing to customers: a row in the same transaction as what it tells, sent afterwards, each kept on its case."""

import datetime
from collections.abc import Mapping

from django.conf import settings
from django.urls import reverse

from complaints.choices import ContactWay, MessageKind
from complaints.models import Case, CaseEntry, Message, MessageText
from complaints.operations.links import token_of
from complaints.rules.texts import fill, what_next
from council.dates import long_date

NAMELESS = "customer"
"""How somebody is addressed who gave no name."""


def write_message(
    case: Case, kind: MessageKind, *, entry: CaseEntry, at: datetime.datetime, **facts: str
) -> Message | None:
    """Writes what the council says on the occasion, once for each step; None where it has no text for it.

    Who speaks for the customer hears in their place. A customer who hears by e-mail gets one; for any other it is kept
    with nobody to send it to, to be printed or read out. `facts` add to those of the case or take their place.
    """
    drafted = draft_message(case, kind, **facts)
    if drafted is None:
        return None
    message = _message(case, kind, drafted, key=f"{case.pk}:{entry.number}:{kind}", at=at)
    message.save(force_insert=True)
    return message


def write_to_all(cases: Mapping[str, Case], kind: MessageKind, *, at: datetime.datetime, **facts: str) -> int:
    """Writes the same to the customers of many cases, each by the key of its message; answers how many.

    Nothing where the council has no text for the occasion. Two queries, where the cases are read with those named.
    """
    text = MessageText.objects.filter(kind=kind).first()
    if text is None:
        return 0
    rows = [_message(case, kind, filled(text, case, **facts), key=key, at=at) for key, case in cases.items()]
    return len(Message.objects.bulk_create(rows))


def hears_by_email(case: Case) -> bool:
    """Whether what is written for the case goes by e-mail; else it is printed, read out, or read on its own page."""
    hears = case.representative or case.customer
    return hears.way == ContactWay.EMAIL and bool(hears.email)


def _message(
    case: Case, kind: MessageKind, drafted: tuple[str, str], *, key: str, at: datetime.datetime
) -> Message:
    hears = case.representative or case.customer
    to = hears.email if hears_by_email(case) else ""
    return Message(case=case, kind=kind, to=to, subject=drafted[0], body=drafted[1], written_at=at, key=key)


def draft_message(case: Case, kind: MessageKind, **facts: str) -> tuple[str, str] | None:
    """The subject and the words of what would be written; None where the council has no text for it."""
    text = MessageText.objects.filter(kind=kind).first()
    if text is None:
        return None
    return filled(text, case, **facts)


def filled(text: MessageText, case: Case, **facts: str) -> tuple[str, str]:
    """The subject and the words of a text, with the facts of the case in their places."""
    known = facts_of(case) | facts
    return fill(text.subject, known)[:200], fill(text.body, known)


def facts_of(case: Case) -> dict[str, str]:
    """What of a case may stand in a message."""
    procedure = case.procedure
    return {
        "name": (case.representative or case.customer).name or NAMELESS,
        "reference": case.reference,
        "subject": case.subject,
        "council": settings.COUNCIL_NAME,
        "link": link_to(case),
        "officer": str(case.handler or settings.COUNCIL_NAME),
        "due": long_date(case.due_on) if case.due_on else "",
        "next": what_next(
            kind=case.kind,
            stage=case.stage,
            has_stage_two=bool(procedure and procedure.has_stage_two),
            ombudsman=procedure.ombudsman if procedure else "",
            contact=procedure.ombudsman_contact if procedure else "",
        ),
        "ombudsman": procedure.ombudsman if procedure else "",
        "ombudsman_contact": procedure.ombudsman_contact if procedure else "",
    }


def link_to(case: Case) -> str:
    """The secret link by which the customer follows the case."""
    address = reverse("follow_case", args=[token_of(case.link_nonce)])
    return f"{str(settings.SITE_ADDRESS).rstrip('/')}{address}"
