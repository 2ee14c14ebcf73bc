"""The holders of one portfolio one after the other: days held twice, days held by nobody, and why."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from council.dates import long_date

ONE_DAY = datetime.timedelta(days=1)
EARLIEST, LATEST = datetime.date.min, datetime.date.max


@dataclass(frozen=True)
class HolderTerm:
    """One person's time as holder, both days included; None where the first is not known or the last to come."""

    key: str
    holder: str
    starts_on: datetime.date | None
    ends_on: datetime.date | None
    explanation: str = ""

    @property
    def surely_from(self) -> datetime.date:
        """The first day on which they certainly hold it: with no first day known, only the last."""
        return self.starts_on or self.ends_on or LATEST

    @property
    def perhaps_from(self) -> datetime.date:
        """The first day on which they may hold it."""
        return self.starts_on or EARLIEST

    @property
    def until(self) -> datetime.date:
        """The last day, or the end of time."""
        return self.ends_on or LATEST


class ClashKind(StrEnum):
    """What is odd about two holders."""

    OVERLAP = "overlap"
    GAP = "gap"


@dataclass(frozen=True)
class Clash:
    """Two holders at once, or nobody between two holders, from the first such day to the last."""

    kind: ClashKind
    earlier: HolderTerm
    later: HolderTerm
    first: datetime.date
    last: datetime.date

    @property
    def is_explained(self) -> bool:
        """Whether either of the two says why."""
        return bool(self.earlier.explanation or self.later.explanation)

    @property
    def days(self) -> str:
        """Such as "from 1 May 2026 to 19 May 2026"; the end is left out where it is open."""
        return days_in_words(self.first, self.last)

    @property
    def sentence(self) -> str:
        """What is wrong and what to do about it, naming both holders and the days."""
        do = "Change a day, or say why under “Why two, or why a gap”."
        if self.kind == ClashKind.OVERLAP:
            return f"{self.earlier.holder} and {self.later.holder} would both hold it {self.days}. {do}"
        return (
            f"Nobody would hold it {self.days}, between {self.earlier.holder} and {self.later.holder}. {do}"
        )


def days_in_words(first: datetime.date, last: datetime.date) -> str:
    """From the first day to the last, where they are known."""
    if first == last != LATEST:
        return f"on {long_date(first)}"
    start = f"from {long_date(first)}" if first not in (EARLIEST, LATEST) else ""
    end = f"to {long_date(last)}" if last != LATEST else "on" if start else "at once"
    return f"{start} {end}".strip()


def clashes(terms: Iterable[HolderTerm]) -> list[Clash]:
    """Every overlap and every gap, explained or not, in the order of the days.

    What is not known is not held against anybody: a term with no first day overlaps with nothing before its last day,
    and leaves no gap before it.
    """
    ordered = sorted(terms, key=lambda term: (term.surely_from, term.until))
    found = [*_overlaps(ordered), *_gaps(ordered)]
    return sorted(found, key=lambda clash: (clash.first, clash.last, clash.kind))


def _overlaps(ordered: Sequence[HolderTerm]) -> Iterator[Clash]:
    for earlier, later in combinations(ordered, 2):
        first, last = max(earlier.surely_from, later.surely_from), min(earlier.until, later.until)
        if first <= last:
            yield Clash(ClashKind.OVERLAP, earlier, later, first, last)


def _gaps(ordered: Sequence[HolderTerm]) -> Iterator[Clash]:
    """The days after the last day held by anybody so far and before the next first day."""
    by_start = sorted(ordered, key=lambda term: (term.perhaps_from, term.until))
    last_holder: HolderTerm | None = None
    for term in by_start:
        if last_holder and last_holder.until < LATEST and last_holder.until + ONE_DAY < term.perhaps_from:
            first, last = last_holder.until + ONE_DAY, term.perhaps_from - ONE_DAY
            yield Clash(ClashKind.GAP, last_holder, term, first, last)
        if last_holder is None or term.until > last_holder.until:
            last_holder = term


def unexplained(terms: Iterable[HolderTerm], *, before: Iterable[HolderTerm] = ()) -> list[Clash]:
    """The clashes that nobody explains and that did not already stand in what was there before."""
    stood = {_identity(clash) for clash in clashes(before) if not clash.is_explained}
    return [clash for clash in clashes(terms) if not clash.is_explained and _identity(clash) not in stood]


def _identity(clash: Clash) -> tuple[object, ...]:
    return clash.kind, clash.first, clash.last, frozenset({clash.earlier.key, clash.later.key})


@dataclass(frozen=True)
class Spell:
    """A stretch of a portfolio's history: held by somebody, or vacant."""

    holder: str
    """Empty while it was vacant."""
    words: str
    """The days: "Since 20 May 2026", "From 20 May 2025 to 19 May 2026", "Vacant from ... to ..."."""
    explanation: str
    is_now: bool

    @property
    def is_vacant(self) -> bool:
        return not self.holder


def spells(terms: Iterable[HolderTerm], *, day: datetime.date) -> list[Spell]:
    """Holders and vacancies as a timeline, the newest first; a vacancy on the day stands on top.

    An explanation stands with the vacancy that it explains, else with the holder's own time.
    """
    terms = list(terms)
    gaps = [clash for clash in clashes(terms) if clash.kind == ClashKind.GAP]
    doubled = {
        term.key
        for clash in clashes(terms)
        if clash.kind == ClashKind.OVERLAP
        for term in (clash.earlier, clash.later)
    }
    told: set[str] = set()
    found: list[tuple[datetime.date, int, Spell]] = []
    for gap in gaps:
        by = gap.later if gap.later.explanation and gap.later.key not in doubled else gap.earlier
        told.add(by.key)
        vacant = Spell("", f"Vacant {gap.days}", by.explanation, gap.first <= day <= gap.last)
        found.append((gap.first, 0, vacant))
    last = max(terms, key=lambda term: term.until, default=None)
    if last is not None and last.until < day:
        told.add(last.key)
        since = last.until + ONE_DAY
        found.append((since, 0, Spell("", f"Vacant since {long_date(since)}", last.explanation, True)))
    for term in terms:
        explanation = term.explanation if term.key not in told or term.key in doubled else ""
        is_now = term.perhaps_from <= day <= term.until
        found.append(
            (term.perhaps_from, 1, Spell(term.holder, _term_in_words(term, day), explanation, is_now))
        )
    return [spell for _, _, spell in sorted(found, key=lambda each: (each[0], each[1]), reverse=True)]


def _term_in_words(term: HolderTerm, day: datetime.date) -> str:
    """Such as "Since 20 May 2026"; "From" where it has not begun, or has an end."""
    if term.starts_on is None:
        start = "Start not known"
    elif term.ends_on or term.starts_on > day:
        start = f"From {long_date(term.starts_on)}"
    else:
        start = f"Since {long_date(term.starts_on)}"
    return f"{start} to {long_date(term.ends_on)}" if term.ends_on else start
