"""What an annual complaints report counts: every case of the year once, small numbers hidden; as plain values.

These are read by members and by the public, so nothing here says whose, and no case is named.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from complaints.choices import OPEN_STATES, STAGE_ONE, STAGE_TWO, CaseKind, CaseState, ClockKind, Finding
from complaints.figures.patterns import COLUMNS, NOT_PLACED, WHOLE, counted_by_service
from complaints.figures.timeliness import four_ways
from complaints.models import Case, Clock, PointAnswer, Triage
from complaints.rules.answers import outcome_of
from complaints.rules.compared import compared, part_of
from complaints.rules.small_numbers import (
    FEWEST_SHOWN,
    NOT_SHOWN,
    hidden,
    hidden_beside,
    shown,
    total_is_shown,
)
from council.periods import Frequency, Span, spans
from portfolios.models import Service

NOT_DECIDED, WITHOUT = "Not decided yet", "Closed without an outcome"
OUTCOMES = (
    Finding.UPHELD.label,
    Finding.PARTLY_UPHELD.label,
    Finding.NOT_UPHELD.label,
    Finding.NO_FINDING.label,
    CaseState.REFUSED.label,
    CaseState.WITHDRAWN.label,
    NOT_DECIDED,
    WITHOUT,
)
"""Every complaint ends in one of these, or has not ended."""
UPHELD = (Finding.UPHELD.label, Finding.PARTLY_UPHELD.label)
COMPARED = (
    ("complaints", "Complaints received"),
    ("stage_two", "Taken to stage 2"),
    ("upheld", "Upheld at least in part"),
    ("requests", "Service requests received"),
    ("compliments", "Compliments received"),
)
WAYS = ("In time", "Late", "Open and in time", "Open and late")


def analysis_of(span: Span, *, on: datetime.date) -> dict[str, Any]:
    """The quantities of a year as they stand on the day: the second part of the report."""
    cases = Case.objects.filter(received_on__gte=span.start, received_on__lte=span.end)
    complaints = cases.filter(kind=CaseKind.COMPLAINT)
    outcomes = outcomes_of(complaints)
    return {
        **_by_service(cases),
        "timeliness": _timeliness(complaints, on=on),
        "outcomes": _outcomes_shown({each: outcomes[each] for each in OUTCOMES if outcomes[each]}),
        "causes": [[cause, number] for cause, number in causes_of(complaints) if number >= FEWEST_SHOWN],
        "refused": masked(refused_of(complaints)),
        "compared": _compared(span, cases),
    }


def masked(counts: Sequence[tuple[str, int]]) -> dict[str, Any]:
    """Counts as they may be shown, with the total where it gives none of them away."""
    numbers = [number for _, number in counts]
    lines = [
        [words, shown(number, is_hidden=is_hidden)]
        for (words, number), is_hidden in zip(counts, hidden(numbers), strict=True)
    ]
    return {"lines": lines, "total": sum(numbers) if total_is_shown(numbers) else NOT_SHOWN}


def _by_service(cases: Any) -> dict[str, Any]:
    """The counts of each service, and of all together; not how timely: a share would tell how many were late."""
    counts = counted_by_service(cases)
    names = dict(Service.objects.filter(pk__in=[pk for pk in counts if pk]).values_list("pk", "name"))
    order = sorted(counts, key=lambda pk: (pk is None, names.get(pk or 0, "").casefold()))
    columns = {each: [(str(pk), counts[pk][each]) for pk in order] for each in COLUMNS}
    told = {each: masked(column) for each, column in columns.items()}
    lines = [
        {"name": names.get(pk or 0, NOT_PLACED), **{each: told[each]["lines"][at][1] for each in COLUMNS}}
        for at, pk in enumerate(order)
    ]
    whole = {"name": WHOLE, **{each: told[each]["total"] for each in COLUMNS}}
    return {"services": lines, "whole": whole if lines else None}


def _outcomes_shown(counts: Mapping[str, int]) -> dict[str, Any]:
    """The outcomes as they may be shown; other parts of the report tell how many were upheld and refused."""
    told = hidden_beside(counts, told_elsewhere=[CaseState.REFUSED.label], pair=UPHELD)
    lines = [[words, shown(number, is_hidden=words in told)] for words, number in counts.items()]
    return {"lines": lines, "total": sum(counts.values()) if len(told) != 1 else NOT_SHOWN}


def outcomes_of(complaints: Any) -> Counter[str]:
    """Every complaint once, by how it ended: the words of `OUTCOMES`. Two queries."""
    answers = PointAnswer.objects.filter(point__case__in=complaints).order_by("stage", "at", "pk")
    newest: dict[int, dict[int, str]] = {}
    for case, point, finding in answers.values_list("point__case", "point", "finding"):
        newest.setdefault(case, {})[point] = finding
    return Counter(
        _outcome(state, newest.get(pk, {}).values())
        for pk, state in complaints.order_by().values_list("pk", "state")
    )


def _outcome(state: str, findings: Iterable[str]) -> str:
    if state in (CaseState.REFUSED, CaseState.WITHDRAWN):
        return CaseState(state).label
    if state in OPEN_STATES:
        return NOT_DECIDED
    outcome = outcome_of(list(findings))
    return outcome.label if outcome else WITHOUT


def causes_of(complaints: Any) -> list[tuple[str, int]]:
    """How many complaints were found for the customer for each cause, the most frequent first. One query."""
    rows = PointAnswer.objects.filter(point__case__in=complaints).order_by("stage", "at", "pk")
    found: dict[int, tuple[int, str, str]] = {}
    for case, point, finding, cause in rows.values_list("point__case", "point", "finding", "cause__name"):
        found[point] = (case, finding, cause or "")
    upheld = (Finding.UPHELD, Finding.PARTLY_UPHELD)
    pairs = {(case, cause) for case, finding, cause in found.values() if cause and finding in upheld}
    counts = Counter(cause for _, cause in pairs)
    return sorted(counts.items(), key=lambda each: (-each[1], each[0].casefold()))


def refused_of(complaints: Any) -> list[tuple[str, int]]:
    """How many complaints were refused, by ground: the newest refusal of each. One query."""
    refused = complaints.filter(state=CaseState.REFUSED)
    rows = Triage.objects.filter(case__in=refused, is_accepted=False).order_by("at", "pk")
    newest = {
        row.case_id: row.get_ground_display() or "No ground given" for row in rows.only("case", "ground")
    }
    return sorted(Counter(newest.values()).items(), key=lambda each: (-each[1], each[0]))


def _timeliness(complaints: Any, *, on: datetime.date) -> list[dict[str, Any]]:
    lines = []
    for stage in (STAGE_ONE, STAGE_TWO):
        for kind in ClockKind:
            ways = four_ways(Clock.objects.filter(case__in=complaints, stage=stage, kind=kind), on=on)
            counts = [ways.done_in_time, ways.done_late, ways.open_in_time, ways.open_late]
            shown = masked(list(zip(WAYS, counts, strict=True)))
            share = part_of(ways.done_in_time, ways.denominator)
            lines.append({"name": f"{kind.label}, stage {stage}", "share": share, **shown})
    return lines


def _compared(span: Span, cases: Any) -> list[str]:
    before = spans(Frequency.ANNUAL, year=span.year - 1)[0]
    earlier = Case.objects.filter(received_on__gte=before.start, received_on__lte=before.end)
    now, then = _added(cases), _added(earlier)
    is_on_record = any(then.values())
    return [compared(words, now[key], then[key], is_on_record=is_on_record) for key, words in COMPARED]


def _added(cases: Any) -> Counter[str]:
    added: Counter[str] = Counter()
    for counts in counted_by_service(cases).values():
        added.update(counts)
    return added
