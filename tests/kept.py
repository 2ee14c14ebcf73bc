"""Rows that were made once and are laid out again: a council takes seconds to build, and hundredths to copy.

What is kept is what the database keeps, not what Django makes of it, so that nothing is converted on the way.
"""

import io
import pickle
from collections.abc import Callable
from typing import Any

from django.db import connection

# For each table its new rows: tuples of what SQLite stores, or the lines that PostgreSQL copies.
Rows = dict[str, list[Any]]
KEPT: dict[Callable[[], object], tuple[bytes, Rows]] = {}


def laid_out(build: Callable[[], object]) -> object:
    """What `build` returns, with the rows that it made; built by the first who asks, copied for all others."""
    if build not in KEPT:
        before = _all_rows()
        made = build()
        KEPT[build] = pickle.dumps(made), _new_rows(before, _all_rows())
        return made
    pickled, rows = KEPT[build]
    for table, new in rows.items():
        _insert(table, new)
    return pickle.loads(pickled)


def forget() -> None:
    """What rows refer to was made anew under other keys: the next one builds again."""
    KEPT.clear()


def _all_rows() -> Rows:
    with connection.cursor() as cursor:
        return {table: _rows(cursor, table) for table in connection.introspection.table_names(cursor)}


def _new_rows(before: Rows, after: Rows) -> Rows:
    gone = [table for table, rows in before.items() if not set(rows) <= set(after[table])]
    assert not gone, f"Only new rows can be copied, and rows of {', '.join(gone)} were changed or deleted."
    new = {}
    for table, rows in after.items():
        old = set(before[table])
        new[table] = [row for row in rows if row not in old]
    return {table: rows for table, rows in new.items() if rows}


def _rows(cursor: Any, table: str) -> list[Any]:
    if connection.vendor == "postgresql":
        copied = io.StringIO()
        cursor.copy_expert(f"COPY {_quoted(table)} TO STDOUT", copied)
        return copied.getvalue().splitlines(keepends=True)
    # A sum of one has no declared type: sqlite3 then gives what is stored, and makes no date of it.
    names = [each.name for each in connection.introspection.get_table_description(cursor, table)]
    cursor.execute(f"SELECT {', '.join(f'+{_quoted(name)}' for name in names)} FROM {_quoted(table)}")
    return cursor.fetchall()


def _insert(table: str, rows: list[Any]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.copy_expert(f"COPY {_quoted(table)} FROM STDIN", io.StringIO("".join(rows)))
            return
        places = ", ".join("?" * len(rows[0]))
        connection.connection.executemany(f"INSERT INTO {_quoted(table)} VALUES ({places})", rows)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
