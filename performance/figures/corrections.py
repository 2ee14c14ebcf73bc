"""What was published before and what it became: a published value is never lost behind its correction."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, QuerySet

from council.dates import long_date
from council.periods import local_day
from council.prepared import prepared
from performance.choices import STANDING, Step
from performance.models import Indicator, Revision


@dataclass(frozen=True)
class Correction:
    """A published value that another took the place of, with the reason it was reopened for."""

    published: Revision
    became: Revision
    reason: str

    @property
    def words(self) -> str:
        """Such as "Published as 60% on 3 May 2026; corrected to 62% because “…”"."""
        day = long_date(local_day(self.published.at))
        said = f"Published as {_said(self.published)} on {day}; corrected to {_said(self.became)}"
        return f"{said} because “{self.reason}”" if self.reason else f"{said}."


def corrections(indicator: Indicator) -> dict[int, list[Correction]]:
    """The corrections of an indicator's published values, by return id, oldest first; one query."""
    by_return: dict[int, list[Revision]] = {}
    for revision in _revisions(indicator=indicator.pk):
        by_return.setdefault(revision.indicator_return_id, []).append(revision)
    found = {pk: list(_of_one(history)) for pk, history in by_return.items()}
    return {pk: each for pk, each in found.items() if each}


@prepared(indicator=BigIntegerField())
def _revisions(*, indicator: Any) -> QuerySet[Revision]:
    """What stood of an indicator and what it was reopened for, in the order of each return."""
    rows = Revision.objects.filter(indicator_return__indicator=indicator, step__in=[*STANDING, Step.REOPENED])
    return rows.order_by("indicator_return", "number")


def _of_one(history: list[Revision]) -> Iterable[Correction]:
    published: Revision | None = None
    reason = ""
    for revision in history:
        if revision.step == Step.REOPENED:
            reason = revision.reason
        elif published is not None and _content(revision) != _content(published):
            yield Correction(published, revision, reason or revision.override_reason)
            published, reason = None, ""
        if revision.step == Step.PUBLISHED:
            published = revision


def _content(revision: Revision) -> tuple[object, ...]:
    return revision.known, revision.as_written, revision.rating


def _said(revision: Revision) -> str:
    value = revision.as_written or str(revision.get_known_display()).lower()
    return f"{value} ({revision.get_rating_display()})" if revision.is_overridden else value
