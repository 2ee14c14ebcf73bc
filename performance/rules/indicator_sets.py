"""What a body is told of in a year: from when a set is used, what needs a reason, what keeps it from adoption."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from council.periods import Frequency, Span, spans, year_name
from council.periods.words import day as in_words
from performance.choices import ReportLevel

QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True)
class SetProblem:
    """What keeps a set from being adopted, as a sentence; with the indicator it is about, or None for the whole set."""

    sentence: str
    indicator_id: int | None = None


@dataclass(frozen=True)
class Standing:
    """One indicator in a set: its level now and in the set before, None where nobody decided or there was none."""

    indicator_id: int
    name: str
    before: ReportLevel | None
    now: ReportLevel | None
    reason: str


def used_from(year: int, first_quarter: int) -> Span:
    """The quarter of the financial year from which a set is used; `first_quarter` is 1 to 4."""
    return spans(Frequency.QUARTERLY, year=year)[first_quarter - 1]


def needs_reason(before: ReportLevel | None, now: ReportLevel | None, *, follows_another: bool) -> bool:
    """Whether a level must say why: each that differs from the set before, and what comes in new.

    What was never reported and is not now says nothing that anybody would miss; nor does a body's first set.
    """
    if not follows_another or now is None or before == now:
        return False
    return before is not None or now == ReportLevel.COMMITTEE


def adoption_problems(standings: Sequence[Standing], *, follows_another: bool) -> list[SetProblem]:
    """What keeps a set from being adopted: no level, no reason for a change, or nothing for members to see."""
    problems = []
    for each in standings:
        if each.now is None:
            problems.append(
                SetProblem(f"Nobody has decided on {each.name}. Choose its level.", each.indicator_id)
            )
        elif not each.reason and needs_reason(each.before, each.now, follows_another=follows_another):
            problems.append(
                SetProblem(f"{each.name} {_moved(each.before, each.now)}: say why.", each.indicator_id)
            )
    if not any(each.now == ReportLevel.COMMITTEE for each in standings):
        problems.append(SetProblem("No indicator is in the members' report. Put at least one in."))
    return problems


def _moved(before: ReportLevel | None, now: ReportLevel) -> str:
    if now == ReportLevel.COMMITTEE:
        return "comes into the members' report"
    if before == ReportLevel.COMMITTEE:
        return "leaves the members' report"
    return f"changes its level to “{now.label}”"


def validity(
    year: int, first_quarter: int, *, annual_meetings: Iterable[date], following: Span | None
) -> list[str]:
    """From when to when a set is used, in both calendars, a sentence each.

    A set belongs to a municipal year, which begins at the annual meeting in May, and is first used for a quarter of
    the financial year, which begins in April. `following` is the first quarter of the body's next set.
    """
    first = used_from(year, first_quarter)
    covered = f"Used from {first.name} ({first.dates}) {_until(following)}."
    meeting = next((each for each in sorted(annual_meetings) if each.year == year), None)
    if meeting is None:
        return [
            covered,
            f"No annual meeting of {year} is on record, so it cannot be said when that municipal year begins.",
        ]
    return [covered, f"{_municipal(year, meeting)} {_apart(first, meeting)}"]


def _until(following: Span | None) -> str:
    if following is None:
        return "for every quarter until another set is adopted"
    return f"for every quarter until {following.name}, when the next set takes its place"


def _municipal(year: int, meeting: date) -> str:
    return f"The municipal year {year_name(year)} begins at the annual meeting on {in_words(meeting)}."


def _apart(first: Span, meeting: date) -> str:
    days = (meeting - first.start).days
    if days > 0:
        return (
            f"So the first {days} {'day' if days == 1 else 'days'} of {first.name} lie in the municipal year "
            "before; the quarter is reported by this set as a whole."
        )
    if not days:
        return "Both begin on the same day."
    return f"So the quarters before {first.name} are still reported by the set before, whatever the municipal year."
