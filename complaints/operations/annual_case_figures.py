"""Annual case figures: what a document printed for a year is added, and nothing is taken away."""

import datetime
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from complaints.choices import CaseFigureChange
from complaints.models import AnnualCaseFigure
from complaints.operations.steps import Stopped
from council.audit import Conflict
from council.models import User


@dataclass(frozen=True, kw_only=True)
class PrintedFigure:
    """A figure as a document printed it."""

    year: int
    kind: str
    as_written: str
    value: int
    document: str
    page: str = ""
    document_on: datetime.date | None = None
    why: str = ""


def record_figure(printed: PrintedFigure, *, by: User, at: datetime.datetime) -> AnnualCaseFigure:
    """Adds what a document printed; the same of the same document is one.

    Raises Stopped where it differs from what was printed before and nobody says why, and Conflict where somebody
    entered another at the same moment.
    """
    rows = AnnualCaseFigure.objects.filter(year=printed.year, kind=printed.kind).order_by("-number")
    newest = rows.first()
    if newest is not None:
        same = rows.filter(document__iexact=printed.document, page=printed.page, value=printed.value).first()
        if same is not None:
            return same
    change = CaseFigureChange.FIRST
    if newest is not None:
        is_same = newest.value == printed.value
        change = CaseFigureChange.AGAIN if is_same else CaseFigureChange.CORRECTED
    if change == CaseFigureChange.CORRECTED and not printed.why:
        assert newest is not None
        sentence = f"{newest.document} printed {newest.as_written}. Say why this differs"
        raise Stopped.because("why", sentence)
    row = AnnualCaseFigure(
        **vars(printed) | {"why": printed.why if change == CaseFigureChange.CORRECTED else ""},
        number=newest.number + 1 if newest else 1,
        change=change,
        by=by,
        at=at,
    )
    row.full_clean(validate_constraints=False, validate_unique=False)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict(rows.first()) from error
    return row
