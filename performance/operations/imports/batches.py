"""A file somebody brought, from its preview until it was applied or thrown away."""

import datetime
import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from council.audit import Conflict
from council.dates import long_date
from council.exports import unguard
from council.models import User
from council.periods import local_day
from council.spreadsheets import MOST_TEXT, Sheet
from council.text import clean_text
from performance.choices import ImportKind
from performance.models import ImportBatch
from performance.operations.imports.indicators import plan_indicators
from performance.operations.imports.months import plan_months
from performance.operations.imports.planned import Brought, Planned
from performance.operations.imports.published import plan_published_table
from performance.operations.imports.returns import plan_returns
from performance.operations.imports.targets import plan_targets
from performance.operations.returns import NotAllowedYet, NotReady
from performance.rules.importing.plan import Plan

PLANNERS: Mapping[str, Callable[[Brought], Planned]] = {
    ImportKind.INDICATORS: plan_indicators,
    ImportKind.TARGETS: plan_targets,
    ImportKind.RETURNS: plan_returns,
    ImportKind.MONTHS: plan_months,
    ImportKind.PUBLISHED_TABLE: plan_published_table,
}
LONGEST_NAME = 200


class AlreadyDone(Exception):
    """Somebody applied the file first, or threw it away. Carries the batch as it is now, or None."""

    def __init__(self, batch: ImportBatch | None) -> None:
        super().__init__(batch.outcome if batch else "This file has been thrown away.")
        self.batch = batch


class LookAgain(Exception):
    """What the file would do is no longer what the person saw. Nothing was changed."""


def bring(
    kind: ImportKind,
    *,
    name: str,
    content: bytes,
    sheet: Sheet,
    settings: Mapping[str, Any],
    by: User,
    at: datetime.datetime,
    summary: tuple[str, bytes, Sheet] | None = None,
) -> ImportBatch:
    """Keeps a file, with the table that was read from it, for its preview; changes nothing else."""
    summary_name, summary_content, summary_sheet = summary or ("", b"", None)
    return ImportBatch.objects.create(
        kind=kind,
        file_name=name[:LONGEST_NAME],
        sha256=hashlib.sha256(content + summary_content).hexdigest(),
        content=content,
        summary_name=summary_name[:LONGEST_NAME],
        summary_content=summary_content,
        options={
            "settings": dict(settings),
            "answers": {},
            "sheet": _unguarded(sheet).as_data(),
            "summary": _unguarded(summary_sheet).as_data() if summary_sheet else None,
        },
        by=by,
        at=at,
    )


def _unguarded(sheet: Sheet) -> Sheet:
    """A sheet of a text file without the apostrophes that our own files put before what looks like a formula."""
    if not sheet.is_text:
        return sheet
    return sheet.with_cells(
        lambda cell: clean_text(unguard(cell), limit=MOST_TEXT, lines=True) if cell[:1] == "'" else cell
    )


def keep_answers(batch: ImportBatch, answers: Mapping[str, str]) -> None:
    """Keeps what a person answered to the questions of the plan."""
    options = {**batch.options, "answers": {**batch.options.get("answers", {}), **answers}}
    if not ImportBatch.objects.filter(pk=batch.pk, applied_at=None).update(options=options):
        raise AlreadyDone(_newest(batch))
    batch.options = options


def plan_of(batch: ImportBatch, *, today: datetime.date) -> Plan:
    """What the file would do now."""
    return _planned(batch, today=today).plan


def _planned(batch: ImportBatch, *, today: datetime.date) -> Planned:
    options = batch.options
    brought = Brought(
        sheet=Sheet.from_data(options["sheet"]),
        summary=Sheet.from_data(options["summary"]) if options["summary"] else None,
        settings=options["settings"],
        answers=options["answers"],
        today=today,
        file_name=batch.file_name,
    )
    return PLANNERS[batch.kind](brought)


def imported_before(batch: ImportBatch) -> ImportBatch | None:
    """The newest import of exactly this file, of the same kind."""
    same = ImportBatch.objects.filter(kind=batch.kind, sha256=batch.sha256, applied_at__isnull=False)
    return (
        same.exclude(pk=batch.pk)
        .defer("content", "summary_content", "options")
        .order_by("-applied_at")
        .first()
    )


def apply_batch(batch: ImportBatch, *, expected: str, by: User, at: datetime.datetime) -> int:
    """Does all that the plan says, or nothing; answers how many rows of the file changed something.

    `expected` is the fingerprint of the plan that the person saw. Raises AlreadyDone where somebody else was first,
    and LookAgain where the register, or anything else the plan rests on, has changed meanwhile.
    """
    try:
        with transaction.atomic():
            return _apply(batch, expected=expected, by=by, at=at)
    except (Conflict, NotReady, NotAllowedYet, ValidationError) as fault:
        raise LookAgain(_words(fault)) from fault


def _apply(batch: ImportBatch, *, expected: str, by: User, at: datetime.datetime) -> int:
    # Claimed before anything is read: of two people who apply it at once, the second waits here and then finds it done.
    if not ImportBatch.objects.filter(pk=batch.pk, applied_at=None).update(applied_at=at):
        raise AlreadyDone(_newest(batch))
    batch.refresh_from_db()
    planned = _planned(batch, today=local_day(at))
    plan = planned.plan
    if not plan.is_ready or plan.fingerprint != expected:
        raise LookAgain(
            "The register has changed since you looked at the file. Nothing was changed. Look at it again."
        )
    planned.work.write(by=by, at=at, why=f"Imported from {batch.file_name}")
    day = long_date(local_day(at))
    outcome = f"{_rows(plan.number)} applied by {by} on {day}."
    # The file has done its work; what it was is known by its checksum.
    ImportBatch.objects.filter(pk=batch.pk).update(
        outcome=outcome, content=b"", summary_content=b"", options={"settings": batch.options["settings"]}
    )
    return plan.number


def discard(batch: ImportBatch) -> None:
    """Throws a file away that was not applied. AlreadyDone where it was."""
    if not ImportBatch.objects.filter(pk=batch.pk, applied_at=None).delete()[0]:
        raise AlreadyDone(_newest(batch))


def _newest(batch: ImportBatch) -> ImportBatch | None:
    return ImportBatch.objects.filter(pk=batch.pk).first()


def _rows(number: int) -> str:
    return "1 change" if number == 1 else f"{number:,} changes"


def _words(fault: Exception) -> str:
    said = " ".join(fault.messages) if isinstance(fault, ValidationError) else str(fault)
    return f"{said} Nothing was changed. Look at the file again."
