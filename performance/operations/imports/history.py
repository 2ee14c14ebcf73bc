"""Adding many rows to the register at once, each with who and why in its history."""

import datetime
from collections.abc import Sequence
from typing import TypeVar

from django.db import IntegrityError
from django.db.models import Model
from simple_history.utils import bulk_create_with_history

from council.audit import Conflict
from council.models import User

Row = TypeVar("Row", bound=Model)


def add_all(
    rows: Sequence[Row], model: type[Row], *, by: User | None, at: datetime.datetime, why: str
) -> None:
    """Adds the rows, which must be fit to be saved. Conflict where somebody added one of them meanwhile."""
    if not rows:
        return
    try:
        bulk_create_with_history(
            list(rows), model, default_user=by, default_change_reason=why, default_date=at, batch_size=500
        )
    except IntegrityError as fault:
        raise Conflict(None) from fault
