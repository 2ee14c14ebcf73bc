"""The indicators that a published table is about: the register's, and new ones with what they seem to measure."""

import datetime
from dataclasses import dataclass, field

from performance.choices import Direction, ReferenceKind, ValueKind
from performance.models import Cycle, Indicator
from performance.operations.imports.indicator_cells import MOST_TEXT
from performance.operations.imports.register import Register
from performance.rules.importing.matching import Match
from performance.rules.importing.plan import Choice, Difference, Draft, Problem
from performance.rules.importing.words import same_reference, same_words
from performance.rules.naming import called
from performance.rules.published.kinds import guess_direction, guess_kind
from performance.rules.published.references import reference_kind
from performance.rules.published.table import PublishedRow
from portfolios.models import Service

NEW = "new"
MOST_DECIMALS = 4


@dataclass
class IndicatorFinder:
    """Finds or makes the indicator of each row. `last_day` is None when the indicators are still reported."""

    draft: Draft
    register: Register
    service: Service
    cycle: Cycle
    first_day: datetime.date
    last_day: datetime.date | None
    new: list[Indicator] = field(default_factory=list)
    prolonged: list[Indicator] = field(default_factory=list)
    _seen: dict[object, int] = field(default_factory=dict)

    def find(self, row: PublishedRow, number: int) -> Indicator | None:
        """The row's indicator; None with a problem noted where it cannot be one, and while a person is asked."""
        for name, text in (("title", row.indicator), ("reference", row.reference)):
            if len(text) > MOST_TEXT[name] or "\n" in text:
                sentence = f"The {name} of an indicator has at most {MOST_TEXT[name]} characters on one line."
                self.draft.problems.append(Problem(sentence, number, text=text[:80]))
                return None
        if not row.indicator:
            self.draft.problems.append(Problem("This row names no indicator.", number))
            return None
        match = self.register.match(
            reference=row.reference, title=row.indicator, service=self.register.path(self.service)
        )
        chosen = str(match.sure.pk) if match.sure else NEW
        if match.offered and not match.is_by_page:
            chosen = self._ask(row, number, match)
        if not chosen:
            return None
        indicator = self._made(row, number) if chosen == NEW else self.register.indicators[int(chosen)]
        key = indicator.pk or (same_reference(row.reference), same_words(row.indicator))
        first = self._seen.setdefault(key, number)
        if first != number:
            sentence = f"Rows {first} and {number} are both about “{indicator}”."
            self.draft.problems.append(Problem(sentence, number))
            return None
        self._keep(indicator)
        return indicator

    def said_of(self, indicator: Indicator) -> list[Difference]:
        """What becomes of the indicator itself."""
        if indicator.pk is None:
            kind, way = ValueKind(indicator.value_kind).label, Direction(indicator.direction).label
            return [Difference("Indicator", "", f"new: {str(kind).lower()}, {str(way).lower()}")]
        if indicator in self.prolonged:
            return [Difference("Indicator", "", "reported until the end of the table's year")]
        return []

    def _ask(self, row: PublishedRow, number: int, match: Match) -> str:
        said = called(row.reference, row.indicator)
        choices = [Choice(str(each.pk), f"It is {each.words}") for each in match.offered]
        sentence = f"“{said}” is like what the register has, but not the same. Is it one of these?"
        return self.draft.ask(
            f"indicator-{number}", number, sentence, (*choices, Choice(NEW, "It is a new indicator"))
        )

    def _made(self, row: PublishedRow, number: int) -> Indicator:
        """A new indicator of the kind that its cells and its words speak for, unless a person says another."""
        guess, way = guess_kind(row.indicator, row.values), guess_direction(row.indicator, row.target)
        kind = self.draft.ask(
            f"kind-{number}",
            number,
            f"What does “{row.indicator}” measure? {' '.join(guess.evidence)}",
            tuple(Choice(str(value), str(label)) for value, label in ValueKind.choices),
            default=str(guess.kind),
        )
        direction = self.draft.ask(
            f"direction-{number}",
            number,
            f"Which way is better? {way.evidence}",
            tuple(Choice(str(value), str(label)) for value, label in Direction.choices),
            default=str(way.direction),
        )
        return Indicator(
            service=self.service,
            cycle=self.cycle,
            reference=row.reference,
            reference_kind=reference_kind(row.reference) or ReferenceKind.LOCAL,
            title=row.indicator,
            value_kind=kind,
            direction=direction,
            unit=guess.unit[:40] if kind == guess.kind else "",
            decimals=min(guess.decimals, MOST_DECIMALS),
            starts_on=self.first_day,
            ends_on=self.last_day,
        )

    def _keep(self, indicator: Indicator) -> None:
        """Notes what will be written about the indicator: that it is new, or reported until the table's year ends."""
        if indicator.pk is None:
            self.new.append(indicator)
        elif self.last_day and indicator.ends_on and indicator.ends_on < self.last_day:
            indicator.ends_on = self.last_day
            self.prolonged.append(indicator)
