"""The page of one indicator set: each indicator with its level, why, and how it does."""

from dataclasses import dataclass

from council.rag import Rag
from performance.choices import ReportLevel
from performance.figures.indicator import shown_of
from performance.figures.set_changes import (
    NOT_IN_SET,
    NOTHING_YET,
    consulted_words,
    newest_returns,
    own_consultation,
)
from performance.figures.sets import SetLine, set_lines
from performance.models import IndicatorSet, Return

NOT_DECIDED = "Not decided"


@dataclass(frozen=True)
class ReportLine:
    """One indicator of a set with its newest signed-off figure."""

    line: SetLine
    consulted: str
    value: str
    target: str
    rating: Rag
    period: str

    def get_absolute_url(self) -> str:
        """The indicator's own page."""
        return self.line.indicator.get_absolute_url()

    @property
    def title(self) -> str:
        return str(self.line.indicator)

    @property
    def service(self) -> str:
        return self.line.indicator.service.name

    @property
    def now(self) -> str:
        return str(self.line.level.label) if self.line.level else NOT_DECIDED

    @property
    def before(self) -> str:
        return str(self.line.before.label) if self.line.before else NOT_IN_SET

    @property
    def consulted_on_it(self) -> str:
        """Who was consulted on this indicator in particular."""
        return own_consultation(self.line.entry)

    @property
    def said_by(self) -> str:
        """Who decided."""
        return str(self.line.entry.by or "") if self.line.entry else ""

    @property
    def reason(self) -> str:
        """Why; or that a reason is missing."""
        if self.line.lacks_reason:
            return "A reason is missing"
        return self.line.entry.reason if self.line.entry else ""


def report_lines(row: IndicatorSet, before: IndicatorSet | None) -> list[ReportLine]:
    """Every indicator that the set decides on; six queries."""
    lines = set_lines(row, before=before)
    newest = newest_returns({line.indicator.pk for line in lines})
    return [_line(row, line, newest.get(line.indicator.pk)) for line in lines]


def _line(row: IndicatorSet, line: SetLine, newest: Return | None) -> ReportLine:
    standing = newest.standing if newest else None
    value, target = shown_of(line.indicator, standing) if standing else (NOTHING_YET, "No target")
    return ReportLine(
        line=line,
        consulted=consulted_words(row, line.entry),
        value=value,
        target=target,
        rating=Rag(standing.rating) if standing else Rag.NOT_DUE,
        period=newest.period.name if newest else "",
    )


def counted(lines: list[ReportLine]) -> dict[str, int]:
    """How many are at each level: `told`, `kept`, `left_out`, and `undecided`."""
    levels = [each.line.level for each in lines]
    return {
        "told": levels.count(ReportLevel.COMMITTEE),
        "kept": levels.count(ReportLevel.TEAM),
        "left_out": levels.count(ReportLevel.NONE),
        "undecided": levels.count(None),
    }
