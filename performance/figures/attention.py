"""What needs attention: each red or newly worse indicator with its recent values and what happens next."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from council.rag import Rag
from performance.figures.dashboard import IndicatorLine, Moments
from performance.models import Period, Return

VALUES_SHOWN = 8
LOOK_BACK_DAYS = 4 * 366
SHARPEST_FIRST = (Rag.RED, Rag.AMBER)


@dataclass(frozen=True)
class Attention:
    """One indicator that needs attention, with the officer's sentence about what happens next."""

    line: IndicatorLine
    values: list[Decimal | None]
    target: Decimal | None
    comment: str
    owner: str
    period: Period | None

    @property
    def spark_title(self) -> str:
        """The sparkline in words."""
        said = ", ".join("no value" if value is None else f"{value.normalize():f}" for value in self.values)
        goal = f"; target {self.target.normalize():f}" if self.target is not None else ""
        return f"{self.line.name}: {said}{goal}"


def needs_attention(lines: list[IndicatorLine], when: Moments) -> list[Attention]:
    """Red first, then what turned amber from green; one query for all of them."""
    chosen = [line for line in lines if line.status == Rag.RED or _slipped(line)]
    chosen.sort(key=lambda line: (SHARPEST_FIRST.index(line.status), not line.turned_red, line.name))
    since = when.now.quarter.end - datetime.timedelta(days=LOOK_BACK_DAYS)
    history: dict[int, list[Return]] = {line.pk: [] for line in chosen}
    rows = Return.objects.filter(
        indicator__in=history, standing__isnull=False, period__ends_on__gt=since
    ).filter(period__ends_on__lte=when.now.quarter.end)
    for row in rows.select_related("standing", "period", "indicator__owner").order_by("period__ends_on"):
        history[row.indicator_id].append(row)
    return [_attention(line, history[line.pk]) for line in chosen]


def _slipped(line: IndicatorLine) -> bool:
    return line.status == Rag.AMBER and line.before == Rag.GREEN


def _attention(line: IndicatorLine, rows: list[Return]) -> Attention:
    latest = rows[-1] if rows else None
    standing = latest.standing if latest else None
    return Attention(
        line=line,
        values=[row.standing.value for row in rows[-VALUES_SHOWN:] if row.standing],
        target=standing.target_value if standing else None,
        comment=standing.comment_resolved if standing else "",
        owner=str(latest.indicator.owner) if latest and latest.indicator.owner else "",
        period=latest.period if latest else None,
    )
