"""Giving a person all that is kept of them, as one file, and keeping that it was given."""

import datetime
import io
import json
import re
import zipfile

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string

from complaints.choices import CustomerStep, LookKind
from complaints.figures.export import PersonExport, export_of
from complaints.models import Case, Customer, CustomerEntry
from complaints.operations.attachments import path_of
from complaints.operations.looks import keep_look, keep_looks
from council.dates import long_date
from council.models import User
from council.periods import local_day

PAGE, DATA = "all-that-is-kept.html", "all-that-is-kept.json"


@transaction.atomic
def export_person(customer: Customer, *, known_by: str, by: User, at: datetime.datetime) -> bytes:
    """A zip of a page to read, the same for machines, and the files that were sent; what was exported is kept.

    `known_by` is how it was made sure who asks.
    """
    export = export_of(customer)
    group = Customer.objects.same_person_as(customer)
    CustomerEntry(customer=customer, step=CustomerStep.EXPORTED, note=known_by, at=at, by=by).save(
        force_insert=True
    )
    for each in group.order_by("pk"):
        keep_look(by, LookKind.EXPORT, at=at, customer=each)
    if export.cases:
        keep_looks(by, LookKind.EXPORT, Case.objects.filter(customer__in=group).order_by("pk"), at=at)
    return _zipped(export, at=at)


def _zipped(export: PersonExport, *, at: datetime.datetime) -> bytes:
    made = io.BytesIO()
    context = {"export": export, "council": settings.COUNCIL_NAME, "on": long_date(local_day(at))}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(PAGE, render_to_string("complaints/export/all.html", context))
        out.writestr(DATA, json.dumps(export.as_data(), ensure_ascii=False, indent=2))
        for number, each in enumerate(export.files, 1):
            place = path_of(each.key)
            if place.is_file():
                out.writestr(f"files/{number:03}-{_plain(each.name)}", place.read_bytes())
    return made.getvalue()


def _plain(name: str) -> str:
    """A name that is no way to another folder, on any machine."""
    return re.sub(r"[^\w. -]", "_", name).strip(". ") or "file"
