"""Did complaints of a cause fall: their months as a control chart, by the rules that indicators are judged by.

Whoever handles cases sees each month. For others a count from 1 to 4 is hidden: where a month has one they see
quarters; where a quarter has one, the words alone, which tell no number.
"""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from complaints.figures.causes import Month
from complaints.rules.small_numbers import hidden
from council.charts import TrendChart
from performance.choices import Direction, ValueKind
from performance.figures.control_chart import SHOWN_MONTHS, control_chart
from performance.figures.spc import SpcFigure
from performance.rules.spc import Reading, Series, Spc, Variation, analyse
from performance.rules.spc.words import rule_words
from portfolios.models import Action

MONTHS_IN_QUARTER = 3
MOST_UNANSWERED = Fraction(1, 10)
"""Of a month that counts."""


class Stretch(NamedTuple):
    """A month or a quarter, with how many complaints were received in it."""

    label: str
    starts_on: datetime.date
    ends_on: datetime.date
    number: int


@dataclass(frozen=True)
class Fall:
    """What the months of a cause say, for one reader."""

    sentence: str
    """Whether complaints of the cause fell, without a number that could tell of anybody."""
    spc: Spc | None
    """What may be shown to the reader; None where that is the sentence alone."""
    stretches: list[Stretch]
    word: str
    """"Month" or "Quarter"; "" where nothing is shown."""


def months_until(
    day: datetime.date, *, since: datetime.date | None
) -> list[tuple[datetime.date, datetime.date]]:
    """The whole months that are over on the day, at most three years of them, none before the first on record."""
    found: list[tuple[datetime.date, datetime.date]] = []
    end = day.replace(day=1) - datetime.timedelta(days=1)
    while since is not None and len(found) < SHOWN_MONTHS and end.replace(day=1) >= since.replace(day=1):
        found.append((end.replace(day=1), end))
        end = end.replace(day=1) - datetime.timedelta(days=1)
    return found[::-1]


def settled(
    months: Sequence[tuple[datetime.date, datetime.date]], unanswered: Mapping[Month, Fraction]
) -> list[tuple[datetime.date, datetime.date]]:
    """The months without the newest of which more than one complaint in ten is not answered.

    What is not answered has no cause yet: with them every cause would seem to fall.
    """
    found = list(months)
    while found and unanswered.get((found[-1][0].year, found[-1][0].month), Fraction(0)) > MOST_UNANSWERED:
        found.pop()
    return found


def stretches_of(
    months: Sequence[tuple[datetime.date, datetime.date]], counts: Counter[Month]
) -> list[Stretch]:
    """Each month with its count; one without any complaint counts 0."""
    return [Stretch(f"{start:%B %Y}", start, end, counts[start.year, start.month]) for start, end in months]


def in_quarters(months: Sequence[Stretch]) -> list[Stretch]:
    """Whole calendar quarters of the months; months before the first whole one and after the last are left out."""
    first = next(
        (at for at, each in enumerate(months) if each.starts_on.month % MONTHS_IN_QUARTER == 1), len(months)
    )
    found = []
    for at in range(first, len(months) - MONTHS_IN_QUARTER + 1, MONTHS_IN_QUARTER):
        own = months[at : at + MONTHS_IN_QUARTER]
        label = f"{own[0].starts_on:%B} to {own[-1].starts_on:%B %Y}"
        found.append(Stretch(label, own[0].starts_on, own[-1].ends_on, sum(each.number for each in own)))
    return found


def fall_of(months: Sequence[Stretch], *, sees_all: bool) -> Fall:
    """What the months say; the words are always those of the months, the numbers as fine as the reader may see."""
    by_month = judged(months)
    shown, word = (
        (list(months), "Month") if sees_all or _is_open(months) else (in_quarters(months), "Quarter")
    )
    if not shown or not (sees_all or _is_open(shown)):
        shown, word = [], ""
    return Fall(
        sentence=fall_words(by_month),
        spc=(by_month if word == "Month" else judged(shown)) if shown else None,
        stretches=shown,
        word=word,
    )


def _is_open(stretches: Sequence[Stretch]) -> bool:
    return not any(hidden([each.number for each in stretches], with_total=False))


def judged(stretches: Sequence[Stretch]) -> Spc:
    """The counts by the rules of control charts: fewer is better, and none is never below nought."""
    readings = tuple(
        Reading(each.label, each.starts_on, each.ends_on, Decimal(each.number)) for each in stretches
    )
    return analyse(Series(readings, direction=Direction.LOWER, kind=ValueKind.COUNT, minimum=Decimal(0)))


def fall_words(spc: Spc) -> str:
    """Whether complaints of the cause fell, in one sentence: since when and by which rule, or that nobody can say."""
    latest = spc.latest
    if latest is None:
        return "There are no whole months of complaints yet, so nobody can say."
    if spc.variation is None:
        return f"Too few to say, or too much alike. {spc.no_icon_because}"
    if spc.variation is Variation.COMMON:
        return "No change that is more than chance: the months go up and down as they did before."
    fell = spc.variation is Variation.IMPROVEMENT_LOW
    number, since = _run(spc, below=fell)
    way = "fell" if fell else "rose"
    side = "below" if fell else "above"
    if number > 1:
        return f"They {way} since {since}: {number} months in a row {side} the mean, which is seldom chance."
    return f"They {way}: {latest.label} is {rule_words(latest)}, which is seldom chance."


def _run(spc: Spc, *, below: bool) -> tuple[int, str]:
    """How many of the newest points in a row lie on that side of the mean, and the first of them."""
    limits = spc.limits
    number, since = 0, ""
    for point in reversed(spc.points):
        if limits is None or point.value is None or point.value == limits.mean:
            break
        if (point.value < limits.mean) is not below:
            break
        number, since = number + 1, point.label
    return number, since


def fall_chart(fall: Fall, *, title: str, actions: Sequence[Action]) -> TrendChart | None:
    """The chart of what the reader may see, with the days on which actions were done; None where there is none."""
    if fall.spc is None:
        return None
    figure = SpcFigure(
        series=fall.spc.series,
        spc=fall.spc,
        is_monthly=True,
        rating=None,
        rated_period="",
        rated_until=None,
    )
    chart = control_chart(figure, title=title, notes={})
    if chart is None:
        return None
    marks = [
        (at, "Action done")
        for at, each in enumerate(fall.stretches)
        if any(action.done_on and each.starts_on <= action.done_on <= each.ends_on for action in actions)
    ]
    return replace(
        chart,
        summary=fall.sentence,
        marks=marks,
        period_word=fall.word,
        value_word="Complaints",
        from_zero=True,
    )
