"""What one team's return shows: its counts beside the quarter before, and the first words that they draft."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from complaints.choices import FeedbackPart
from complaints.figures.feedback import feedback_by_service, of_team, teams_now
from complaints.figures.feedback_said import actions_of
from complaints.models import FeedbackReturn
from complaints.rules.feedback import (
    Counts,
    Line,
    ServiceFeedback,
    added,
    as_values,
    causes_added,
    from_values,
    lines_of,
)
from complaints.rules.feedback_words import drafted, drafted_of_actions
from council.periods import Frequency, Span, spans
from portfolios.models import Service


@dataclass(frozen=True)
class ReturnFigures:
    """The figures of a return: by service, and together in the quarter before."""

    services: Sequence[ServiceFeedback]
    before: Mapping[str, int]
    actions: Sequence[Mapping[str, Any]] = ()
    """What the team set out to do, as values: open, or done in the quarter."""

    @property
    def counts(self) -> Counts:
        """Every count of the team."""
        return added(each.counts for each in self.services)

    @property
    def causes(self) -> list[tuple[str, int]]:
        """Why complaints were upheld, the most frequent first."""
        return causes_added(each.causes for each in self.services)

    def lines(self, part: str) -> list[Line]:
        """The counts of one part, each beside the quarter before."""
        return lines_of(part, self.counts, self.before)

    @property
    def drafted(self) -> dict[str, str]:
        """The first words of every part."""
        names = [cause for cause, _ in self.causes]
        said = {part: drafted(part, self.counts, self.before, names) for part in FeedbackPart.values}
        return said | {FeedbackPart.ACTIONS.value: drafted_of_actions(self.actions)}

    @property
    def values(self) -> dict[str, Any]:
        """As plain values, to be kept with the return."""
        return {
            "services": as_values(self.services),
            "before": dict(self.before),
            "actions": list(self.actions),
        }


def told_now(service: Service, span: Span, *, on: datetime.date) -> ReturnFigures:
    """What the records say today of one team."""
    return told_by_team([service], span, on=on)[service.pk]


def told_by_team(services: Iterable[Service], span: Span, *, on: datetime.date) -> dict[int, ReturnFigures]:
    """What the records say of each team, by key; one query for each, and as many for one as for all."""
    teams = teams_now()
    now, before = feedback_by_service(span, on=on), feedback_by_service(quarter_before(span), on=on)
    found = {}
    for each in services:
        below = teams.below(each.pk)
        found[each.pk] = ReturnFigures(
            of_team(now, below),
            added(service.counts for service in of_team(before, below)),
            actions_of(below, span, on=on),
        )
    return found


def as_told(row: FeedbackReturn) -> ReturnFigures:
    """What a return said when it was handed in."""
    figures = (row.content or {})["figures"]
    return ReturnFigures(from_values(figures["services"]), figures["before"], figures.get("actions", []))


def quarter_before(span: Span) -> Span:
    """The quarter that ends the day before another begins."""
    year = span.year if span.start.month != 4 else span.year - 1
    ends = span.start - datetime.timedelta(days=1)
    return next(each for each in spans(Frequency.QUARTERLY, year=year) if each.end == ends)
