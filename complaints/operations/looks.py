"""That each look at personal data is kept."""

import datetime
from collections.abc import Iterable

from complaints.choices import LookAs, LookKind
from complaints.models import Case, Customer, Look
from council.access import Permission, may
from council.models import User

AT_ONCE = 500


def keep_look(
    user: User,
    kind: LookKind,
    *,
    at: datetime.datetime,
    case: Case | None = None,
    customer: Customer | None = None,
) -> None:
    """Keeps that the user looked: a row for each person whose details the page shows, who speaks for another too."""
    people: list[int | None] = [customer.pk if customer else None]
    if case is not None and case.representative_id not in (None, *people):
        people.append(case.representative_id)
    looked_as = _as_what(user, case.handler_id if case else None)
    Look.objects.bulk_create(
        Look(user=user, case=case, customer_id=pk, kind=kind, looked_as=looked_as, at=at) for pk in people
    )


def keep_looks(user: User, kind: LookKind, rows: Iterable[Case], *, at: datetime.datetime) -> None:
    """Keeps that the user saw each of the cases with its customer in a list or a file; a row for each of them.

    A list of none is kept as well: somebody looked for something.
    """
    looks = [
        Look(
            user=user,
            case_id=row.pk,
            customer_id=row.customer_id,
            kind=kind,
            looked_as=_as_what(user, row.handler_id),
            at=at,
        )
        for row in rows
    ]
    Look.objects.bulk_create(
        looks or [Look(user=user, kind=kind, looked_as=_as_what(user, None), at=at)], AT_ONCE
    )


def _as_what(user: User, handler: int | None) -> LookAs:
    """As what somebody looks who may: whoever may see all cases does not look as of the service."""
    if handler == user.pk:
        return LookAs.HANDLER
    return LookAs.TEAM if may(user, Permission.SEE_ALL_CASES) else LookAs.SERVICE
