"""Looking for cases by reference, by the customer's name and by the customer's words, in one box."""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from complaints.models import Case, Customer
from council.filters import SearchFilter

MOST_WORDS = 20
FEW = 1000
"""Cases up to which what a word finds is kept and asked for by key, for the count and for the page."""
OWN = ("reference", "subject", "words")


class CaseSearchFilter(SearchFilter):
    """Cases in which each word typed occurs, letter for letter, capitals or not: `%`, `_` and quotes are themselves.

    PostgreSQL answers from an index of three-letter pieces where there is one (migration 0005), so the condition is
    written as that index has it; each table is looked through on its own, since no index spans two. The longest word
    goes first: it finds the fewest, and the others are looked for among those. One query for each word until then.
    """

    def filter(self, queryset: QuerySet, value: str) -> QuerySet:
        words = sorted(dict.fromkeys((value or "").split()), key=len, reverse=True)[:MOST_WORDS]
        few: set[int] | None = None
        for word in words:
            if few is not None:
                queryset = queryset.filter(_says(word, *OWN, "customer__name"))
                continue
            few = _few(word)
            queryset = queryset.filter(pk__in=_found(word) if few is None else few)
        return queryset


def _few(word: str) -> set[int] | None:
    """The keys of the cases that a word finds; None where they are many."""
    keys = list(_found(word).values_list("pk", flat=True)[: FEW + 1])
    return set(keys) if len(keys) <= FEW else None


def _found(word: str) -> QuerySet:
    own = Case.objects.filter(_says(word, *OWN))
    customers = Customer.objects.filter(_says(word, "name")).order_by().values("pk")
    named = Case.objects.filter(customer__in=customers)
    return own.order_by().values("pk").union(named.order_by().values("pk"), all=True)


def _says(word: str, *fields: str) -> Q:
    """That a field holds the word. SQLite knows the capitals of A to Z only, so others are looked for as well."""
    spelt = {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}
    return reduce(or_, (Q(**{f"{name}__icontains": each}) for name in fields for each in sorted(spelt)))
