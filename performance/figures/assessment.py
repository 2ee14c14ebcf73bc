"""What was typed for one return, read and judged: the value, the rating-to-be and what is still missing."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from council.rag import Rag
from performance.choices import (
    Direction,
    Known,
    RuleBasis,
    TargetBasis,
    Travel,
    TravelEffect,
    ValueKind,
    ValueStatus,
    ZeroTarget,
)
from performance.figures.context import RatingContext
from performance.models import Indicator, Period, RatingRule, Revision
from performance.models import Target as TargetRow
from performance.rules.conventions import DEFAULT_RULE
from performance.rules.judgement import Judgement
from performance.rules.plausibility import doubts
from performance.rules.rating import rate
from performance.rules.readiness import Problem, submission_problems
from performance.rules.rule import Rule
from performance.rules.targets import Target
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
        """How the value was read, where it was not written in the usual way."""
        return self.read.notice if self.read else ""

    @property
    def doubts(self) -> list[str]:
        """What is odd about the value beside those before it, a sentence each."""
        recent = [each.value for each in self.context.recent if each.value is not None]
        so_far = self.context.so_far if self.indicator.is_cumulative else None
        return doubts(
            self.read.value if self.read else None,
            kind=ValueKind(self.indicator.value_kind),
            unit=self.indicator.unit,
            last=recent[0] if recent else None,
            so_far=_value(so_far),
        )

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed or chosen at all."""
        return not (self.entry.as_written or self.entry.comment) and self.known == Known.KNOWN

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
        )

    def content(self) -> dict[str, Any]:
        """The fields of a revision that keeps this entry and its judgement."""
        target, rule = self.context.target, self.context.rule
        read = self.read or ReadValue(None)
        return {
            "known": self.known,
            "as_written": self.entry.as_written,
            "value": read.value,
            "words": read.words,
            "numerator": read.numerator,
            "denominator": read.denominator,
            "value_status": self.entry.value_status,
            "carried_from": self.entry.carried_from,
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
        computed_words=revision.computed_words,
    )


def assess(context: RatingContext, entry: Entry) -> Assessment:
    """Reads and judges an entry. What cannot be read is a problem with its sentence; the words are kept as typed."""
    known, read, problems = _read(context, entry)
    value = read.value if read else None
    target = target_of(context.target)
    direction = Direction(context.indicator.direction)
    low, high = (target.low, target.high) if target else (None, None)
    short = travel(value, _value(context.previous), direction, low=low, high=high)
    long = travel(value, _value(context.last_year), direction, low=low, high=high)
    judgement = rate(
        value,
        target,
        direction,
        rule_of(context.rule),
        kind=context.indicator.value_kind,  # type: ignore[arg-type]
        unit=context.indicator.unit,
        decimals=context.indicator.decimals,
        words=read.words if read else "",
        known=known,
        forecast=value if speaks_for_the_year_end(context.period, entry.value_status) else None,
        travel_long=long,
    )
    return Assessment(context, entry, known, read, judgement, short, long, problems)


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


def speaks_for_the_year_end(period: Period, value_status: ValueStatus) -> bool:
    """Whether a value of the period is a forecast or an estimate of the outturn, or the outturn itself."""
    ends_the_year = period.ends_on >= datetime.date(period.year + 1, 3, 31)
    return ends_the_year or value_status in (ValueStatus.FORECAST, ValueStatus.ESTIMATE)


def _value(revision: Revision | None) -> Decimal | None:
    return revision.value if revision else None


def target_of(row: TargetRow | None) -> Target | None:
    """A target row as the rules take it."""
    if row is None:
        return None
    return Target(
        as_written=row.as_written,
        basis=TargetBasis(row.basis),
        value=row.value,
        low=row.low,
        high=row.high,
        words=row.words,
        change=row.change,
        base=row.base,
    )


def rule_of(row: RatingRule | None) -> Rule:
    """A rule row as the rules take it; without one the usual rule, amber down to 90% of the target."""
    if row is None:
        return DEFAULT_RULE
    return Rule(
        name=row.name,
        basis=RuleBasis(row.basis),
        amber_tolerance=row.amber_tolerance,
        green_tolerance=row.green_tolerance,
        inclusive=row.inclusive,
        green_at=row.green_at,
        amber_at=row.amber_at,
        zero_target=ZeroTarget(row.zero_target),
        travel_effect=TravelEffect(row.travel_effect),
    )
