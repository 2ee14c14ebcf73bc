"""What a feedback return counts, whose return each service belongs to, and what several returns come to. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Counts = dict[str, int]
NONE_ABOVE = None

LINES: tuple[tuple[str, str, str], ...] = (
    ("requests", "requests", "Requests received"),
    ("requests", "requests_in_time", "Answered in time"),
    ("requests", "requests_late", "Answered late"),
    ("requests", "requests_open_late", "Still open and late"),
    ("requests", "requests_said", "Customers who said how it went"),
    ("requests", "requests_satisfied", "Of them satisfied with how it was handled"),
    ("requests", "comments", "Comments received"),
    ("complaints", "complaints", "Complaints received"),
    ("complaints", "complaints_in_time", "Stage 1 answered in time"),
    ("complaints", "complaints_late", "Stage 1 answered late"),
    ("complaints", "complaints_open_late", "Stage 1 still open and late"),
    ("complaints", "complaints_said", "Customers who said how it went"),
    ("complaints", "complaints_satisfied", "Of them satisfied with how it was handled"),
    ("complaints", "stage_two", "Taken to stage 2"),
    ("complaints", "upheld", "Upheld at least in part"),
    ("complaints", "not_accepted", "Not accepted"),
    ("compliments", "compliments", "Compliments received"),
    ("compliments", "passed_on", "Passed on to whom they were for"),
)
"""Each count: the part of the return it belongs to, its key, and its words."""
KEYS = tuple(key for _, key, _ in LINES)


@dataclass(frozen=True)
class ServiceFeedback:
    """What one service counted in a quarter, and of which causes its complaints were upheld."""

    pk: int
    name: str
    counts: Counts
    causes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """One count as a return shows it."""

    words: str
    number: int
    before: int


def whose_return(above: Mapping[int, int | None], managed: Collection[int]) -> dict[int, int | None]:
    """The service whose return tells of each service: itself where a post manages it, else the nearest above that is.

    `above` names the service over each; None for the topmost. A service with no managed one above it is in no return.
    """
    found: dict[int, int | None] = {}
    for service in above:
        at: int | None = service
        seen: set[int] = set()
        while at is not None and at not in managed and at not in seen:
            seen.add(at)
            at = above.get(at)
        found[service] = at if at in managed else None
    return found


def added(several: Iterable[Mapping[str, int]]) -> Counts:
    """Counts added up, key by key; nought where nobody counted."""
    total = dict.fromkeys(KEYS, 0)
    for each in several:
        for key in KEYS:
            total[key] += each.get(key, 0)
    return total


def causes_added(several: Iterable[Mapping[str, int]]) -> list[tuple[str, int]]:
    """Causes with how many complaints were upheld for them, the most frequent first."""
    total: Counts = {}
    for each in several:
        for cause, number in each.items():
            total[cause] = total.get(cause, 0) + number
    return sorted(total.items(), key=lambda pair: (-pair[1], pair[0].casefold()))


def lines_of(part: str, counts: Mapping[str, int], before: Mapping[str, int]) -> list[Line]:
    """The counts of a part, each beside the quarter before."""
    return [Line(words, counts[key], before.get(key, 0)) for each, key, words in LINES if each == part]


def as_values(services: Iterable[ServiceFeedback]) -> list[dict[str, Any]]:
    """What services counted, as plain values that no later change of the register touches."""
    return [
        {"pk": each.pk, "name": each.name, "counts": dict(each.counts), "causes": dict(each.causes)}
        for each in services
    ]


def from_values(values: Iterable[Mapping[str, Any]]) -> list[ServiceFeedback]:
    """The twin of `as_values`."""
    return [
        ServiceFeedback(each["pk"], each["name"], dict(each["counts"]), dict(each["causes"]))
        for each in values
    ]
