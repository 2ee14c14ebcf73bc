"""Indicator sets: what is decided of each indicator, what was before, and what keeps a set from being adopted."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from performance.choices import ReportLevel
from performance.models import Indicator, IndicatorSet, MunicipalYear, SetEntry
from performance.rules.indicator_sets import (
    SetProblem,
    Standing,
    adoption_problems,
    needs_reason,
    validity,
)
from portfolios.models import Body, Responsibility, Service


@dataclass(frozen=True)
class SetLine:
    """One indicator that a set has to decide on: what it says now, and what the body's set before said."""

    indicator: Indicator
    entry: SetEntry | None
    before: ReportLevel | None
    follows_another: bool

    @property
    def level(self) -> ReportLevel | None:
        return ReportLevel(self.entry.level) if self.entry else None

    @property
    def lacks_reason(self) -> bool:
        """Whether it must say why and does not."""
        said = bool(self.entry and self.entry.reason)
        return not said and needs_reason(self.before, self.level, follows_another=self.follows_another)

    @property
    def standing(self) -> Standing:
        """The same for the rules."""
        reason = self.entry.reason if self.entry else ""
        return Standing(self.indicator.pk, str(self.indicator), self.before, self.level, reason)


def newest_entries(row: IndicatorSet) -> dict[int, SetEntry]:
    """The entry that counts of each indicator, by indicator id, in the order of the references; one query."""
    entries = SetEntry.objects.newest().filter(indicator_set=row)
    return {each.indicator_id: each for each in entries.select_related("indicator__service", "by")}


def set_before(row: IndicatorSet) -> IndicatorSet | None:
    """The body's newest adopted set of an earlier year; one query."""
    earlier = IndicatorSet.objects.adopted().filter(body=row.body_id, year__lt=row.year)
    return earlier.select_related("body").order_by("-year").first()


def set_after(row: IndicatorSet) -> IndicatorSet | None:
    """The body's next adopted set; one query."""
    later = IndicatorSet.objects.adopted().filter(body=row.body_id, year__gt=row.year)
    return later.select_related("body").order_by("year").first()


def sets_for_list() -> QuerySet[IndicatorSet]:
    """Every set with `told`, `kept` and `left_out`: how many indicators it has at each level."""
    newest = SetEntry.objects.newest().values("pk")
    counted = {
        name: Count("entries", filter=Q(entries__level=level, entries__pk__in=newest))
        for name, level in (
            ("told", ReportLevel.COMMITTEE),
            ("kept", ReportLevel.TEAM),
            ("left_out", ReportLevel.NONE),
        )
    }
    return (
        IndicatorSet.objects.select_related("body").annotate(**counted).order_by("-year", "body__name", "pk")
    )


def services_of_body(body: Body, *, day: datetime.date) -> set[int] | None:
    """The services that a body answers for on the day, with all below them; None where it answers for none."""
    tops = Responsibility.objects.on(day).filter(body=body).values_list("service", flat=True)
    return Service.objects.ids_below(tops) or None


def set_lines(row: IndicatorSet, *, before: IndicatorSet | None) -> list[SetLine]:
    """Every indicator that the set has to decide on, by service and reference; five queries.

    That is what is reported when the set is first used: of the services that the body answers for, or of the whole
    council where it answers for none; and whatever the set or the one before has at a level.
    """
    entries = newest_entries(row)
    levels = _levels(before)
    day = row.used_from.start
    services = services_of_body(row.body, day=day)
    candidates = Indicator.objects.active(day=day).select_related("service")
    if services is not None:
        candidates = candidates.filter(Q(service__in=services) | Q(pk__in=[*levels]))
    listed = {each.pk: each for each in candidates}
    listed |= {pk: entry.indicator for pk, entry in entries.items()}
    lines = [
        SetLine(each, entries.get(pk), levels.get(pk), before is not None) for pk, each in listed.items()
    ]
    return sorted(lines, key=_by_service)


def _by_service(line: SetLine) -> tuple[str, str, str, int]:
    each = line.indicator
    return each.service.name, each.reference, each.title, each.pk


def _levels(row: IndicatorSet | None) -> dict[int, ReportLevel]:
    if row is None:
        return {}
    pairs = SetEntry.objects.newest().filter(indicator_set=row).values_list("indicator", "level")
    return {pk: ReportLevel(level) for pk, level in pairs}


def problems_of(row: IndicatorSet) -> list[SetProblem]:
    """What keeps the set from being adopted."""
    before = set_before(row)
    return problems_in(set_lines(row, before=before), follows_another=before is not None)


def problems_in(lines: Iterable[SetLine], *, follows_another: bool) -> list[SetProblem]:
    """The same of lines that were read already."""
    return adoption_problems([line.standing for line in lines], follows_another=follows_another)


def validity_of(row: IndicatorSet) -> list[str]:
    """From when to when the set is used, in both calendars; two queries."""
    meetings = MunicipalYear.objects.values_list("starts_on", flat=True)
    following = set_after(row)
    return validity(
        row.year,
        row.first_quarter,
        annual_meetings=meetings,
        following=following.used_from if following else None,
    )
