"""Saving a row of the register: only from the state that the person read, with who and why."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django.db.models import Model

from council.audit import Conflict, add_versioned, remember, save_versioned
from council.models import User, Versioned


def state_of(row: Model, names: Iterable[str]) -> str:
    """What tells one state of the row from another: its version, or a digest of the named fields."""
    if isinstance(row, Versioned):
        return str(row.version)
    values = (f"{name}={row.serializable_value(name)}" for name in sorted(names))
    return sha256("\0".join(values).encode()).hexdigest()[:32]


def save_from(row: Any, *, read: str, names: Iterable[str], by: User, why: str) -> None:
    """Saves an edited row. Raises Conflict when it is no longer in the state that was read.

    Call inside a transaction. A row without a version is locked and compared; on SQLite the transaction itself
    is the lock, since it begins with one.
    """
    if isinstance(row, Versioned):
        save_versioned(row, expected=int(read), by=by, why=why)
        return
    current = type(row)._base_manager.select_for_update().filter(pk=row.pk).first()
    if current is None or state_of(current, names) != read:
        raise Conflict(current)
    remember(row, by=by, why=why)
    row.save()


def add(row: Any, *, by: User, why: str) -> None:
    """Saves a new row."""
    if isinstance(row, Versioned):
        add_versioned(row, by=by, why=why)
        return
    remember(row, by=by, why=why)
    row.save()
