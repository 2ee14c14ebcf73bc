"""Texts as a search and a sort see them: the same on both databases.

Two texts are the same to a search when they `fold` to the same: capitals, accents and the way an accent is
encoded do not count. Left to themselves the databases differ (SQLite knows the capitals of A to Z only, PostgreSQL
those of its locale), so each is told to fold: SQLite by a function of ours, PostgreSQL by its ICU collations, which
every packaged server has.
"""

import re
import unicodedata
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func, TextField
from django.db.models.sql.compiler import SQLCompiler


def fold(text: str) -> str:
    """The text without what a search overlooks: capitals, accents, and how either is encoded."""
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text).lower())


def sort_key(text: str) -> str:
    """The folded text, its numbers padded with noughts, so that "BV 8" stands before "BV 109"."""
    return re.sub("[0-9]+", lambda number: number[0].zfill(15)[-15:], fold(text))


class Fold(Func):
    """`fold` of a text column, done by the database."""

    arity = 1
    output_field = TextField()
    on_sqlite = staticmethod(fold)
    on_postgresql = (
        r"""REGEXP_REPLACE(LOWER(NORMALIZE((%(expressions)s)::text, NFKD) COLLATE "und-x-icu"),"""
        r""" '[\u0300-\u036f]', '', 'g')"""
    )

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: object) -> Any:
        name = f"golden_thread_{self.on_sqlite.__name__}"
        _teach(connection, name, self.on_sqlite)
        return self.as_sql(compiler, connection, function=name)

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: object) -> Any:
        return self.as_sql(compiler, connection, template=self.on_postgresql + ' COLLATE "C"')


class SortKey(Fold):
    """`sort_key` of a text column, done by the database."""

    on_sqlite = staticmethod(sort_key)
    on_postgresql = (
        rf"REGEXP_REPLACE(REGEXP_REPLACE({Fold.on_postgresql}, '[0-9]+', '000000000000000\&', 'g'),"
        r" '[0-9]*([0-9]{15})', '\1', 'g')"
    )


def _teach(connection: Any, name: str, function: Any) -> None:
    """Gives an SQLite connection the function, once: SQLite refuses it again while a query runs."""
    connection.ensure_connection()
    taught = connection.__dict__.setdefault("_golden_thread_taught", {})
    if taught.get(name) is not connection.connection:
        connection.connection.create_function(
            name, 1, lambda text: None if text is None else function(str(text)), deterministic=True
        )
        taught[name] = connection.connection
