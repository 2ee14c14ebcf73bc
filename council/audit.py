"""Changing a row that other people edit too: who, what, why, and never over somebody else's save."""

from typing import Any

from django.db import transaction
from django.db.models import F, Model

from council.models import User, Versioned


class Conflict(Exception):
    """Somebody saved the row first. Carries the row as it now stands."""

    def __init__(self, current: Model | None) -> None:
        super().__init__("Somebody else saved this first.")
        self.current = current


def claim_version(row: Versioned, *, expected: int) -> None:
    """Moves the row from the version that was read to the next, or raises Conflict. Call inside a transaction.

    Compare-and-swap is the only guard that was clean on SQLite and PostgreSQL alike: a comparison before
    `save()` lost 199 of 200 simultaneous edits, and `select_for_update` does nothing on SQLite.
    """
    manager = type(row)._base_manager
    if not manager.filter(pk=row.pk, version=expected).update(version=F("version") + 1):
        raise Conflict(manager.filter(pk=row.pk).first())
    row.version = expected + 1


def save_versioned(
    row: Versioned, *, expected: int, by: User | None, why: str = "", update_fields: list[str] | None = None
) -> None:
    """Saves an edited row in one transaction, with history of who and why.

    Raises Conflict when the row is no longer at `expected`, ValidationError when it is not fit to be saved.
    """
    with transaction.atomic():
        claim_version(row, expected=expected)
        row.full_clean()
        remember(row, by=by, why=why)
        row.save(update_fields=None if update_fields is None else [*update_fields, "version"])


def add_versioned(row: Versioned, *, by: User | None, why: str = "") -> None:
    """Saves a new row with history of who and why. Raises ValidationError when it is not fit to be saved."""
    row.full_clean()
    remember(row, by=by, why=why)
    row.save(force_insert=True)


def remember(row: Any, *, by: User | None, why: str) -> None:
    """Says who and why, for the history that the next save or removal of the row writes."""
    row._history_user = by
    row._change_reason = why
