"""A person has an indicator's control limits start anew, and may take that back."""

import datetime

from django.db import IntegrityError, transaction

from council.audit import Conflict, add_versioned, save_versioned
from council.models import User
from performance.choices import NUMERIC_KINDS
from performance.models import Indicator, Period, Rebase, Return
from performance.operations.returns import NotReady
from performance.rules.readiness import Problem
from performance.rules.spc.rebasing import rebase_problems


class AlreadyWithdrawn(Exception):
    """Somebody has withdrawn the rebase."""


def problems_of(indicator: Indicator, period: Period, *, reason: str, on: datetime.date) -> list[Problem]:
    """What speaks against new limits from the period on, a sentence each; two queries."""
    first = Return.objects.filter(indicator=indicator, standing__value__isnull=False).order_by(
        "period__starts_on"
    )
    return rebase_problems(
        is_numeric=indicator.value_kind in NUMERIC_KINDS,
        reason=reason,
        name=period.name,
        starts_on=period.starts_on,
        is_over=period.cycle_id == indicator.cycle_id and period.ends_on < on,
        first_on=first.values_list("period__starts_on", flat=True).first(),
        is_taken=Rebase.objects.in_force().filter(indicator=indicator, period=period).exists(),
    )


@transaction.atomic
def rebase_limits(
    indicator: Indicator,
    *,
    period: Period,
    reason: str,
    by: User,
    at: datetime.datetime,
    on: datetime.date,
) -> Rebase:
    """Has the limits start anew from the period on. Raises NotReady with what speaks against it; `on` is today."""
    if problems := problems_of(indicator, period, reason=reason, on=on):
        raise NotReady(problems)
    made = Rebase(indicator=indicator, period=period, reason=reason, by=by, at=at)
    try:
        with transaction.atomic():
            add_versioned(made, by=by)
    except IntegrityError:
        raise NotReady([Problem("period", f"The limits already start anew at {period.name}.")]) from None
    return made


def withdraw_rebase(row: Rebase, *, reason: str, expected: int, by: User, at: datetime.datetime) -> None:
    """Takes a rebase back, once; it stays on record. Raises Conflict or AlreadyWithdrawn."""
    if not row.is_in_force:
        raise AlreadyWithdrawn
    row.withdrawn_because, row.withdrawn_by, row.withdrawn_at = reason, by, at
    try:
        save_versioned(
            row, expected=expected, by=by, update_fields=["withdrawn_because", "withdrawn_by", "withdrawn_at"]
        )
    except Conflict:
        row.refresh_from_db()
        raise
