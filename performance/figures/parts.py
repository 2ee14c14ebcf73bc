"""A dashboard's parts: the same indicators by portfolio or by service, and what changed since the quarter before."""

from collections import Counter
from dataclasses import dataclass

from council.rag import COUNTED, Rag, RagSummary
from performance.figures.dashboard import summary_of
from performance.figures.lines import IndicatorLine
from portfolios.figures.structure import Structure

NO_PORTFOLIO = "No portfolio answers for these"


@dataclass(frozen=True)
class Part:
    """A portfolio or a service with its indicators; `pk` is None for those that nobody answers for."""

    pk: int | None
    name: str
    summary: RagSummary
    lines: list[IndicatorLine]

    @property
    def red(self) -> int:
        return self.summary.row(Rag.RED).number


@dataclass(frozen=True)
class Changes:
    """What changed between two quarters, among those rated in both; and what is late now, whatever it was before."""

    turned_red: list[IndicatorLine]
    recovered: list[IndicatorLine]
    others: list[IndicatorLine]
    late: list[IndicatorLine]

    @property
    def late_words(self) -> str:
        """Such as "2 are late"; empty when none is."""
        number = len(self.late)
        return f"{number} {'is' if number == 1 else 'are'} late" if number else ""

    @property
    def words(self) -> str:
        """Such as "2 turned red, 1 recovered to green"."""
        if not (self.turned_red or self.recovered or self.others):
            return "no rating changed"
        parts = [
            (len(self.turned_red), "turned red"),
            (len(self.recovered), "recovered to green"),
            (len(self.others), "changed otherwise"),
        ]
        return ", ".join(f"{number} {words}" for number, words in parts if number)


def changes(lines: list[IndicatorLine]) -> Changes:
    """What turned red, what recovered, what else changed, and what is late."""
    changed = [line for line in lines if line.has_changed]
    return Changes(
        turned_red=[line for line in changed if line.turned_red],
        recovered=[line for line in changed if line.recovered],
        others=[line for line in changed if not (line.turned_red or line.recovered)],
        late=[line for line in lines if line.status == Rag.LATE],
    )


def by_portfolio(lines: list[IndicatorLine], tree: Structure) -> list[Part]:
    """A part for each portfolio; an indicator that two portfolios answer for counts in both, and none is left out."""
    groups: dict[int | None, list[IndicatorLine]] = {pk: [] for pk in tree.portfolios}
    of_service: dict[int, list[int | None]] = {
        pk: [each.pk for each in tree.portfolios_of(pk)] or [None] for pk in tree.services
    }
    for line in lines:
        for pk in of_service[line.service_id]:
            groups.setdefault(pk, []).append(line)
    names = {pk: tree.portfolios[pk].name if pk is not None else NO_PORTFOLIO for pk in groups}
    return [Part(pk, names[pk], summary_of(group), group) for pk, group in groups.items()]


def counted_in_several(parts: list[Part]) -> int:
    """How many of the indicators counted stand in more than one part: by so many the parts add to more than all."""
    places = Counter(line.pk for part in parts for line in part.lines if line.status in (*COUNTED, Rag.LATE))
    return sum(number > 1 for number in places.values())


def by_service(lines: list[IndicatorLine], tree: Structure) -> list[Part]:
    """A part for each service that has indicators, by name."""
    groups: dict[int, list[IndicatorLine]] = {}
    for line in lines:
        groups.setdefault(line.service_id, []).append(line)
    parts = [Part(pk, tree.services[pk].name, summary_of(group), group) for pk, group in groups.items()]
    return sorted(parts, key=lambda part: part.name)
