"""Customers on record who may be the one in front of an officer, and which of them the officer may see."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q

from complaints.models import Case, Customer
from complaints.rules.matching import email_key, phone_key, place_key
from council.access import Permission, may
from council.models import User

MOST = 10


def customers_like(said: Mapping[str, Any]) -> list[Customer]:
    """Those with the same e-mail address, phone, or name and postcode, each as whom it was merged into; two queries."""
    keys = {
        "email_key": email_key(said.get("email") or ""),
        "phone_key": phone_key(said.get("phone") or ""),
        "place_key": place_key(said.get("name") or "", said.get("postcode") or ""),
    }
    alike = Q(pk__in=[])
    for name, key in keys.items():
        if key:
            alike |= Q(**{name: key})
    found = Customer.objects.filter(alike, anonymised_at=None).order_by("pk").values_list("pk", "merged_into")
    return list(Customer.objects.filter(pk__in={into or pk for pk, into in found[:MOST]}).order_by("pk"))


def those_seen(customers: Sequence[Customer], user: User, *, day: datetime.date) -> list[Customer]:
    """Those of them whom the user may see: of a case that they may open, or all for who keeps customers.

    Whoever speaks for the customer of a case is seen as the customer is. Who keeps customers sees none whose case is
    about themselves. At most two queries.
    """
    if not customers:
        return []
    cases = cases_of_any([each.pk for each in customers])
    if may(user, Permission.KEEP_CUSTOMERS):
        hidden = _whose(cases.filter(people_concerned__person__user=user))
        return [each for each in customers if each.pk not in hidden]
    seen = _whose(cases & Case.objects.visible_to(user, day=day))
    return [each for each in customers if each.pk in seen]


def hidden_from(user: User) -> set[int]:
    """The keys of the customers, as whom they were merged into, with a case that is about the user; one query."""
    return _whose(Case.objects.filter(people_concerned__person__user=user))


def cases_of_any(ids: Sequence[int]) -> Any:
    """The cases of customers, of those merged into them, and those in which one of them speaks for another."""
    own = Q(customer__in=ids) | Q(customer__merged_into__in=ids)
    return Case.objects.filter(own | Q(representative__in=ids) | Q(representative__merged_into__in=ids))


def _whose(cases: Any) -> set[int]:
    names = ("customer", "customer__merged_into", "representative", "representative__merged_into")
    rows = cases.order_by().values_list(*names)
    return {
        pk
        for own, into, other, other_into in rows
        for pk in (into or own, other_into or other)
        if pk is not None
    }
