"""Finding customers on record by what somebody says of themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from complaints.figures.customers_like import hidden_from
from complaints.models import Case, Customer
from complaints.rules.matching import email_key, phone_key, postcode_key
from council.folding import fold
from council.models import User

SHOWN = 50


@dataclass(frozen=True)
class FoundCustomers:
    """Some customers with how many cases each has, those of merged entries with them."""

    rows: list[tuple[Customer, int]]
    is_more: bool
    """Whether there are more than are shown."""


def customers_found(said: str, user: User) -> FoundCustomers:
    """Those whose name, e-mail address, phone or postcode was said, as whom they were merged into; three queries.

    `said` "" finds those entered last. One with a case about the user is not among them.
    """
    hidden = hidden_from(user)
    kept = Customer.objects.filter(anonymised_at=None)
    tops = kept.filter(_meant(said)).values(top=Coalesce("merged_into_id", "pk")) if said else None
    rows = kept.standing() if tops is None else Customer.objects.filter(pk__in=tops)
    order = ("-pk",) if tops is None else ("name", "pk")
    found = list(rows.exclude(pk__in=hidden).order_by(*order)[: SHOWN + 1])
    shown = found[:SHOWN]
    numbers = _numbers([each.pk for each in shown])
    return FoundCustomers([(each, numbers.get(each.pk, 0)) for each in shown], len(found) > SHOWN)


def _meant(said: str) -> Q:
    name = " ".join(fold(said).split())
    meant = Q(name__icontains=said) | Q(email_key__startswith=email_key(said)) | Q(place_key__startswith=name)
    if phone := phone_key(said):
        meant |= Q(phone_key=phone)
    if (place := postcode_key(said)) and any(each.isdigit() for each in place):
        meant |= Q(place_key__endswith=f"|{place}") | Q(postcode__iexact=said)
    return meant


def _numbers(ids: Sequence[int]) -> dict[int, int]:
    """How many cases each has; one query."""
    theirs = Case.objects.filter(Q(customer__in=ids) | Q(customer__merged_into__in=ids)).order_by()
    counted = theirs.values(top=Coalesce("customer__merged_into", "customer")).annotate(number=Count("pk"))
    return {each["top"]: each["number"] for each in counted}
