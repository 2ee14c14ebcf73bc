"""The registry of annual figures: what each document printed, and the word of whoever changed one.

Nothing in it is ever changed. A document that prints a year's figure again adds to it; where it prints another one, the
change waits until somebody declares it, who and why.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import IntegrityError, transaction

from council.audit import Conflict
from council.models import User
from performance.choices import FigureChange, ValueStatus
from performance.figures.annual_figures import PrintedYear, printed_years
from performance.figures.definitions import Definitions, definitions
from performance.models import AnnualFigure, Declaration, Indicator, PublishedTable, Revision
from performance.rules.annual_figures import PrintedFigure, change_of


class AlreadyDeclared(Exception):
    """Somebody has declared the change."""


class NothingToDeclare(Exception):
    """The figure changed no other."""


@dataclass(frozen=True)
class Declared:
    """Who says that a figure was changed, and why."""

    who: str
    why: str


@dataclass(frozen=True)
class Printed:
    """What a document says of an indicator's year. A blank `source` is that of the definition."""

    indicator: Indicator
    year: int
    as_written: str
    value: Decimal | None
    document: str
    status: ValueStatus = ValueStatus.ACTUAL
    document_on: datetime.date | None = None
    source: str = ""
    table: PublishedTable | None = None
    revision: Revision | None = None
    declared: Declared | None = None

    @property
    def figure(self) -> PrintedFigure:
        """The same for the rules."""
        return PrintedFigure(self.as_written, self.value, self.status, self.document_on)


@transaction.atomic
def record_figures(
    printed: Sequence[Printed], *, by: User | None, at: datetime.datetime
) -> list[AnnualFigure]:
    """Adds what documents printed; answers what was added. The same figure of the same document is added once.

    Raises Conflict when somebody else adds a figure for the same year at this moment.
    """
    ids = {each.indicator.pk for each in printed}
    years, known = printed_years(ids), definitions(ids)
    added: list[AnnualFigure] = []
    words: list[Declaration] = []
    for each in printed:
        year = years[each.indicator.pk, each.year]
        if any(_is_the_same(row, each) for row in (year.newest, *year.earlier)):
            continue
        figure = _figure(each, year, known, by=by, at=at)
        year.add(_save(figure))
        added.append(figure)
        if each.declared and figure.change == FigureChange.CHANGED:
            words.append(
                Declaration(figure=figure, who=each.declared.who, why=each.declared.why, by=by, at=at)
            )
    Declaration.objects.bulk_create(words)
    return added


def _save(figure: AnnualFigure) -> AnnualFigure:
    figure.clean_fields(exclude=["indicator", "table", "revision", "before", "by"])
    try:
        with transaction.atomic():
            figure.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict(None) from error
    return figure


def _is_the_same(before: AnnualFigure | None, printed: Printed) -> bool:
    said = (printed.as_written, printed.status, printed.document)
    return before is not None and (before.as_written, before.value_status, before.document) == said


def _figure(
    printed: Printed,
    year: PrintedYear,
    known: Definitions,
    *,
    by: User | None,
    at: datetime.datetime,
) -> AnnualFigure:
    year_end = datetime.date(printed.year + 1, 3, 31)
    definition = known.on(printed.indicator.pk, year_end)
    before = year.newest
    change = change_of(_as_printed(before) if before else None, printed.figure)
    return AnnualFigure(
        indicator=printed.indicator,
        year=printed.year,
        number=year.number + 1,
        as_written=printed.as_written,
        value=printed.value,
        value_status=printed.status,
        definition_number=definition.number if definition else None,
        definition_words=definition.wording if definition else "",
        source=printed.source or (definition.source if definition else ""),
        document=printed.document,
        document_on=printed.document_on,
        table=printed.table,
        revision=printed.revision,
        change=change,
        before=None if change == FigureChange.EARLIER else before,
        by=by,
        at=at,
    )


def _as_printed(row: AnnualFigure) -> PrintedFigure:
    return PrintedFigure(row.as_written, row.value, ValueStatus(row.value_status), row.document_on)


@transaction.atomic
def declare_change(
    figure: AnnualFigure, *, who: str, why: str, by: User, at: datetime.datetime
) -> Declaration:
    """Says who changed a figure and why, once. Raises NothingToDeclare or AlreadyDeclared."""
    if figure.change != FigureChange.CHANGED:
        raise NothingToDeclare
    made = Declaration(figure=figure, who=who, why=why, by=by, at=at)
    made.clean_fields(exclude=["figure", "by"])
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        raise AlreadyDeclared from error
    return made
