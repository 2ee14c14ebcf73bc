"""The lines of a dashboard: each indicator as at a quarter, and how it stood a quarter before."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from council.rag import RATED, Rag
from performance.figures.change_shown import NOT_JUDGED, ChangeShown
from performance.figures.shown import shown_target, shown_value
from performance.figures.standing import AsAt
from performance.rules.naming import called


class IndicatorRow(NamedTuple):
    """What the register says of an indicator, as far as a dashboard shows it."""

    pk: int
    reference: str
    title: str
    service_id: int
    cycle_id: int
    starts_on: datetime.date | None
    ends_on: datetime.date | None
    value_kind: str
    unit: str
    decimals: int
    owner_title: str | None
    owner_abbreviation: str | None
    waiting_target: str
    """The target of the quarter as written; looked up only where no figure stands."""
    direction: str
    minimum: Decimal | None
    maximum: Decimal | None
    is_cumulative: bool
    takes_monthly_values: bool

    def is_on(self, day: datetime.date) -> bool:
        """Whether it is reported on the day. The twin of `Indicator.objects.active`."""
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day <= self.ends_on
        )


class Figure(NamedTuple):
    """What stands of an indicator for a period."""

    indicator_id: int
    period_id: int
    rating: str
    rule_rating: str
    known: str
    value: Decimal | None
    as_written: str
    target: Decimal | None
    target_as_written: str
    comment: str
    forecast: Decimal | None = None
    """What the service expects of the year."""
    forecast_as_written: str = ""


Figures = Mapping[tuple[int, int], Figure]
"""What stands, by indicator and period."""


@dataclass(frozen=True)
class IndicatorLine:
    """One indicator as at the quarter, and how it stood a quarter before."""

    row: IndicatorRow
    status: Rag
    before: Rag
    value: str
    target: str
    rule_status: Rag
    """The rating by the rule alone, where a person set another."""
    change: ChangeShown = NOT_JUDGED
    """Whether the change is real, of the newest figures up to the quarter."""

    @property
    def pk(self) -> int:
        return self.row.pk

    @property
    def title(self) -> str:
        return self.row.title

    @property
    def service_id(self) -> int:
        return self.row.service_id

    @property
    def name(self) -> str:
        return called(self.row.reference, self.row.title)

    @property
    def is_overridden(self) -> bool:
        """Whether a person gave another rating than the rule."""
        return self.status != self.rule_status

    @property
    def turned_red(self) -> bool:
        return self.status == Rag.RED and self.before in (Rag.GREEN, Rag.AMBER)

    @property
    def is_worsening(self) -> bool:
        """Whether the figure of the quarter is a real change for the worse, whatever its rating."""
        return self.change.is_concern and self.status not in (Rag.LATE, Rag.NOT_DUE, Rag.NOT_KNOWN)

    @property
    def recovered(self) -> bool:
        """Green now, and amber or red the quarter before."""
        return self.status == Rag.GREEN and self.before in (Rag.RED, Rag.AMBER)

    @property
    def has_changed(self) -> bool:
        """Rated in both quarters, and not alike."""
        return self.status != self.before and self.status in RATED and self.before in RATED


def lines_of(
    rows: Iterable[IndicatorRow],
    figures: Figures,
    now: AsAt,
    before: AsAt,
    *,
    changes: Mapping[int, ChangeShown],
) -> list[IndicatorLine]:
    """The indicators reported at the quarter's end, each with its figure, or how it comes to have none."""
    return [
        _line(row, figures, now, before, changes.get(row.pk, NOT_JUDGED))
        for row in rows
        if row.is_on(now.quarter.end)
    ]


def _line(row: IndicatorRow, figures: Figures, now: AsAt, before: AsAt, change: ChangeShown) -> IndicatorLine:
    figure = figure_of(row, figures, now)
    status = status_of(row, figures, now)
    return IndicatorLine(
        row=row,
        status=status,
        before=status_of(row, figures, before),
        value=shown_value(
            known=figure.known if figure else None,
            value=figure.value if figure else None,
            as_written=figure.as_written if figure else "",
            kind=row.value_kind,
            unit=row.unit,
            decimals=row.decimals,
            target=figure.target if figure else None,
        ),
        target=shown_target(
            value=figure.target if figure else None,
            as_written=figure.target_as_written if figure else row.waiting_target,
            kind=row.value_kind,
            unit=row.unit,
            decimals=row.decimals,
        ),
        rule_status=Rag(figure.rule_rating) if figure else status,
        change=change,
    )


def figure_of(row: IndicatorRow, figures: Figures, moment: AsAt) -> Figure | None:
    """What stands of the indicator for the period of its own cycle that answers for the quarter."""
    period = moment.periods.get(row.cycle_id)
    return figures.get((row.pk, period.pk)) if period and row.is_on(moment.quarter.end) else None


def status_of(row: IndicatorRow, figures: Figures, moment: AsAt) -> Rag:
    """How the indicator stood at the quarter's end. The twin of `with_standing`."""
    figure = figure_of(row, figures, moment)
    if figure:
        return Rag(figure.rating)
    is_late = row.cycle_id in moment.overdue_cycles and row.is_on(moment.quarter.end)
    return Rag.LATE if is_late else Rag.NOT_DUE
