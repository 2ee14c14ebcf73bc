"""Questions that every reader asks of the database: put into SQL once, answered anew each time.

To put a question into SQL takes Django longer than it takes the database to answer it. What is kept is the SQL with
its values, and never an answer: it depends on nothing but the models and the values that it was made for.
"""

import copy
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Generic, ParamSpec, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

Asked = ParamSpec("Asked")
Row = TypeVar("Row")


class Prepared(Generic[Row]):
    """One question with its values, ready to be asked."""

    def __init__(self, question: "QuerySet[Any, Row]") -> None:
        self._question = question
        self._made = _made(question)

    def rows(self) -> list[Row]:
        """The answer of this moment; one query, and those of what the question fetches beside its rows."""
        asked = self._question.all()
        if self._made:
            # On this copy alone: whatever would be asked further has SQL of its own.
            asked.query.get_compiler = self._compiler  # type: ignore[method-assign]
        return list(asked)

    def _compiler(self, using: str | None = None, *_: object, **__: object) -> SQLCompiler:
        """The maker of SQL that has done its work, on the connection of the thread that asks."""
        ours = copy.copy(self._made)
        assert ours is not None
        ours.connection = connections[using or self._question.db]
        return ours


def _made(question: "QuerySet[Any, Any]") -> SQLCompiler | None:
    """A maker of SQL that answers with what it made; None where nothing can be found and so nothing is asked."""
    found: SQLCompiler = question.all().query.get_compiler(using=question.db)
    try:
        sql, values = found.as_sql()
    except EmptyResultSet:
        return None
    found.as_sql = lambda *_, **__: (sql, values)  # type: ignore[method-assign]
    return found


def prepared(*, most: int) -> Callable[[Callable[Asked, "QuerySet[Any, Row]"]], Callable[Asked, list[Row]]]:
    """Lets a function that answers with a query set answer with its rows, its SQL made once for the same arguments.

    `most` says for how many different arguments the SQL is kept, those asked last. A question may depend on nothing
    but its arguments, which have to be hashable.
    """

    def of(question: Callable[Asked, "QuerySet[Any, Row]"]) -> Callable[Asked, list[Row]]:
        kept = lru_cache(maxsize=most)(lambda *args, **kwargs: Prepared(question(*args, **kwargs)))

        @wraps(question)
        def rows(*args: Asked.args, **kwargs: Asked.kwargs) -> list[Row]:
            answer: list[Row] = kept(*args, **kwargs).rows()
            return answer

        return rows

    return of
