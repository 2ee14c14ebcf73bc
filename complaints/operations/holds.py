"""Legal holds: what is held is not anonymised, whatever its time, until the hold is lifted."""

import datetime

from django.db import transaction

from complaints.choices import CaseStep
from complaints.models import Case, Customer, HoldLift, LegalHold
from complaints.operations.steps import Stopped, begin, finish
from council.audit import claim_version
from council.models import User


@transaction.atomic
def hold_case(case: Case, *, why: str, expected: int, by: User, at: datetime.datetime) -> LegalHold:
    """Holds a case, and with it all that arose from one another. Raises Conflict, NotNow; Stopped where it is held."""
    row = begin(case, CaseStep.NOTED, expected=expected)
    if LegalHold.objects.in_force().filter(case=row).exists():
        raise Stopped.because("", "A legal hold keeps this case already.")
    hold = _save(LegalHold(case=row, why=why, at=at, by=by))
    finish(row, CaseStep.NOTED, by=by, at=at, note=f"Put on legal hold. {why}")
    return hold


@transaction.atomic
def hold_customer(
    customer: Customer, *, why: str, expected: int, by: User, at: datetime.datetime
) -> LegalHold:
    """Holds a customer with all their cases. Raises Conflict; Stopped where one is held or anonymised already."""
    claim_version(customer, expected=expected)
    row = Customer.objects.get(pk=customer.pk)
    if row.anonymised_at is not None:
        raise Stopped.because("", "This customer is anonymised: there is nothing left to hold.")
    if LegalHold.objects.in_force().filter(customer=row).exists():
        raise Stopped.because("", "A legal hold keeps this customer already.")
    return _save(LegalHold(customer=row, why=why, at=at, by=by))


@transaction.atomic
def lift_hold(hold: LegalHold, *, why: str, expected: int, by: User, at: datetime.datetime) -> HoldLift:
    """Lifts a hold, with the reason; `expected` is the version of its case or customer. Stopped where it is lifted."""
    row = None
    if hold.case is not None:
        row = begin(hold.case, CaseStep.NOTED, expected=expected)
    elif hold.customer is not None:
        claim_version(hold.customer, expected=expected)
    if HoldLift.objects.filter(hold=hold).exists():
        raise Stopped.because("", "This hold is lifted already.")
    lift = HoldLift(hold=hold, why=why, at=at, by=by)
    lift.full_clean(validate_unique=False)
    lift.save(force_insert=True)
    if row is not None:
        finish(row, CaseStep.NOTED, by=by, at=at, note=f"Legal hold lifted. {why}")
    return lift


def _save(hold: LegalHold) -> LegalHold:
    hold.full_clean()
    hold.save(force_insert=True)
    return hold
