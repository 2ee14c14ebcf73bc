"""Looking for cases by reference, by the customer's name and by the customer's words, in one box."""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from complaints.models import Case, Customer
from council.filters import SearchFilter

MOST_WORDS = 20


class CaseSearchFilter(SearchFilter):
    """Cases in which each word typed occurs, letter for letter, capitals or not: `%`, `_` and quotes are themselves.

    PostgreSQL answers from an index of three-letter pieces where there is one (migration 0003), so the condition is
    written as that index has it; each table is looked through on its own, since no index spans two.
    """

    def filter(self, queryset: QuerySet, value: str) -> QuerySet:
        for word in list(dict.fromkeys((value or "").split()))[:MOST_WORDS]:
            queryset = queryset.filter(pk__in=_found(word))
        return queryset


def _found(word: str) -> QuerySet:
    own = Case.objects.filter(_says(word, "reference", "subject", "words"))
    named = Case.objects.filter(
        customer__in=Customer.objects.filter(_says(word, "name")).order_by().values("pk")
    )
    return own.order_by().values("pk").union(named.order_by().values("pk"))


def _says(word: str, *fields: str) -> Q:
    """That a field holds the word. SQLite knows the capitals of A to Z only, so others are looked for as well."""
    spelt = {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}
    return reduce(or_, (Q(**{f"{name}__icontains": each}) for name in fields for each in sorted(spelt)))
