"""How satisfied customers are with how their cases were handled and with what came of them, and who did not say.

Every request and complaint that ended in the days is counted once, by its newest ending in them: asked or not, answered
or not. Small numbers are hidden (`complaints.rules.small_numbers`).
"""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from complaints.choices import SATISFIED, WERE_ASKED, Asked, Ending, Fixed, Satisfaction
from complaints.figures.asked_cases import Told, told_of
from complaints.rules.small_numbers import FEWEST_SHOWN, HIDDEN_WORDS, hidden, total_is_shown
from council.rag import whole_percentages
from portfolios.models import Service

NOT_PLACED = "No service yet"
HIDDEN_TOTAL = "not shown"
Shown = int | str


@dataclass(frozen=True)
class AnswerLine:
    """One answer with how many gave it, and their share; words where they are too few."""

    words: str
    number: Shown
    share: str


@dataclass(frozen=True)
class SatisfactionLine:
    """One service, or one kind of ending: how many ended, were asked and answered, and how satisfied they are."""

    name: str
    ended: Shown
    asked: Shown
    answered: Shown
    rate: str
    handling: str
    outcome: str


@dataclass(frozen=True)
class SatisfactionPage:
    """All that the page shows of the days."""

    whole: SatisfactionLine
    lines: list[SatisfactionLine] = field(default_factory=list)
    endings: list[SatisfactionLine] = field(default_factory=list)
    asked: list[AnswerLine] = field(default_factory=list)
    """How the asking stands: every ended case once."""
    handling: list[AnswerLine] = field(default_factory=list)
    outcome: list[AnswerLine] = field(default_factory=list)
    fixed: list[AnswerLine] = field(default_factory=list)


def satisfaction(
    since: datetime.date, until: datetime.date, *, on: datetime.date, services: Collection[int] | None = None
) -> SatisfactionPage:
    """What the page shows of the days, of these services or of all; three queries."""
    told = told_of(since, until, on=on, services=services)
    names = dict(
        Service.objects.filter(pk__in={each.service for each in told if each.service}).values_list(
            "pk", "name"
        )
    )
    by_service = {pk: [each for each in told if each.service == pk] for pk in {each.service for each in told}}
    order = sorted(by_service, key=lambda pk: (pk is None, names.get(pk or 0, "").casefold()))
    endings = [ending for ending in Ending if any(each.ending == ending for each in told)]
    return SatisfactionPage(
        whole=_whole(by_service.values(), told),
        lines=_lines([(names.get(pk or 0, NOT_PLACED), by_service[pk]) for pk in order]),
        endings=_lines([(each.label, [one for one in told if one.ending == each]) for each in endings]),
        asked=_shares(Asked, ((each.asked, each.number) for each in told)),
        handling=_shares(Satisfaction, ((each.handling, each.number) for each in told)),
        outcome=_shares(Satisfaction, ((each.outcome, each.number) for each in told)),
        fixed=_shares(Fixed, ((each.fixed, each.number) for each in told)),
    )


def _numbers(told: Iterable[Told]) -> tuple[int, int, int]:
    """How many ended, were asked, and answered."""
    each = list(told)
    return (
        sum(one.number for one in each),
        sum(one.number for one in each if one.asked in WERE_ASKED),
        sum(one.number for one in each if one.asked == Asked.ANSWERED),
    )


def _lines(groups: list[tuple[str, list[Told]]]) -> list[SatisfactionLine]:
    columns = list(zip(*(_numbers(told) for _, told in groups), strict=True))
    shown = [_masked(column) for column in columns]
    return [_line(name, told, [column[at] for column in shown]) for at, (name, told) in enumerate(groups)]


def _masked(counts: Sequence[int]) -> list[Shown]:
    """Each count, or the words for a small one; one that is hidden only to keep another is not called small."""
    return [
        count if not is_hidden else HIDDEN_WORDS if count < FEWEST_SHOWN else HIDDEN_TOTAL
        for count, is_hidden in zip(counts, hidden(counts), strict=True)
    ]


def _whole(groups: Iterable[list[Told]], told: list[Told]) -> SatisfactionLine:
    """All together; a total that would give a hidden count away is hidden as well."""
    columns = list(zip(*(_numbers(each) for each in groups), strict=True)) or [(), (), ()]
    return _line("All together", told, [sum(own) if total_is_shown(own) else HIDDEN_TOTAL for own in columns])


def _line(name: str, told: list[Told], shown: list[Shown]) -> SatisfactionLine:
    _, asked, answered = _numbers(told)
    rate = (
        share_of(answered, asked) if isinstance(shown[1], int) and isinstance(shown[2], int) else HIDDEN_TOTAL
    )
    return SatisfactionLine(
        name=name,
        ended=shown[0],
        asked=shown[1],
        answered=shown[2],
        rate=rate if asked else "Nobody asked yet",
        handling=_satisfied((each.handling, each.number) for each in told),
        outcome=_satisfied((each.outcome, each.number) for each in told),
    )


def _satisfied(said: Iterable[tuple[str, int]]) -> str:
    answers = [(value, number) for value, number in said if value]
    return share_of(
        sum(number for value, number in answers if value in SATISFIED), sum(n for _, n in answers)
    )


def share_of(number: int, of: int) -> str:
    """Such as "80% of 25"; words where it is of none or of too few."""
    if not of:
        return "No answers"
    return f"{HIDDEN_WORDS} answers" if of < FEWEST_SHOWN else f"{round(100 * number / of)}% of {of}"


def _shares(kind: Any, said: Iterable[tuple[str, int]]) -> list[AnswerLine]:
    """Each answer with its number and its share, by largest remainder; none of a total that is too small."""
    counts: Counter[str] = Counter()
    for value, number in said:
        counts[value] += number
    numbers = [counts[each] for each in kind]
    if not total_is_shown([sum(numbers)]) or not sum(numbers):
        return []
    shares, shown = whole_percentages(numbers), _masked(numbers)
    return [
        AnswerLine(each.label, shown[at], f"{shares[at]}%" if isinstance(shown[at], int) else "")
        for at, each in enumerate(kind)
    ]
