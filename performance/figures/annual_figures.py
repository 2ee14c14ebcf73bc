"""The registry of annual figures: the newest of each year, those of one indicator, and what nobody declared."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import BigIntegerField, Exists, OuterRef, QuerySet

from council.dates import long_date
from council.periods import year_name
from council.prepared import prepared
from performance.choices import FigureChange, Known
from performance.figures.shown import shown_value
from performance.models import AnnualFigure, Declaration, Indicator


@dataclass(frozen=True)
class FigureLine:
    """One figure in words: as a page shows it, what it did to the one before, and who declared that."""

    figure: AnnualFigure
    shown: str
    words: str
    declared: str

    @property
    def waits(self) -> bool:
        """Whether it changed another and nobody has declared it."""
        return self.figure.change == FigureChange.CHANGED and not hasattr(self.figure, "declaration")


@dataclass(frozen=True)
class YearFigures:
    """The figures that documents printed of one year, the newest first."""

    year: int
    year_name: str
    lines: list[FigureLine]

    @property
    def newest(self) -> FigureLine:
        """That of the newest document; those of earlier documents that were entered later stand last."""
        return self.lines[0]

    @property
    def changes(self) -> int:
        """How many documents changed the figure."""
        return sum(line.figure.change == FigureChange.CHANGED for line in self.lines)

    @property
    def waits(self) -> bool:
        """Whether a change is not declared."""
        return any(line.waits for line in self.lines)


@dataclass
class PrintedYear:
    """What is in the registry of an indicator's year, as it is added to."""

    newest: AnnualFigure | None = None
    """That of the newest document."""
    earlier: list[AnnualFigure] = field(default_factory=list)
    """Those of earlier documents that were entered later."""
    number: int = 0
    """The number of the last that was entered."""

    def add(self, figure: AnnualFigure) -> None:
        """Takes in the next."""
        self.number = figure.number
        if figure.change == FigureChange.EARLIER:
            self.earlier.append(figure)
        else:
            self.newest = figure


def printed_years(indicator_ids: Collection[int]) -> dict[tuple[int, int], PrintedYear]:
    """What is in the registry of each indicator and year; one query."""
    found: dict[tuple[int, int], PrintedYear] = defaultdict(PrintedYear)
    for row in AnnualFigure.objects.filter(indicator__in=indicator_ids).order_by("number"):
        found[row.indicator_id, row.year].add(row)
    return found


def figures_of(indicator: Indicator) -> list[YearFigures]:
    """Every figure that was published of the indicator, the newest year first; one query."""
    by_year = groupby(_figures(indicator=indicator.pk), key=lambda row: row.year)
    return [
        YearFigures(year, year_name(year), [_figure_line(row, indicator) for row in _by_document(own)])
        for year, own in by_year
    ]


@prepared(indicator=BigIntegerField())
def _figures(*, indicator: Any) -> QuerySet[AnnualFigure]:
    rows = AnnualFigure.objects.filter(indicator=indicator)
    return rows.select_related("declaration", "before", "table", "by").order_by("-year", "-number")


def _by_document(rows: Iterable[AnnualFigure]) -> list[AnnualFigure]:
    """Those of earlier documents that were entered later stand last; each group as it came."""
    return sorted(rows, key=lambda row: row.change == FigureChange.EARLIER)


def _figure_line(figure: AnnualFigure, indicator: Indicator) -> FigureLine:
    return FigureLine(figure, shown_figure(figure, indicator), change_words(figure), declared_words(figure))


def shown_figure(figure: AnnualFigure, indicator: Indicator) -> str:
    """A figure as a page shows it, with its unit."""
    return shown_value(
        known=Known.KNOWN,
        value=figure.value,
        as_written=figure.as_written,
        kind=indicator.value_kind,
        unit=indicator.unit,
        decimals=indicator.decimals,
    )


def registry() -> QuerySet[AnnualFigure]:
    """Every figure, with `is_declared`, the newest year first."""
    declared = Exists(Declaration.objects.filter(figure=OuterRef("pk")))
    return (
        AnnualFigure.objects.select_related("indicator__service", "before", "declaration")
        .annotate(is_declared=declared)
        .order_by("-year", "indicator__reference", "indicator__title", "-number", "pk")
    )


def undeclared() -> QuerySet[AnnualFigure]:
    """The changes that nobody declared, the newest document first."""
    rows = AnnualFigure.objects.undeclared().select_related("indicator__service", "before")
    return rows.order_by("-at", "indicator__reference", "pk")


def change_words(figure: AnnualFigure) -> str:
    """What the document did to the figure printed before: "Changed from 18,400 tonnes (Annual report) to …"."""
    before = figure.before
    if figure.change == FigureChange.EARLIER:
        return f"Printed in “{figure.document}”, which is earlier than what was in the registry by then."
    if before is None or figure.change == FigureChange.FIRST:
        return f"First printed in “{figure.document}”."
    if figure.change == FigureChange.SAME:
        return f"Printed again, unchanged, in “{figure.document}”."
    was = f"{before.as_written} in “{before.document}”"
    if figure.change == FigureChange.FIRMED:
        status = str(before.get_value_status_display()).lower()
        return f"{was} ({status}) was made final: {figure.as_written} in “{figure.document}”."
    return f"{was} became {figure.as_written} in “{figure.document}”.{_redefined(figure, before)}"


def _redefined(figure: AnnualFigure, before: AnnualFigure) -> str:
    if figure.definition_number == before.definition_number:
        return ""
    numbers = [each.definition_number or "none" for each in (before, figure)]
    return f" It was counted by version {numbers[0]} of the definition before, by version {numbers[1]} now."


def declared_words(figure: AnnualFigure) -> str:
    """Who declared the change, when and why; or that nobody has; "" where there is nothing to declare."""
    if figure.change != FigureChange.CHANGED:
        return ""
    words: Declaration | None = getattr(figure, "declaration", None)
    if words is None:
        return "Changed without being declared: nobody has said who changed it and why."
    return f"Declared by {words.who} on {long_date(words.at.date())}: {words.why}"
