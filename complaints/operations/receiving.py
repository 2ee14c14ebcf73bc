"""A case comes in: by the public form, or taken by an officer at the counter, on the phone, from a letter."""

import datetime
import uuid
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F

from complaints.choices import CaseKind, CaseState, CaseStep, Channel, MessageKind
from complaints.models import Case, CaseNumber, CaseProcedure, Contact, Customer, Incident
from complaints.operations.clocks import start_stage
from complaints.operations.customers import add_customer
from complaints.operations.links import new_nonce, sum_of, token_of
from complaints.operations.messages import write_message
from complaints.operations.steps import next_due, write_entry
from council.models import User
from council.periods import local_day
from portfolios.models import Service


@dataclass(kw_only=True)
class Told:
    """What somebody told the council, before it is a case. A customer without a key is entered with it."""

    kind: CaseKind
    channel: Channel
    customer: Customer
    subject: str = ""
    words: str = ""
    wants: str = ""
    happened_on: datetime.date | None = None
    service: Service | None = None
    representative: Customer | None = None
    authority: str = ""
    incident: Incident | None = None
    arose_from: Case | None = None
    sent_as: uuid.UUID = field(default_factory=uuid.uuid4)
    """Sent a second time it makes no second case."""


def receive_case(
    told: Told, *, received_at: datetime.datetime, by: User | None, at: datetime.datetime
) -> Case:
    """Makes a case of what was told, with its number, its first clock and the word that it was received.

    Sent again it answers the case that is there. `received_at` may lie before `at`, as of a letter. Raises
    ValidationError where it is still to come, or for what is not fit to be kept.
    """
    if received_at > at:
        raise ValidationError(
            {"received_at": "Enter when it was received: now or before, not a time to come"}
        )
    try:
        with transaction.atomic():
            return _receive(told, received_at=received_at, by=by, at=at)
    except IntegrityError:
        there = Case.objects.filter(sent_as=told.sent_as).first()
        if there is None:
            raise
        return there


def _receive(told: Told, *, received_at: datetime.datetime, by: User | None, at: datetime.datetime) -> Case:
    if there := Case.objects.filter(sent_as=told.sent_as).first():
        return there
    day = local_day(received_at)
    for customer in (told.customer, told.representative):
        if customer is not None and customer.pk is None:
            add_customer(customer, by=by, at=at)
        elif customer is not None:
            _hold_on_to(customer)
    nonce = new_nonce()
    case = Case(
        reference=_next_reference(day.year),
        kind=told.kind,
        asked_as=told.kind,
        channel=told.channel,
        customer=told.customer,
        representative=told.representative,
        authority=told.authority,
        service=told.service,
        incident=told.incident,
        arose_from=told.arose_from,
        subject=told.subject,
        words=told.words,
        wants=told.wants,
        happened_on=told.happened_on,
        received_at=received_at,
        received_on=day,
        procedure=CaseProcedure.objects.usual(told.kind, day=day),
        state=CaseState.WAITING,
        taken_by=by,
        link_nonce=nonce,
        link_hash=sum_of(token_of(nonce)),
        sent_as=told.sent_as,
    )
    case.full_clean(validate_unique=False)
    case.save(force_insert=True)
    _begin(case, by=by, at=at)
    return case


def _hold_on_to(customer: Customer) -> None:
    """Keeps a customer on record from being anonymised until their case is saved."""
    if not Customer.objects.filter(pk=customer.pk, anonymised_at=None).update(anonymised_at=None):
        raise ValidationError("What was kept of this customer is taken out. Enter their details anew")


def _begin(case: Case, *, by: User | None, at: datetime.datetime) -> None:
    """All that stands beside a new case: its contact, its clock, its first entry and message."""
    Contact.objects.create(
        customer=case.representative or case.customer,
        case=case,
        channel=case.channel,
        at=case.received_at,
        taken_by=by,
    )
    if case.procedure is not None:
        start_stage(case, case.procedure, stage=case.stage, on=case.received_on)
        case.due_on, case.due_for = next_due(case)
        Case.objects.filter(pk=case.pk).update(due_on=case.due_on, due_for=case.due_for)
    entry = write_entry(case, CaseStep.RECEIVED, by=by, at=at)
    write_message(case, MessageKind.RECEIVED, entry=entry, at=at)


def _next_reference(year: int) -> str:
    """The next reference of the year; the row is held until the case is saved, so that none is given twice."""
    CaseNumber.objects.get_or_create(year=year)
    CaseNumber.objects.filter(year=year).update(last=F("last") + 1)
    return f"C-{year}-{CaseNumber.objects.get(year=year).last:04}"
