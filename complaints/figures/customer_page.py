"""What a customer's page is made from: their cases, their contacts across channels, and who looked at them."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models
from django.db.models import Q

from complaints.figures.customers_like import cases_of_any
from complaints.models import Case, Contact, Customer, CustomerEntry, Look
from council.access import Permission, may
from council.models import User

LOOKS_SHOWN = 50


@dataclass(frozen=True)
class CustomerPage:
    """All that the page shows of a customer to one reader."""

    cases: list[Case]
    """Those that the reader may see, the newest first."""
    other_cases: int
    """Those that are others' to see; one that is about the reader is not even counted."""
    speaks_for: list[Customer]
    spoken_for_by: list[Customer]
    contacts: list[Contact]
    other_contacts: int
    merged: list[Customer]
    entries: list[CustomerEntry]
    looks: list[Look]
    looks_in_all: int


def customer_page(customer: Customer, user: User, *, day: datetime.date) -> CustomerPage:
    """The page of a customer who was not merged into another; eight queries, nine for the complaints team."""
    merged = list(Customer.objects.filter(merged_into=customer).order_by("name", "pk"))
    ids = [customer.pk, *(each.pk for each in merged)]
    is_team = may(user, Permission.SEE_ALL_CASES)
    cases = _cases(ids, user, day=day)
    all_cases = cases_of_any(ids).exclude(people_concerned__person__user=user)
    contacts = _contacts(ids, cases, is_team=is_team)
    looks = Look.objects.filter(customer__in=ids)
    entries = CustomerEntry.objects.filter(customer__in=ids).select_related("by", "other", "customer")
    return CustomerPage(
        cases=cases,
        other_cases=0 if is_team else all_cases.count() - len(cases),
        speaks_for=_others(cases, ids, speaks=True),
        spoken_for_by=_others(cases, ids, speaks=False),
        contacts=contacts,
        other_contacts=0 if is_team else _theirs(ids).filter(case__in=all_cases).count() - len(contacts),
        merged=merged,
        entries=list(entries),
        looks=list(looks.select_related("user", "case")[:LOOKS_SHOWN]) if is_team else [],
        looks_in_all=looks.count() if is_team else 0,
    )


def _cases(ids: Sequence[int], user: User, *, day: datetime.date) -> list[Case]:
    seen = cases_of_any(ids) & Case.objects.visible_to(user, day=day)
    named = seen.select_related("service", "customer", "representative")
    return list(named.order_by("-received_at", "-pk"))


def _contacts(ids: Sequence[int], cases: Sequence[Case], *, is_team: bool) -> list[Contact]:
    """Those in the cases that the reader sees; before there was a case, the complaints team's alone."""
    seen = Q(case__in=[each.pk for each in cases])
    if is_team:
        seen |= Q(case=None)
    return list(_theirs(ids).filter(seen).select_related("case", "taken_by", "customer"))


def _theirs(ids: Sequence[int]) -> models.QuerySet[Contact]:
    return Contact.objects.filter(Q(customer__in=ids) | Q(case__customer__in=ids))


def _others(cases: Sequence[Case], ids: Sequence[int], *, speaks: bool) -> list[Customer]:
    """For whom the customer speaks in these cases, or who speaks for them; each once."""
    found: dict[int, Customer] = {}
    for case in cases:
        if case.representative is None:
            continue
        mine, other = (case.representative, case.customer) if speaks else (case.customer, case.representative)
        if mine.pk in ids and other.pk not in ids:
            found[other.pk] = other
    return list(found.values())
