"""Rebases of an indicator, and what new limits would become before anything is saved."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, QuerySet

from council.prepared import prepared
from performance.figures.spc import SpcFigure
from performance.models import Indicator, Period, Rebase
from performance.rules.spc import Cause, Segment, Spc, Start, in_words
from performance.rules.spc.words import limits_in_words


def rebases_of(indicator: Indicator) -> list[Rebase]:
    """Every rebase of the indicator, the newest first, those that were withdrawn with them; one query."""
    return _rebases(indicator=indicator.pk)


@prepared(indicator=BigIntegerField())
def _rebases(*, indicator: Any) -> QuerySet[Rebase]:
    rows = Rebase.objects.filter(indicator=indicator)
    rows = rows.select_related("period", "by__person", "withdrawn_by__person")
    return rows.order_by("-period__starts_on", "-at", "-pk")


def periods_to_choose(indicator: Indicator, figure: SpcFigure, *, today: datetime.date) -> list[Period]:
    """The ended periods after the first figure, the newest first: where limits may start anew; one query."""
    first = next((each for each in figure.spc.points if each.value is not None), None)
    if first is None:
        return []
    ended = Period.objects.ended(day=today).filter(cycle=indicator.cycle_id, starts_on__gt=first.starts_on)
    return list(ended.order_by("-starts_on", "pk"))


@dataclass(frozen=True)
class Prospect:
    """What would be said if the limits started anew, beside what is said now."""

    now: Spc
    then: Spc

    @property
    def unchanged_from(self) -> str:
        """The period from which nothing would change, because limits start anew there already; "" where none is."""
        found = self._cut
        return "" if found is None or found == self.now.segment else self.now.points[found.last + 1].label

    @property
    def changes_nothing(self) -> str:
        """Why the start parts no figures, a sentence; "" where it parts some."""
        return (
            "" if self._cut else " ".join(each for each in self.then.remarks if each not in self.now.remarks)
        )

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """What is compared, how it is now, and how it would be: the figures that are parted, then what is newest."""
        return [*self._parted, *self._newest]

    @property
    def _cut(self) -> Segment | None:
        """The stretch of the series that the start would part in two; None where it parts none."""
        before = {each.first for each in self.now.segments}
        made = next((each for each in self.then.segments if each.first not in before), None)
        if made is None:
            return None
        return next((each for each in self.now.segments if each.first < made.first <= each.last), None)

    @property
    def _parted(self) -> list[tuple[str, str, str]]:
        found = self._cut
        if found is None:
            return []
        parts = [each for each in self.then.segments if found.first <= each.first <= found.last]
        if found == self.now.segment:
            parts.pop()
        whole = segment_words(self.now, found)
        return [(_span(self.then, each), whole, segment_words(self.then, each)) for each in parts]

    @property
    def _newest(self) -> list[tuple[str, str, str]]:
        now, then = in_words(self.now), in_words(self.then)
        return [
            ("Limits", now.limits or now.because, then.limits or then.because),
            ("How firm they are", _standing(now.trial, self.now), _standing(then.trial, self.then)),
            ("Variation", now.variation or "No icon", then.variation or "No icon"),
            ("Assurance", now.assurance or "None", then.assurance or "None"),
        ]


def prospect(figure: SpcFigure, period: Period, reason: str) -> Prospect:
    """How the limits would come out if they started anew at the period; nothing is saved."""
    start = Start(period.starts_on, Cause.REBASE, "The rebase", reason)
    return Prospect(figure.spc, figure.with_start(start))


def segment_words(spc: Spc, segment: Segment) -> str:
    """The limits of a stretch of the series, or how many figures it has and why there are no limits."""
    return limits_in_words(spc.series, segment.limits) if segment.limits else segment.why_no_limits


def _span(spc: Spc, segment: Segment) -> str:
    first, last = spc.points[segment.first].label, spc.points[segment.last].label
    return first if first == last else f"{first} to {last}"


def _standing(trial: str, spc: Spc) -> str:
    if spc.limits is None:
        return "No limits"
    return trial[:1].upper() + trial[1:] if trial else "Firm"
