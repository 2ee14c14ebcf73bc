"""What returns come to in a report: a line for each team, small numbers hidden for a body, and who has not returned."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from complaints.rules.feedback import LINES, Counts, ServiceFeedback, added, causes_added
from complaints.rules.small_numbers import FEWEST_SHOWN, NOT_SHOWN, hidden, shown, total_is_shown

Shown = int | str
SHOWN_KEYS = ("requests", "complaints", "complaints_in_time", "upheld", "stage_two", "compliments")
"""The counts that a report shows of each team."""
HEADINGS = tuple((key, words) for key in SHOWN_KEYS for _, own, words in LINES if own == key)


@dataclass(frozen=True)
class TeamPart:
    """What one team tells, as a report takes it in."""

    team: str
    returned: str
    """The day of its return in words; "" where it has not returned, and its figures are those of the records."""
    services: Sequence[ServiceFeedback]
    covers: frozenset[int] = frozenset()
    """Every service it tells of, also those of which nothing came in."""
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ReportLine:
    """One team in a report: each count, or the words that hide it."""

    team: str
    returned: str
    shown: tuple[Shown, ...]

    @property
    def pairs(self) -> list[tuple[str, Shown]]:
        """Each count beside its heading."""
        return beside_headings(self.shown)


def beside_headings(shown: Sequence[Shown]) -> list[tuple[str, Shown]]:
    """Counts in the order of the headings, each with its own."""
    return list(zip((words for _, words in HEADINGS), shown, strict=True))


@dataclass(frozen=True)
class Report:
    """A report as people read it."""

    lines: tuple[ReportLine, ...]
    total: tuple[Shown, ...]
    causes: tuple[tuple[str, int], ...]
    not_returned: tuple[str, ...]
    words: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    """Of each team its parts with what it wrote: for the operating officer, not for bodies."""

    @property
    def total_pairs(self) -> list[tuple[str, Shown]]:
        """Each total beside its heading."""
        return beside_headings(self.total)


def put_together(parts: Sequence[TeamPart], *, services: Collection[int] | None) -> Report:
    """A report of all services, or of those of one body: then small numbers are hidden and teams' own words left out.

    Teams of which no service is the body's are left out, and those of which nothing came in, unless they returned.
    """
    for_body = services is not None
    kept = [_narrowed(part, services) for part in parts if services is None or part.covers & set(services)]
    kept = [part for part in kept if part.services or part.returned]
    counts = [added(service.counts for service in part.services) for part in kept]
    columns = [[each[key] for each in counts] for key in SHOWN_KEYS]
    masks = [hidden(column) if for_body else [False] * len(column) for column in columns]
    lines = tuple(
        ReportLine(part.team, part.returned, _masked(at, columns, masks)) for at, part in enumerate(kept)
    )
    causes = causes_added(service.causes for part in kept for service in part.services)
    return Report(
        lines=lines,
        total=tuple(_total(column, for_body=for_body) for column in columns),
        causes=tuple((cause, number) for cause, number in causes if number >= FEWEST_SHOWN or not for_body),
        not_returned=tuple(part.team for part in kept if not part.returned),
        words=() if for_body else tuple(_words(kept)),
    )


def _narrowed(part: TeamPart, services: Collection[int] | None) -> TeamPart:
    if services is None:
        return part
    own = [each for each in part.services if each.pk in services]
    return replace(part, services=own)


def _masked(at: int, columns: list[list[int]], masks: list[list[bool]]) -> tuple[Shown, ...]:
    return tuple(shown(column[at], is_hidden=mask[at]) for column, mask in zip(columns, masks, strict=True))


def _total(column: list[int], *, for_body: bool) -> Shown:
    return sum(column) if not for_body or total_is_shown(column) else NOT_SHOWN


def _words(parts: Sequence[TeamPart]) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    told = ((part.team, tuple(pair for pair in part.words.items() if pair[1])) for part in parts)
    return [(team, words) for team, words in told if words]


def as_values(report: Report) -> dict[str, Any]:
    """A report as plain values, as a presented one is kept."""
    return {
        "lines": [{"team": e.team, "returned": e.returned, "shown": list(e.shown)} for e in report.lines],
        "total": list(report.total),
        "causes": [list(pair) for pair in report.causes],
        "not_returned": list(report.not_returned),
        "words": [[team, [list(pair) for pair in words]] for team, words in report.words],
    }


def from_values(values: Mapping[str, Any]) -> Report:
    """The twin of `as_values`."""
    return Report(
        lines=tuple(
            ReportLine(each["team"], each["returned"], tuple(each["shown"])) for each in values["lines"]
        ),
        total=tuple(values["total"]),
        causes=tuple((cause, number) for cause, number in values["causes"]),
        not_returned=tuple(values["not_returned"]),
        words=tuple((team, tuple((title, said) for title, said in words)) for team, words in values["words"]),
    )


def whole_of(parts: Sequence[TeamPart]) -> Counts:
    """Every count of all parts together."""
    return added(service.counts for part in parts for service in part.services)
