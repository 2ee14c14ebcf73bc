"""Everything personal is taken out of a case or of a customer, for good; what figures are made from stays.

A case goes together with all that arose from one another, since each leads to the others. It no longer leads to its
customer: somebody who is nobody takes their place, so that a customer who has newer cases cannot be found by the
old. Its reference, which stands in the customer's letters, is replaced by one made by chance.
"""

import datetime
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import F, Max, Q, QuerySet

from complaints.choices import CaseKind, CaseStep, ContactWay, CustomerStep
from complaints.figures.families import family_of, holds_on, lasting_of, months_of, rule_months
from complaints.figures.parity import counted_of
from complaints.models import Attachment, Case, Customer, CustomerEntry, SurveyRequest
from complaints.operations.attachments import remove_files
from complaints.operations.links import new_nonce
from complaints.operations.steps import Stopped, begin, finish
from complaints.rules.personal import PERSONAL, Becomes
from complaints.rules.retention import due_from, keeps, keeps_whatever_the_day
from council.models import AppendOnlyQuerySet, User
from council.periods import local_day

DIGITS = 10**8
WHY = {False: "Its time was over.", True: "Before its time, as was asked."}


class FiguresChangedError(RuntimeError):
    """Anonymising would have changed a figure. Nothing of it is kept."""


@dataclass(frozen=True)
class Anonymised:
    """How much was anonymised."""

    cases: int = 0
    customers: int = 0
    files: int = 0


@transaction.atomic
def anonymise(
    case: Case, *, expected: int, by: User | None, at: datetime.datetime, before_time: bool = False
) -> Anonymised:
    """Takes out everything personal of a case and of all that arose from one another with it. Twice is once.

    `before_time` is for what somebody asked for (UK GDPR, article 17). Raises Conflict where somebody took a step
    first, NotNow where one of them is not over, Stopped where something keeps them. Files go once that is settled.
    """
    family = [each for each in family_of(case) if each.anonymised_at is None]
    if case.pk not in {each.pk for each in family}:
        return Anonymised()
    versions = {each.pk: each.version for each in family} | {case.pk: expected}
    rows = [begin(each, CaseStep.ANONYMISED, expected=versions[each.pk]) for each in family]
    lasting, on = lasting_of(rows, rule_months()), local_day(at)
    if kept := keeps_whatever_the_day(lasting) if before_time else keeps(lasting, on=on):
        raise Stopped.because("", kept.value)
    ids = [each.pk for each in rows]
    before = counted_of(Case.objects.filter(pk__in=ids))
    people = {pk for each in rows for pk in (each.customer_id, each.representative_id) if pk is not None}
    files = sum(_take_out(each, by=by, at=at, note=WHY[before_time]) for each in rows)
    if counted_of(Case.objects.filter(pk__in=ids)) != before:
        raise FiguresChangedError
    customers = sum(
        anonymise_customer(each, by=by, at=at, before_time=before_time)
        for each in Customer.objects.filter(pk__in=people, anonymised_at=None).order_by("pk")
    )
    return Anonymised(len(rows), customers, files)


@transaction.atomic
def anonymise_customer(
    customer: Customer, *, by: User | None, at: datetime.datetime, before_time: bool = False
) -> int:
    """Takes out everything personal of a customer and of whoever is the same person; how many rows that were.

    None while one of their cases is not anonymised, a hold keeps them, or what they said without a case is newer
    than a comment is kept for.
    """
    group = list(Customer.objects.same_person_as(customer).values_list("pk", flat=True))
    rows = Customer.objects.filter(pk__in=group, anonymised_at=None)
    # Whoever enters a case for them meanwhile waits for this, or this for them.
    if not rows.update(version=F("version") + 1):
        return 0
    cases = Case.objects.filter(Q(customer__in=group) | Q(representative__in=group))
    if cases.exists() or holds_on([], group):
        return 0
    if not before_time and not _is_long_ago(group, on=local_day(at)):
        return 0
    for name, becomes in PERSONAL.items():
        if becomes.customer is not None and becomes.customer != "pk":
            alone = Q() if becomes.case is None else Q(**{becomes.case: None})
            _put(_model(name).objects.filter(alone, **{f"{becomes.customer}__in": group}), becomes.cleared)
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    for pk in ids:
        entry = CustomerEntry(customer_id=pk, step=CustomerStep.ANONYMISED, at=at, by=by)
        entry.save(force_insert=True)
    rows.update(anonymised_at=at, way=ContactWay.NONE, **PERSONAL["Customer"].cleared)
    return len(ids)


def _is_long_ago(group: Collection[int], *, on: datetime.date) -> bool:
    """Whether all that was done with the customers' rows, or heard from them without a case, is long ago."""
    months = months_of(rule_months(), CaseKind.COMMENT, None)
    if months is None:
        return False
    newest = Customer.objects.filter(pk__in=group).aggregate(
        entry=Max("entries__at"), contact=Max("contacts__at")
    )
    moments = [at for at in newest.values() if at is not None]
    return not moments or due_from(local_day(max(moments)), months) <= on


def _take_out(row: Case, *, by: User | None, at: datetime.datetime, note: str) -> int:
    """Takes a claimed case's words out of every table, writes the step, and has its files removed; how many."""
    nobody = {"customer": row.customer_id, "representative": row.representative_id}
    stand_ins = {name: _nobody(at) if pk else None for name, pk in nobody.items()}
    keys = list(row.attachments.order_by("pk").values_list("key", flat=True))
    for name, becomes in PERSONAL.items():
        if becomes.case not in (None, "pk"):
            _clear(name, becomes, row, stand_ins["customer"])
    Attachment.objects.filter(case=row, removed_at=None).update(removed_at=at)
    for asked in SurveyRequest.objects.filter(case=row).values_list("pk", flat=True):
        dead = {"link_nonce": new_nonce(), "link_hash": secrets.token_hex(32)}
        SurveyRequest.objects.filter(pk=asked).update(**dead)
    changes: dict[str, Any] = {
        **PERSONAL["Case"].cleared,
        **stand_ins,
        "reference": _new_reference(row),
        "link_nonce": new_nonce(),
        "link_hash": secrets.token_hex(32),
        "anonymised_at": at,
    }
    finish(row, CaseStep.ANONYMISED, by=by, at=at, note=note, **changes)
    transaction.on_commit(lambda: remove_files(keys))
    return len(keys)


def _clear(name: str, becomes: Becomes, row: Case, nobody: Customer | None) -> None:
    rows = _model(name).objects.filter(**{str(becomes.case): row.pk})
    if becomes.goes:
        rows.delete()
        return
    if becomes.cleared:
        _put(rows, becomes.cleared)
    for each in becomes.moved:
        _put(rows.exclude(**{each: None}), {each: nobody})


def _put(rows: QuerySet[Any], becomes: Any) -> None:
    """Puts what is written down in place of what is there: in history by its one door."""
    if isinstance(rows, AppendOnlyQuerySet):
        rows.forget(**becomes)
    else:
        rows.update(**becomes)


def _model(name: str) -> Any:
    return apps.get_model("complaints", name)


def _nobody(at: datetime.datetime) -> Customer:
    return Customer.objects.create(anonymised_at=at, way=ContactWay.NONE)


def _new_reference(row: Case) -> str:
    """Such as X-2020-48151623: of its year, and otherwise by chance."""
    while True:
        reference = f"X-{row.received_on.year}-{secrets.randbelow(DIGITS):08}"
        if not Case.objects.filter(reference=reference).exists():
            return reference
