"""Keeps the months of a return beside its draft, under the same version."""

import datetime
from collections.abc import Sequence

from django.db import transaction

from council.models import User
from performance.figures.assessment import Assessment
from performance.figures.months import MonthEntry
from performance.models import MonthlyValue, Return
from performance.operations.returns import NotReady, save_draft
from performance.rules.readiness import Problem

WHY = "Say why the months of a published return change: reopen it with a reason."


@transaction.atomic
def save_draft_with_months(
    assessment: Assessment,
    months: Sequence[MonthEntry],
    *,
    expected: int,
    by: User,
    at: datetime.datetime,
    reason: str = "",
) -> Return:
    """Keeps what was typed for a return and for those of its months that changed, all or none.

    Older values of a month stay. Raises what `save_draft` does, and NotReady where a month of a published return
    changes without a reason.
    """
    row = save_draft(assessment, expected=expected, by=by, at=at)
    if months and row.published_id is not None and not reason.strip():
        raise NotReady([Problem("as_written", WHY)])
    for each in months:
        kept = MonthlyValue(
            indicator=assessment.indicator,
            month=each.month.replace(day=1),
            as_written=each.as_written,
            value=each.read.value,
            numerator=each.read.numerator,
            denominator=each.read.denominator,
            reason=reason if row.published_id is not None else "",
            by=by,
            at=at,
        )
        kept.clean_fields(exclude=["indicator", "by"])
        kept.save()
    return row
