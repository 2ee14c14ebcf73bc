"""Adding rows to the register as an administrator would: checked field by field, with history."""

import datetime
from collections.abc import Iterable
from typing import TypeVar

from django.db.models import ForeignKey, Model
from simple_history.utils import bulk_create_with_history

from council.models import User

Row = TypeVar("Row", bound=Model)


def add(rows: Iterable[Row], *, by: User | None, at: datetime.datetime, why: str = "") -> list[Row]:
    """Saves new rows of one model, all at once, with history of who and when where the model keeps it.

    Raises ValidationError for a row that is not fit to be saved; what spans rows the database refuses itself.
    """
    new = list(rows)
    if not new:
        return []
    model = type(new[0])
    links = {field.name for field in model._meta.concrete_fields if isinstance(field, ForeignKey)}
    for row in new:
        row.clean_fields(exclude=links)
        row.clean()
    if hasattr(model, "history"):
        bulk_create_with_history(new, model, default_user=by, default_date=at, default_change_reason=why)
    else:
        model._default_manager.bulk_create(new)
    return new
