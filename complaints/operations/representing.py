"""Who speaks for the customer of a case, and how the council knows that they may."""

import datetime

from django.db import transaction

from complaints.choices import CaseStep
from complaints.models import Case, Customer
from complaints.operations.customers import add_customer
from complaints.operations.steps import Stopped, begin, finish
from council.models import User


@transaction.atomic
def represent(
    case: Case,
    representative: Customer,
    *,
    authority: str,
    expected: int,
    by: User,
    at: datetime.datetime,
) -> Case:
    """Says who speaks for the customer: messages go to them from then on, and no longer to the customer.

    Somebody without a key is entered first. Raises Stopped where they are the customer, and without an authority.
    """
    row = begin(case, CaseStep.NOTED, expected=expected)
    if not authority:
        raise Stopped.because("authority", "Say how we know that they may speak for the customer.")
    if representative.pk is None:
        add_customer(representative, by=by, at=at)
    if _one_person(representative, row.customer):
        raise Stopped.because("", "This is the customer of the case, who needs nobody to speak for them.")
    changed = "" if row.representative_id == representative.pk else "Somebody speaks for the customer now. "
    note = f"{changed}How we know that they may: {authority}"
    finish(row, CaseStep.NOTED, by=by, at=at, note=note, representative=representative, authority=authority)
    return row


@transaction.atomic
def represent_no_more(case: Case, *, expected: int, by: User, at: datetime.datetime) -> Case:
    """Says that nobody speaks for the customer any more: messages go to the customer again.

    Raises Stopped where nobody did.
    """
    row = begin(case, CaseStep.NOTED, expected=expected)
    if row.representative_id is None:
        raise Stopped.because("", "Nobody speaks for the customer of this case.")
    note = "Nobody speaks for the customer any more."
    finish(row, CaseStep.NOTED, by=by, at=at, note=note, representative=None, authority="")
    return row


def _one_person(one: Customer, other: Customer) -> bool:
    return (one.merged_into_id or one.pk) == (other.merged_into_id or other.pk)
