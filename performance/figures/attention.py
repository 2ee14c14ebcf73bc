"""What needs attention: each red, worsening or newly worse indicator with recent values and what happens next."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import dropwhile

from django.db.models import Q, QuerySet

from council.rag import Rag
from performance.choices import Known, ValueStatus
from performance.figures.change_shown import ChangeShown
from performance.figures.dashboard import Moments
from performance.figures.lines import Figure, Figures, IndicatorLine, figure_of
from performance.figures.shown import shown_value
from performance.models import Indicator, Period
from portfolios.models import Post

OFF_TARGET, WORSE, NOT_UPDATED = "off_target", "worse", "not_updated"
NEEDS = (
    (OFF_TARGET, "Off target: red or amber"),
    (WORSE, "Getting worse by the statistical rules"),
    (NOT_UPDATED, "Not updated: late, or an older value carried forward"),
)
"""Why an indicator needs attention, as the filter of the list says it; one reason is enough."""
NOT_MEASURED = (Rag.LATE, Rag.NOT_DUE, Rag.NOT_KNOWN)


def needing_attention(
    indicators: QuerySet[Indicator], why: Collection[str], changes: Mapping[int, ChangeShown]
) -> QuerySet[Indicator]:
    """The indicators, with their standing, that need attention for one of the reasons; no query of its own."""
    chosen = Q()
    if OFF_TARGET in why:
        chosen |= Q(now_status__in=(Rag.RED, Rag.AMBER))
    if WORSE in why:
        worse = [pk for pk, change in changes.items() if change.is_concern]
        chosen |= Q(pk__in=worse) & ~Q(now_status__in=NOT_MEASURED)
    if NOT_UPDATED in why:
        carried = Q(now__standing__value_status=ValueStatus.CARRIED_FORWARD, now__standing__known=Known.KNOWN)
        chosen |= Q(now_status=Rag.LATE) | carried
    return indicators.filter(chosen)


@dataclass(frozen=True)
class Attention:
    """One indicator that needs attention, with the officer's sentence about what happens next."""

    line: IndicatorLine
    values: list[Decimal | None]
    """Of the last periods, oldest first; None where no figure stands."""
    target: Decimal | None
    comment: str
    owner: str
    period: Period | None
    expects: str = ""
    """What the service expects the year to end at; "" where it has not said."""

    @property
    def spark_title(self) -> str:
        """The sparkline in words."""
        said = ", ".join("no value" if value is None else f"{value.normalize():f}" for value in self.values)
        goal = f"; target {self.target.normalize():f}" if self.target is not None else ""
        return f"{self.line.name}: {said}{goal}"


def sharpest_first(lines: Iterable[IndicatorLine]) -> list[IndicatorLine]:
    """The lines that need attention: red first, then what really gets worse, then what turned amber from green."""
    chosen = [line for line in lines if line.status == Rag.RED or line.is_worsening or _slipped(line)]
    return sorted(chosen, key=_sharpness)


def _sharpness(line: IndicatorLine) -> tuple[bool, bool, bool, str]:
    return line.status != Rag.RED, not line.turned_red, not line.is_worsening, line.name


def _slipped(line: IndicatorLine) -> bool:
    return line.status == Rag.AMBER and line.before == Rag.GREEN


def attention_to(lines: Iterable[IndicatorLine], figures: Figures, when: Moments) -> list[Attention]:
    """Each of the lines with its recent values, and what its service says of the newest."""
    recent = dict(when.recent)
    return [_attention(line, figures, when, recent.get(line.row.cycle_id, ())) for line in lines]


def _attention(line: IndicatorLine, figures: Figures, when: Moments, period_ids: Iterable[int]) -> Attention:
    row = line.row
    stood = (figures.get((row.pk, period)) for period in period_ids)
    newest = figure_of(row, figures, when.now)
    owner = Post(title=row.owner_title, abbreviation=row.owner_abbreviation or "") if row.owner_title else ""
    return Attention(
        line=line,
        values=[figure.value if figure else None for figure in dropwhile(lambda each: not each, stood)],
        target=newest.target if newest else None,
        comment=newest.comment if newest else "",
        owner=str(owner),
        period=when.now.periods.get(row.cycle_id),
        expects=_expects(line, newest),
    )


def _expects(line: IndicatorLine, figure: Figure | None) -> str:
    if figure is None or not figure.forecast_as_written:
        return ""
    row = line.row
    return shown_value(
        known=Known.KNOWN,
        value=figure.forecast,
        as_written=figure.forecast_as_written,
        kind=row.value_kind,
        unit=row.unit,
        decimals=row.decimals,
    )
