"""Keeping customers: entering, changing, and making two rows that are one person into one, which can be undone."""

import datetime

from django.db import transaction

from complaints.choices import CustomerStep
from complaints.models import Customer, CustomerEntry
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

    Raises Conflict when somebody else saved first, ValidationError for what is not fit to be kept.
    """
    before = Customer.objects.filter(pk=customer.pk).first()
    if before is None:
        raise Conflict(None)
    changed = [name for name in DETAILS if getattr(before, name) != getattr(customer, name)]
    _with_keys(customer)
    save_versioned(customer, expected=expected, by=by, why=why, update_fields=[*DETAILS, *KEYS])
    _enter(customer, CustomerStep.CHANGED, by=by, at=at, fields=", ".join(changed), note=why)
    return customer


@transaction.atomic
def merge_customers(
    customer: Customer, *, into: Customer, expected: int, why: str, by: User, at: datetime.datetime
) -> Customer:
    """Says that two customers are one. Each case stays with the row it came in by, so that it can be undone.

    What had been merged into the customer goes along. Raises ValueError for a customer into itself, or into one
    that is itself merged.
    """
    standing = Customer.objects.get(pk=into.pk)
    if standing.merged_into_id is not None or standing.pk == customer.pk:
        raise ValueError(f"{into.pk} is not a customer of its own that {customer.pk} could be merged into.")
    claim_version(customer, expected=expected)
    Customer.objects.filter(merged_into=customer).update(merged_into=standing)
    Customer.objects.filter(pk=customer.pk).update(merged_into=standing)
    customer.merged_into = standing
    _enter(customer, CustomerStep.MERGED, by=by, at=at, other=standing, note=why)
    _enter(standing, CustomerStep.MERGED, by=by, at=at, other=customer, note=why)
    return standing


@transaction.atomic
def unmerge_customer(
    customer: Customer, *, expected: int, why: str, by: User, at: datetime.datetime
) -> Customer:
    """Takes a merged customer apart again. Raises ValueError where it is not merged."""
    into = customer.merged_into
    if into is None:
        raise ValueError(f"Customer {customer.pk} is not merged into another.")
    claim_version(customer, expected=expected)
    Customer.objects.filter(pk=customer.pk).update(merged_into=None)
    customer.merged_into = None
    _enter(customer, CustomerStep.UNMERGED, by=by, at=at, other=into, note=why)
    _enter(into, CustomerStep.UNMERGED, by=by, at=at, other=customer, note=why)
    return customer


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
