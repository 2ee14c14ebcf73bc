"""Questions that every reader asks of the database: put into SQL once, answered anew each time.

To put a question into SQL takes Django longer than it takes the database to answer it. What is kept is the SQL, and
never an answer: it depends on nothing but the models and the arguments that it was made for.
"""

import copy
from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Field, QuerySet, Value
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")


class Given(Value):
    """The place in a question of a value that is given each time it is asked; an expression as any other."""

    def __init__(self, name: str, output_field: "Field[Any, Any]") -> None:
        super().__init__(name, output_field=output_field)

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """A place to be filled."""
        return "%s", [self]

    def filled(self, values: Mapping[str, object], connection: Any) -> object:
        """The value as this database takes it."""
        return self.output_field.get_db_prep_value(values[self.value], connection=connection)


class Prepared(Generic[Row]):
    """One question, ready to be asked."""

    def __init__(self, question: "QuerySet[Any, Row]") -> None:
        self._question = question
        self._made = question.all().query.get_compiler(using=question.db)
        try:
            self._sql, self._values = self._made.as_sql()
        except EmptyResultSet:
            # Nothing can be found, and so nothing is asked.
            self._sql, self._values = "", ()

    def rows(self, given: Mapping[str, object]) -> list[Row]:
        """The answer of this moment; one query, and those of what the question fetches beside its rows."""

        def compiler(using: str | None = None, *_: object, **__: object) -> SQLCompiler:
            return self._compiler(given, using)

        asked = self._question.all()
        if self._sql:
            # On this copy alone: whatever would be asked further has SQL of its own.
            asked.query.get_compiler = compiler  # type: ignore[method-assign]
        return list(asked)

    def _compiler(self, given: Mapping[str, object], using: str | None) -> SQLCompiler:
        """The maker of SQL that has done its work, on the connection of the thread that asks."""
        ours: SQLCompiler = copy.copy(self._made)
        ours.connection = connections[using or self._question.db]
        values = tuple(
            each.filled(given, ours.connection) if isinstance(each, Given) else each for each in self._values
        )
        ours.as_sql = lambda *_, **__: (self._sql, values)  # type: ignore[assignment, method-assign]
        return ours


def prepared(
    *, most: int = 1, **given: "Field[Any, Any]"
) -> "Callable[[Callable[..., QuerySet[Any, Row]]], Callable[..., list[Row]]]":
    """Lets a function that answers with a query set answer with its rows, its SQL made once.

    What is `given` are its keyword-only arguments with the fields of their type. It gets them as expressions, so that
    they may stand wherever a query set takes one. For other arguments, which have to be hashable, the SQL is made
    anew, and kept for the `most` of them, those asked last. A question may depend on nothing but its arguments.
    """
    places = {name: Given(name, field) for name, field in given.items()}

    def of(question: "Callable[..., QuerySet[Any, Row]]") -> Callable[..., list[Row]]:
        kept = lru_cache(maxsize=most)(lambda *args: Prepared(question(*args, **places)))

        @wraps(question)
        def rows(*args: Any, **values: object) -> list[Row]:
            answer: list[Row] = kept(*args).rows(values)
            return answer

        return rows

    return of
