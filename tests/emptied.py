"""Empties PostgreSQL by DELETE: TRUNCATE makes new files for each table and index, which takes seconds a test."""

from collections.abc import Iterable
from typing import Any

from django.db.backends.base.operations import BaseDatabaseOperations


def sql_flush(
    operations: BaseDatabaseOperations, _style: Any, tables: Iterable[str], **asked: bool
) -> list[str]:
    """Stands in for Django's own. In one transaction the order is free: references are looked at when it ends."""
    assert not any(asked.values()), "Only rows are deleted: sequences go on, and no other table is emptied."
    return ["; ".join(f"DELETE FROM {operations.quote_name(table)}" for table in tables)] if tables else []
