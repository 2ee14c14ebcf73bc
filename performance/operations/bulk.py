"""Whole histories of returns written at once, where there are too many for one verb after another."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery

from council.models import User
from performance.choices import STANDING, Step
from performance.models import Indicator, Period, Return, Revision
from performance.operations.returns import NotAllowedYet, NotReady
from performance.rules.readiness import Problem, sign_off_problems, submission_problems
from performance.rules.steps import may_follow

ROWS_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class PastStep:
    """One step of a return's life as it happened; `content` is what `Assessment.content` gives."""

    step: Step
    at: datetime.datetime
    by: User
    content: Mapping[str, Any]
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class PastReturn:
    """A return with all its steps, in the order in which they were taken."""

    indicator: Indicator
    period: Period
    steps: Sequence[PastStep]


@transaction.atomic
def record_past(returns: Iterable[PastReturn]) -> int:
    """Writes returns with their whole history, and says how many. All or none.

    They keep the laws of the verbs: NotAllowedYet for a step that may not follow the one before it, NotReady
    for a submission without its comment or a sign-off by the person who submitted, ValidationError for a field
    that does not hold what it is given.
    The indicators must not have a return for the period yet.
    """
    past = [each for each in returns if each.steps]
    rows = [_row(each) for each in past]
    for each, row in zip(past, rows, strict=True):
        _check(each, row)
    Return.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
    revisions = [
        _revision(row, number, step)
        for each, row in zip(past, rows, strict=True)
        for number, step in enumerate(each.steps, start=1)
    ]
    Revision.objects.bulk_create(revisions, batch_size=ROWS_AT_ONCE)
    _point_at_revisions(rows)
    return len(rows)


def _row(past: PastReturn) -> Return:
    """The return as its last step left it, with a version for each step."""
    submitted = (step.at for step in past.steps if step.step == Step.SUBMITTED)
    return Return(
        indicator=past.indicator,
        period=past.period,
        step=past.steps[-1].step,
        first_submitted_at=min(submitted, default=None),
        version=len(past.steps),
    )


def _check(past: PastReturn, row: Return) -> None:
    """The table of what may follow what, a comment where one is due, and four eyes on every sign-off."""
    before: Step | None = None
    submitter: int | None = None
    for step in past.steps:
        if not may_follow(before, step.step):
            row.step = before or row.step
            raise NotAllowedYet(row, step.step)
        problems: list[Problem] = []
        if step.step == Step.SUBMITTED:
            submitter = step.by.pk
            problems = _missing(step.content)
        elif step.step == Step.SIGNED_OFF:
            problems = sign_off_problems(step_by=submitter, signer=step.by.pk)
        if problems:
            raise NotReady(problems)
        before = step.step


def _missing(content: Mapping[str, Any]) -> list[Problem]:
    return submission_problems(
        known=content["known"],
        as_written=content["as_written"],
        comment=content["comment_resolved"],
        rating=content["rule_rating"],
    )


def _revision(row: Return, number: int, step: PastStep) -> Revision:
    revision = Revision(
        indicator_return=row,
        number=number,
        step=step.step,
        at=step.at,
        by=step.by,
        reason=step.reason,
        **step.content,
    )
    revision.clean_fields(exclude=["indicator_return", "by", "rule"])
    return revision


def _point_at_revisions(rows: list[Return]) -> None:
    """Points each return at its newest revision, its newest signed-off one and its newest published one."""
    own = Revision.objects.filter(indicator_return=OuterRef("pk")).order_by("-number").values("pk")
    for first in range(0, len(rows), ROWS_AT_ONCE):
        batch = [row.pk for row in rows[first : first + ROWS_AT_ONCE]]
        Return.objects.filter(pk__in=batch).update(
            latest=Subquery(own[:1]),
            standing=Subquery(own.filter(step__in=STANDING)[:1]),
            published=Subquery(own.filter(step=Step.PUBLISHED)[:1]),
        )
