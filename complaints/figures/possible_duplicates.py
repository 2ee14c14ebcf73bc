"""Pairs of customers who may be one person: found by their e-mail address, phone, or name and postcode."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from complaints.choices import CustomerStep
from complaints.figures.customers_like import hidden_from
from complaints.models import Customer, CustomerEntry
from complaints.rules.matching import pairs_to_compare
from council.models import User

KEYS: Mapping[str, str] = {
    "email_key": "e-mail address",
    "phone_key": "phone number",
    "place_key": "name and postcode",
}
"""What is compared, nearest first, and how it is called."""
MOST_ALIKE = 100
"""Entries that are compared with one customer."""
Pair = tuple[int, int]
Matches = dict[Pair, list[str]]


@dataclass(frozen=True)
class PossiblePair:
    """Two customers on record, and in what they are alike."""

    first: Customer
    second: Customer
    alike: list[str]

    @property
    def sentence(self) -> str:
        """In what they are alike: "The same e-mail address and phone number"."""
        return f"The same {' and '.join(self.alike)}"


def possible_pairs(user: User) -> list[tuple[Pair, list[str]]]:
    """All pairs of customers who may be one person, by the keys of their entries, those most alike first.

    Left out are those who were found not to be the same, and those with a case about the user. Five queries, however
    many customers there are.
    """
    found: Matches = defaultdict(list)
    for name, called in KEYS.items():
        _add(found, called, _several(name))
    return _ordered(_without(found, user))


def pairs_with(customer: Customer, user: User) -> list[PossiblePair]:
    """Those who may be the same person as the customer, most alike first; at most five queries."""
    own = list(Customer.objects.same_person_as(customer))
    found: Matches = defaultdict(list)
    alike = Q(pk__in=[])
    for name in KEYS:
        if keys := {getattr(each, name) for each in own} - {""}:
            alike |= Q(**{f"{name}__in": keys})
    rows = list(Customer.objects.filter(alike, anonymised_at=None).order_by("pk")[:MOST_ALIKE])
    top = customer.merged_into_id or customer.pk
    for name, called in KEYS.items():
        keys = {getattr(each, name) for each in own} - {""}
        others = {each.merged_into_id or each.pk for each in rows if getattr(each, name) in keys} - {top}
        for other in others:
            found[min(top, other), max(top, other)].append(called)
    return with_customers(_ordered(_without(found, user)))


def with_customers(pairs: Iterable[tuple[Pair, list[str]]]) -> list[PossiblePair]:
    """The pairs with their customers; one query."""
    pairs = list(pairs)
    rows = Customer.objects.in_bulk({pk for pair, _ in pairs for pk in pair})
    return [PossiblePair(rows[first], rows[second], alike) for (first, second), alike in pairs]


def _several(name: str) -> Iterable[tuple[str, int]]:
    """The keys of one kind that several customers share, each with the customer as whom it was merged into."""
    kept = Customer.objects.filter(anonymised_at=None).exclude(**{name: ""}).order_by()
    shared = kept.values(name).annotate(several=Count(Coalesce("merged_into_id", "pk"), distinct=True))
    keys = shared.filter(several__gt=1).values(name)
    top = Coalesce("merged_into_id", "pk")
    return (
        kept.filter(**{f"{name}__in": keys}).annotate(top=top).values_list(name, "top").order_by(name, "top")
    )


def _add(found: Matches, called: str, rows: Iterable[tuple[str, int]]) -> None:
    groups: dict[str, dict[int, None]] = defaultdict(dict)
    for key, top in rows:
        groups[key][top] = None
    for group in groups.values():
        for pair in pairs_to_compare(list(group)):
            if called not in found[pair]:
                found[pair].append(called)


def _without(found: Matches, user: User) -> Matches:
    """Without the pairs that were found not to be the same, by any of their entries, and those hidden from the user."""
    said = CustomerEntry.objects.filter(step=CustomerStep.NOT_THE_SAME).order_by()
    names = ("customer", "customer__merged_into", "other", "other__merged_into")
    apart = {
        frozenset((into or pk, other_into or other))
        for pk, into, other, other_into in said.values_list(*names)
    }
    hidden = hidden_from(user)
    return {
        pair: alike
        for pair, alike in found.items()
        if frozenset(pair) not in apart and not hidden.intersection(pair)
    }


def _ordered(found: Matches) -> list[tuple[Pair, list[str]]]:
    return sorted(found.items(), key=lambda each: (-len(each[1]), each[0]))
