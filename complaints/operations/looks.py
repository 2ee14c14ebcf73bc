"""That each look at personal data is kept."""

import datetime

from complaints.choices import LookKind
from complaints.models import Case, Customer, Look
from council.models import User


def keep_look(
    user: User,
    kind: LookKind,
    *,
    at: datetime.datetime,
    case: Case | None = None,
    customer: Customer | None = None,
) -> None:
    """Keeps that the user looked; one row for each page asked for."""
    Look(user=user, case=case, customer=customer, kind=kind, at=at).save(force_insert=True)
