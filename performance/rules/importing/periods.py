"""The period that a file names: "Quarter 2 2026/27", "Q2 2026-27", "2026/27 q2", a year, or a day within it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from council.dates import DateProblem, long_date, read_date
from council.periods import read_year, year_name
from council.text import plain_figures
from performance.rules.published.sentences import listed

_YEAR = re.compile(r"\b([0-9]{4} ?[/-] ?[0-9]{1,4})\b")
_QUARTER = re.compile(r"\bq(?:tr|uarter)?\.? ?([1-4])\b|\b([1-4])(?:st|nd|rd|th) quarter\b")
_DAY = re.compile(r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}|[0-9]{1,2} [a-z]+ [0-9]+|[0-9-]{10} [0-9:]{5}")
SHOWN = 4


class PeriodProblem(ValueError):
    """Words that name no period of the cycle; `sentence` says which there are."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class PeriodNamed:
    """A period of a cycle, as far as a file can name it."""

    pk: int
    name: str
    start: date
    end: date


def period_key(text: str) -> tuple[str, str]:
    """The words of a period without its year, and the year: two names with the same key are one period's."""
    plain = " ".join(plain_figures(text).plain.casefold().split())
    year = ""
    if found := _YEAR.search(plain):
        try:
            year = year_name(read_year(found[1]))
        except ValueError:
            return plain, ""
        plain = plain[: found.start()] + " " + plain[found.end() :]
    plain = _QUARTER.sub(lambda found: f"quarter {found[1] or found[2]}", plain)
    return " ".join(re.sub(r"[,:()]", " ", plain).split()), year


class PeriodFinder:
    """The periods of one cycle, found by what files call them."""

    def __init__(self, periods: Sequence[PeriodNamed]) -> None:
        self._periods = periods
        self._by_key: dict[tuple[str, str], list[PeriodNamed]] = defaultdict(list)
        for period in periods:
            self._by_key[period_key(period.name)].append(period)
        self._found: dict[str, PeriodNamed] = {}

    def find(self, text: str) -> PeriodNamed:
        """The one period that the text names. PeriodProblem where none or more than one is meant."""
        if text not in self._found:
            self._found[text] = self._find(text)
        return self._found[text]

    def _find(self, text: str) -> PeriodNamed:
        named = self._by_key.get(period_key(text), [])
        if not named and _DAY.fullmatch(plain_figures(text).plain.casefold()):
            named = _around(text, self._periods)
        if len(named) == 1:
            return named[0]
        if not self._periods:
            raise PeriodProblem("Its cycle has no periods yet. Add them in the register.")
        newest = sorted(self._periods, key=lambda each: each.end, reverse=True)[:SHOWN]
        names = listed([f"“{period.name}”" for period in newest], "or")
        raise PeriodProblem(f"It is returned for periods such as {names}. There is none called this.")


def _around(text: str, periods: Sequence[PeriodNamed]) -> list[PeriodNamed]:
    """The periods that a day lies in."""
    try:
        day = read_date(text[:10] if re.fullmatch(r"[0-9-]{10} [0-9:]{5}", text) else text)
    except DateProblem as problem:
        raise PeriodProblem(f"{problem.sentence}.") from problem
    around = [period for period in periods if period.start <= day <= period.end]
    if not around:
        raise PeriodProblem(f"No period of its cycle holds {long_date(day)}.")
    return around
