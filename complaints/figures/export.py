"""All that is kept of one person, to be given to them (UK GDPR, article 15), with other people left out.

It is made from the table that says what is personal (`complaints.rules.personal`), so that no column is forgotten.
"""

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import Model

from complaints.models import Attachment, Case, Customer
from complaints.rules.personal import PERSONAL
from complaints.rules.redaction import redacted
from complaints.rules.texts import without_links
from council.dates import long_date
from council.periods import local_day

DERIVED = {"email_key", "phone_key", "place_key", "digest", "last_error"}
"""Columns that say again what another says, or how a machine fared."""
SIGNED = {"Message"}
"""What was sent to the person: an officer's name stands in it as they read it."""
SPEAKER, CONCERNED, OFFICER = "[who speaks for you]", "[a person of the council]", "[an officer]"
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Part:
    """The rows of one kind: each as pairs of what it is and what it says."""

    title: str
    rows: list[Pairs]


@dataclass(frozen=True)
class CasePart:
    """One case of the person, with all that stands beside it."""

    reference: str
    facts: Pairs
    parts: list[Part]


@dataclass
class PersonExport:
    """All that is kept of one person."""

    details: list[Part]
    cases: list[CasePart] = field(default_factory=list)
    spoke_in: list[str] = field(default_factory=list)
    """Cases of others for whom they spoke: only which, since what is in them is about another."""
    files: list[Attachment] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """The same for machines; files by name."""
        return {
            "details": [asdict(each) for each in self.details],
            "cases": [asdict(each) for each in self.cases],
            "spoke_in": self.spoke_in,
            "files": [each.name for each in self.files],
        }


def export_of(customer: Customer) -> PersonExport:
    """Everything of the customer and of whoever is the same person; read once for each table and case."""
    group = list(Customer.objects.same_person_as(customer).order_by("pk"))
    ids = [each.pk for each in group]
    own = [text for each in group for text in (each.email, each.phone)]
    cases = list(
        Case.objects.filter(customer__in=ids)
        .select_related("representative", "handler", "customer", "service")
        .order_by("received_at", "pk")
    )
    export = PersonExport(_details(ids, own))
    export.cases = [_case(each, own) for each in cases]
    spoke = Case.objects.filter(representative__in=ids).exclude(customer__in=ids)
    export.spoke_in = list(spoke.order_by("pk").values_list("reference", flat=True))
    export.files = list(Attachment.objects.filter(case__in=cases, removed_at=None).order_by("case", "pk"))
    return export


def _details(ids: list[int], own: list[str]) -> list[Part]:
    """What is kept of the person outside any case."""
    parts = []
    for name, said in PERSONAL.items():
        if said.customer is None or not said.cleared:
            continue
        alone = {} if said.case is None else {said.case: None}
        way = "pk__in" if said.customer == "pk" else f"{said.customer}__in"
        parts.append(_part(name, {way: ids} | alone, {}, own))
    return [each for each in parts if each.rows]


def _case(case: Case, own: list[str]) -> CasePart:
    others = _others(case)
    facts = [
        ("Kind", case.get_kind_display()),
        ("Received", long_date(case.received_on)),
        ("How it stands", case.get_state_display()),
        ("Service", str(case.service or "Not decided yet")),
        *_pairs(case, "Case", others, own),
    ]
    parts = [
        _part(name, {str(said.case): case.pk}, {} if name in SIGNED else others, own)
        for name, said in PERSONAL.items()
        if said.case not in (None, "pk") and said.cleared
    ]
    return CasePart(case.reference, facts, [each for each in parts if each.rows])


def _others(case: Case) -> dict[str, str]:
    """Everybody else whom the fields of a case name, each with the role that stands in their place."""
    found: dict[str, str] = {}
    for user in {each.by for each in case.entries.select_related("by") if each.by} | {
        case.handler,
        case.taken_by,
    }:
        if user is not None:
            found |= {str(user): OFFICER, user.email: OFFICER}
    for concerned in case.people_concerned.select_related("person"):
        found[concerned.person.name] = CONCERNED
    if case.representative is not None and case.representative_id != case.customer_id:
        speaker = case.representative
        found |= {speaker.name: SPEAKER, speaker.email: SPEAKER, speaker.phone: SPEAKER}
    return {name: role for name, role in found.items() if name and name != case.customer.name}


def _part(name: str, which: Mapping[str, Any], others: Mapping[str, str], own: list[str]) -> Part:
    model = apps.get_model("complaints", name)
    title = str(model._meta.verbose_name_plural).capitalize()
    return Part(title, [_pairs(row, name, others, own) for row in model._default_manager.filter(**which)])


def _pairs(row: Model, name: str, others: Mapping[str, str], own: list[str]) -> Pairs:
    """What a row says: its days, what was chosen, amounts, and its words without other people."""
    told = []
    for column in row._meta.concrete_fields:
        value = getattr(row, column.attname)
        if value in (None, "") or column.is_relation or column.name in DERIVED:
            continue
        words = _in_words(row, column, value, is_personal=column.name in PERSONAL[name].cleared)
        if words:
            label = str(column.verbose_name).capitalize()
            told.append((label, redacted(without_links(words), others, own=own)))
    return told


def _in_words(row: Model, column: Any, value: Any, *, is_personal: bool) -> str:
    if is_personal:
        return str(value)
    if column.choices:
        return str(getattr(row, f"get_{column.name}_display")())
    if isinstance(value, datetime.datetime):
        return long_date(local_day(value))
    if isinstance(value, datetime.date):
        return long_date(value)
    return str(value) if isinstance(value, Decimal) else ""
