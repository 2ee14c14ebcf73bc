"""Keeping customers: entering, changing, and making two rows that are one person into one, which can be undone."""

import datetime

from django.db import transaction

from complaints.choices import CustomerStep
from complaints.models import Customer, CustomerEntry
from complaints.operations.steps import Stopped
from complaints.rules.matching import email_key, phone_key, place_key
from council.audit import Conflict, claim_version, save_versioned
from council.models import User

DETAILS = ("name", "email", "phone", "address", "postcode", "way", "adjustments", "no_surveys")
KEYS = ("email_key", "phone_key", "place_key")


def add_customer(customer: Customer, *, by: User | None, at: datetime.datetime) -> Customer:
    """Enters a customer. Call inside a transaction; raises ValidationError for what is not fit to be kept."""
    _with_keys(customer)
    customer.full_clean()
    customer.save(force_insert=True)
    _enter(customer, CustomerStep.ENTERED, by=by, at=at)
    return customer


@transaction.atomic
def change_customer(
    customer: Customer, *, expected: int, by: User, at: datetime.datetime, why: str = ""
) -> Customer:
    """Saves changed details, and keeps which of them were changed but not what they were.

    Raises Conflict when somebody else saved first, ValidationError for what is not fit to be kept. Where nothing is
    changed, nothing is entered.
    """
    before = Customer.objects.filter(pk=customer.pk).first()
    if before is None:
        raise Conflict(None)
    changed = [name for name in DETAILS if getattr(before, name) != getattr(customer, name)]
    _with_keys(customer)
    save_versioned(customer, expected=expected, by=by, why=why, update_fields=[*DETAILS, *KEYS])
    if changed:
        _enter(customer, CustomerStep.CHANGED, by=by, at=at, fields=", ".join(changed), note=why)
    return customer


@transaction.atomic
def merge_customers(
    customer: Customer,
    *,
    into: Customer,
    expected: int,
    expected_into: int,
    why: str,
    by: User,
    at: datetime.datetime,
) -> Customer:
    """Says that two customers are one. Each case stays with the row it came in by, so that it can be undone.

    What had been merged into the customer goes along. Both rows are claimed, so that of two who merge them at once,
    either way round, the second is told. Raises Conflict then, and Stopped for a customer into itself, or where one
    of the two is merged already.
    """
    if customer.pk == into.pk:
        raise Stopped.because("", "This is one entry already. Choose another to merge it with.")
    _claim(customer, into, expected=expected, expected_other=expected_into)
    moved, standing = _read(customer, into)
    if moved.merged_into_id is not None or standing.merged_into_id is not None:
        raise Stopped.because("", "One of the two is merged with another entry already. Look at that one.")
    Customer.objects.filter(merged_into=moved).update(merged_into=standing)
    Customer.objects.filter(pk=moved.pk).update(merged_into=standing, said_to_be=standing)
    _enter(moved, CustomerStep.MERGED, by=by, at=at, other=standing, note=why)
    _enter(standing, CustomerStep.TOOK_IN, by=by, at=at, other=moved, note=why)
    return standing


@transaction.atomic
def unmerge_customer(
    customer: Customer, *, expected: int, why: str, by: User, at: datetime.datetime
) -> Customer:
    """Takes a merged customer apart again, with those who had been merged with it and not with whom it went to.

    Raises Stopped where it is not merged, Conflict when somebody else was quicker.
    """
    claim_version(customer, expected=expected)
    row = Customer.objects.select_related("merged_into").get(pk=customer.pk)
    into = row.merged_into
    if into is None:
        raise Stopped.because("", "This entry is not merged with another, so there is nothing to take apart.")
    along = _came_with(row, into)
    Customer.objects.filter(pk=row.pk).update(merged_into=None, said_to_be=None)
    Customer.objects.filter(pk__in=along, merged_into=into).update(merged_into=row)
    row.merged_into = row.said_to_be = None
    _enter(row, CustomerStep.UNMERGED, by=by, at=at, other=into, note=why)
    _enter(into, CustomerStep.LET_GO, by=by, at=at, other=row, note=why)
    return row


@transaction.atomic
def keep_apart(
    customer: Customer,
    other: Customer,
    *,
    expected: int,
    expected_other: int,
    why: str,
    by: User,
    at: datetime.datetime,
) -> None:
    """Says that two who look like one person are not, so that they are not suggested again.

    Raises Conflict when somebody else changed one of them first, and Stopped for one and the same.
    """
    if customer.pk == other.pk:
        raise Stopped.because("", "This is one entry. Choose another to compare it with.")
    _claim(customer, other, expected=expected, expected_other=expected_other)
    _enter(customer, CustomerStep.NOT_THE_SAME, by=by, at=at, other=other, note=why)
    _enter(other, CustomerStep.NOT_THE_SAME, by=by, at=at, other=customer, note=why)


def _claim(customer: Customer, other: Customer, *, expected: int, expected_other: int) -> None:
    """Claims both, always in the same order, so that two who do the same at once wait and never block each other."""
    for row, version in sorted(
        ((customer, expected), (other, expected_other)), key=lambda each: int(each[0].pk)
    ):
        claim_version(row, expected=version)


def _read(*customers: Customer) -> list[Customer]:
    found = Customer.objects.in_bulk([each.pk for each in customers])
    return [found[each.pk] for each in customers]


def _came_with(row: Customer, into: Customer) -> list[int]:
    """Those merged into the same customer who were said to be this one, or somebody who was."""
    said = dict(Customer.objects.filter(merged_into=into).values_list("pk", "said_to_be"))
    along: list[int] = []
    new = [row.pk]
    while new:
        new = [pk for pk, other in said.items() if other in new and pk != row.pk and pk not in along]
        along += new
    return along


def _with_keys(customer: Customer) -> None:
    customer.email_key = email_key(customer.email)
    customer.phone_key = phone_key(customer.phone)
    customer.place_key = place_key(customer.name, customer.postcode)


def _enter(
    customer: Customer,
    step: CustomerStep,
    *,
    by: User | None,
    at: datetime.datetime,
    other: Customer | None = None,
    fields: str = "",
    note: str = "",
) -> None:
    CustomerEntry(customer=customer, other=other, step=step, fields=fields, note=note, at=at, by=by).save(
        force_insert=True
    )
