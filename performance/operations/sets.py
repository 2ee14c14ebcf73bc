"""The life of an indicator set: drafted from the last one, decided indicator by indicator, adopted, then only followed.

Entries are never changed. What counts of an indicator is its newest entry; each names the one that its author had
before them, so that nobody writes over another unseen.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from council.audit import Conflict, add_versioned, claim_version, save_versioned
from council.models import User
from performance.choices import ReportLevel, SetStage
from performance.figures.sets import newest_entries, problems_of, set_before
from performance.models import Indicator, IndicatorSet, SetEntry
from performance.rules.indicator_sets import SetProblem
from portfolios.models import Body, Decision

NO_ENTRY = 0
"""What somebody read who found no entry of an indicator."""


class NotReady(Exception):
    """The set cannot be adopted, or not be changed so. Carries the problems, a sentence each."""

    def __init__(self, problems: Sequence[SetProblem]) -> None:
        super().__init__(" ".join(problem.sentence for problem in problems))
        self.problems = list(problems)


class Overtaken(Exception):
    """Somebody else decided first on some of the indicators. Carries their entries, by indicator id."""

    def __init__(self, entries: Mapping[int, SetEntry]) -> None:
        super().__init__("Somebody else decided on this first.")
        self.entries = dict(entries)


@dataclass(frozen=True)
class Choice:
    """What somebody decided on one indicator; `seen` is the number of the entry they read, or NO_ENTRY."""

    indicator: Indicator
    seen: int
    level: ReportLevel
    reason: str = ""
    consulted: str = ""
    consulted_on: datetime.date | None = None


@transaction.atomic
def draft_set(
    body: Body,
    *,
    year: int,
    first_quarter: int = 1,
    reason: str = "",
    consulted: str = "",
    consulted_on: datetime.date | None = None,
    by: User,
    at: datetime.datetime,
) -> IndicatorSet:
    """A draft for a year, with the levels of the body's set before. ValidationError when the year has one already.

    Reasons are not copied: they were why that set was as it was.
    """
    made = IndicatorSet(
        body=body,
        year=year,
        first_quarter=first_quarter,
        reason=reason,
        consulted=consulted,
        consulted_on=consulted_on,
    )
    add_versioned(made, by=by)
    before = set_before(made)
    copied = [] if before is None else newest_entries(before).values()
    SetEntry.objects.bulk_create(
        SetEntry(indicator_set=made, indicator=each.indicator, number=1, level=each.level, by=by, at=at)
        for each in copied
        if each.indicator.is_on(made.used_from.start)
    )
    return made


@transaction.atomic
def decide(row: IndicatorSet, choices: Sequence[Choice], *, by: User, at: datetime.datetime) -> int:
    """Writes what was decided on some indicators, all of it or none; answers on how many.

    Raises Overtaken where somebody else decided first, NotReady when an adopted set is changed without a reason, and
    Conflict when somebody is saving the set at this very moment.
    """
    if not choices:
        return 0
    current = IndicatorSet.objects.select_related("body").get(pk=row.pk)
    claim_version(current, expected=current.version)
    newest = newest_entries(current)
    overtaken = {
        each.indicator.pk: newest[each.indicator.pk]
        for each in choices
        if each.indicator.pk in newest and newest[each.indicator.pk].number != each.seen
    }
    if overtaken:
        raise Overtaken(overtaken)
    if current.is_adopted:
        _ask_why(choices)
    entries = [_entry(current, each, by=by, at=at) for each in choices]
    SetEntry.objects.bulk_create(entries)
    return len(entries)


def _ask_why(choices: Sequence[Choice]) -> None:
    problems = [
        SetProblem(f"{each.indicator}: say why the adopted set is changed.", each.indicator.pk)
        for each in choices
        if not each.reason
    ]
    if problems:
        raise NotReady(problems)


def _entry(row: IndicatorSet, choice: Choice, *, by: User, at: datetime.datetime) -> SetEntry:
    entry = SetEntry(
        indicator_set=row,
        indicator=choice.indicator,
        number=choice.seen + 1,
        level=choice.level,
        reason=choice.reason,
        consulted=choice.consulted,
        consulted_on=choice.consulted_on,
        is_after_adoption=row.is_adopted,
        by=by,
        at=at,
    )
    entry.clean_fields(exclude=["indicator_set", "indicator", "by"])
    return entry


@transaction.atomic
def change_terms(
    row: IndicatorSet,
    *,
    expected: int,
    first_quarter: int,
    reason: str,
    consulted: str,
    consulted_on: datetime.date | None,
    by: User,
) -> None:
    """Changes from when a draft is used, why it is as it is and who was asked. Raises Conflict and NotReady."""
    _refuse_adopted(row)
    row.first_quarter, row.reason, row.consulted = first_quarter, reason, consulted
    row.consulted_on = consulted_on
    fields = ["first_quarter", "reason", "consulted", "consulted_on"]
    save_versioned(row, expected=expected, by=by, update_fields=fields)


@transaction.atomic
def adopt(
    row: IndicatorSet,
    *,
    expected: int,
    on: datetime.date,
    decision: Decision | None = None,
    by: User,
    why: str = "",
) -> None:
    """Makes the set what the body is told of. Raises NotReady with what is missing, and Conflict."""
    claim_version(row, expected=expected)
    _refuse_adopted(row)
    problems = problems_of(row)
    if problems:
        raise NotReady(problems)
    row.stage, row.adopted_on, row.decision = SetStage.ADOPTED, on, decision
    save_versioned(
        row, expected=row.version, by=by, why=why, update_fields=["stage", "adopted_on", "decision"]
    )


def _refuse_adopted(row: IndicatorSet) -> None:
    if not IndicatorSet.objects.filter(pk=row.pk, stage=SetStage.DRAFT).exists():
        raise NotReady(
            [SetProblem("This set is adopted. Its indicators can still be changed, with a reason.")]
        )


__all__ = [
    "NO_ENTRY",
    "Choice",
    "Conflict",
    "NotReady",
    "Overtaken",
    "adopt",
    "change_terms",
    "decide",
    "draft_set",
]
