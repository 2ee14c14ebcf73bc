"""What was typed for one return, read and judged: the value, the rating-to-be and what is still missing."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from council.rag import Rag
from performance.choices import Direction, Known, Travel, ValueKind, ValueStatus
from performance.figures.as_rules import rule_of, target_of
from performance.figures.context import RatingContext
from performance.figures.forecasts import YearView, year_view
from performance.figures.travelled import short_travel
from performance.models import Indicator, Period, Revision
from performance.rules.judgement import Judgement
from performance.rules.plausibility import doubts
from performance.rules.rating import rate
from performance.rules.readiness import Problem, submission_problems
from performance.rules.travel import travel
from performance.rules.values import ReadValue, ValueProblem, read_known, read_value


@dataclass(frozen=True)
class Entry:
    """What an officer typed for one return, as typed."""

    as_written: str = ""
    known: Known = Known.KNOWN
    value_status: ValueStatus = ValueStatus.ACTUAL
    comment: str = ""
    comment_resolved: str = ""
    """The comment in full where the officer wrote "Ditto" or "See above"."""
    carried_from: str = ""
    """For a value carried forward: when it was last measured, in words."""
    forecast_as_written: str = ""
    """What the officer expects the year to end at."""
    computed_words: str = ""
    """Where the product counted the value: the query in words, and when."""


@dataclass(frozen=True)
class Assessment:
    """An entry with what it was read as, its rating-to-be and its problems."""

    context: RatingContext
    entry: Entry
    known: Known
    read: ReadValue | None
    judgement: Judgement
    travel_short: Travel
    travel_long: Travel
    year: YearView
    problems: list[Problem] = field(default_factory=list)

    @property
    def indicator(self) -> Indicator:
        return self.context.indicator

    @property
    def period(self) -> Period:
        return self.context.period

    @property
    def rating(self) -> Rag:
        """The rating-to-be under the rule."""
        return self.judgement.status

    @property
    def notice(self) -> str:
        """How the value and the forecast were read, where they were not written in the usual way."""
        read = (self.read, self.year.forecast)
        return " ".join(each.notice for each in read if each and each.notice)

    @property
    def doubts(self) -> list[str]:
        """What is odd about the value and the forecast beside what was before, a sentence each."""
        recent = [each.value for each in self.context.recent if each.value is not None]
        so_far = self.context.so_far if self.indicator.is_cumulative else None
        found = doubts(
            self.read.value if self.read else None,
            kind=ValueKind(self.indicator.value_kind),
            unit=self.indicator.unit,
            last=recent[0] if recent else None,
            so_far=_value(so_far),
        )
        return [*found, *self.year.doubts]

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed or chosen at all."""
        typed = self.entry.as_written or self.entry.comment or self.entry.forecast_as_written
        return not typed and self.known == Known.KNOWN

    def submission_problems(self) -> list[Problem]:
        """What keeps it from being submitted, beside what could not be read."""
        return submission_problems(
            known=self.known,
            as_written=self.entry.as_written,
            comment=self.entry.comment_resolved or self.entry.comment,
            computed_words=self.entry.computed_words,
            rating=self.rating,
            value_status=self.entry.value_status,
            carried_from=self.entry.carried_from,
            ends_on=self.period.ends_on,
            doubts=self.doubts,
            misses_forecast=self.year.is_missed,
        )

    def content(self) -> dict[str, Any]:
        """The fields of a revision that keeps this entry and its judgement."""
        target, rule = self.context.judged_by, self.context.rule
        read, forecast = self.read or ReadValue(None), self.year.forecast or ReadValue(None)
        return {
            "known": self.known,
            "as_written": self.entry.as_written,
            "value": read.value,
            "words": read.words,
            "numerator": read.numerator,
            "denominator": read.denominator,
            "value_status": self.entry.value_status,
            "carried_from": self.entry.carried_from,
            "forecast_as_written": self.entry.forecast_as_written,
            "forecast_value": forecast.value,
            "forecast_words": forecast.words,
            "comment": self.entry.comment,
            "comment_resolved": self.entry.comment_resolved or self.entry.comment,
            "computed_words": self.entry.computed_words,
            "target_as_written": target.as_written if target else "",
            "target_value": target.value if target else None,
            "target_low": target.low if target else None,
            "target_high": target.high if target else None,
            "rule_id": rule.pk if rule else None,
            "rule_words": self.judgement.rule_words,
            "rule_rating": self.judgement.status,
            "rating": self.judgement.status,
            "why": self.judgement.why,
            "override_reason": "",
            "travel_short": self.travel_short,
            "travel_long": self.travel_long,
        }


def entry_of(revision: Revision) -> Entry:
    """What a revision keeps, as it was typed."""
    return Entry(
        as_written=revision.as_written,
        known=Known(revision.known),
        value_status=ValueStatus(revision.value_status),
        comment=revision.comment,
        comment_resolved=revision.comment_resolved,
        carried_from=revision.carried_from,
        forecast_as_written=revision.forecast_as_written,
        computed_words=revision.computed_words,
    )


def assess(context: RatingContext, entry: Entry) -> Assessment:
    """Reads and judges an entry. What cannot be read is a problem with its sentence; the words are kept as typed."""
    known, read, problems = _read(context, entry)
    year = year_view(context, read, entry.value_status, entry.forecast_as_written)
    value = read.value if read else None
    target = target_of(context.judged_by)
    direction = Direction(context.indicator.direction)
    low, high = (target.low, target.high) if target else (None, None)
    short = short_travel(context, value, entry.value_status, low=low, high=high)
    long = travel(value, _value(context.last_year), direction, low=low, high=high)
    judgement = rate(
        value,
        target,
        direction,
        rule_of(context.rule),
        kind=context.indicator.value_kind,  # type: ignore[arg-type]
        unit=context.indicator.unit,
        decimals=context.indicator.decimals,
        words=year.words or (read.words if read else ""),
        known=known,
        forecast=year.rated,
        travel_long=long,
    )
    said = year.said(judgement)
    return Assessment(context, entry, known, read, said, short, long, year, [*problems, *year.problems])


def _read(context: RatingContext, entry: Entry) -> tuple[Known, ReadValue | None, list[Problem]]:
    if entry.known != Known.KNOWN:
        return entry.known, None, []
    if not entry.as_written:
        return Known.KNOWN, None, []
    said = read_known(entry.as_written)
    if said not in (None, Known.KNOWN):
        return Known(said), None, []
    indicator = context.indicator
    try:
        read = read_value(
            entry.as_written,
            kind=indicator.value_kind,  # type: ignore[arg-type]
            decimals=None,
            levels=indicator.level_names,
            minimum=indicator.minimum,
            maximum=indicator.maximum,
            unit=indicator.unit,
            usual=[revision.value for revision in context.recent if revision.value is not None],
        )
    except ValueProblem as problem:
        return Known.KNOWN, None, [Problem("as_written", problem.sentence)]
    return Known.KNOWN, read, []


def _value(revision: Revision | None) -> Decimal | None:
    return revision.value if revision else None
