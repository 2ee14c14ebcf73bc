"""A draft that should never have been begun is discarded; who discarded it, when and why stays on record."""

from django.db import transaction

from council.audit import claim_version, remember
from council.models import User
from performance.models import ProgressItem, ProgressReport
from performance.operations.progress.reports import AlreadyPresented


@transaction.atomic
def discard_report(report: ProgressReport, *, expected: int, why: str, by: User) -> None:
    """Takes a draft away with its items, each with who and why in its history; what it took up is open again.

    Raises AlreadyPresented, and Conflict when somebody wrote in it first or discarded it.
    """
    row = ProgressReport.objects.filter(pk=report.pk).first()
    if row is not None and row.is_presented:
        raise AlreadyPresented
    claim_version(row or report, expected=expected)
    row = ProgressReport.objects.get(pk=report.pk)
    reason = f"Discarded: {why}"
    for each in (*ProgressItem.objects.filter(report=row), row):
        remember(each, by=by, why=reason)
        each.delete()
