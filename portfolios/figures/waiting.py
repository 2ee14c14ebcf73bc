"""What waits for the officers of some services: queries to answer, promises past their day."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, QuerySet, Value

from council.prepared import prepared
from portfolios.models import Promise, Query


@dataclass(frozen=True)
class Waiting:
    """How much waits."""

    queries: int
    promises: int

    def __bool__(self) -> bool:
        return bool(self.queries or self.promises)


def waiting_for(service_ids: set[int], *, day: datetime.date) -> Waiting:
    """What waits for the posts of the given services; one query."""
    found = Counter(_waiting(frozenset(service_ids), day))
    return Waiting(found["queries"], found["promises"])


@prepared(most=16)
def _waiting(service_ids: frozenset[int], day: datetime.date) -> QuerySet[Any, Any]:
    queries = Query.objects.waiting().filter(owner__service__in=service_ids)
    promises = Promise.objects.overdue(on=day).filter(owner__service__in=service_ids)
    return _of("queries", queries).union(_of("promises", promises), all=True)


def _of(name: str, rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    return rows.order_by().values_list(Value(name, CharField()), flat=True)
