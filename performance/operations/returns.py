"""The life of a return: drafted, submitted, sent back, signed off, overridden, published, reopened.

Every verb moves the return from the version that was read to the next and writes one revision, in one
transaction. Each raises `Conflict` when somebody else was first, `NotAllowedYet` when the step may not be taken
from where the return stands, and `NotReady` with its problems when the return is not fit for the step.
"""

import datetime
from typing import Any

from django.db import IntegrityError, transaction

from council.audit import Conflict, claim_version
from council.models import User
from council.rag import Rag
from performance.choices import AWAITING_SIGN_OFF, STANDING, Step
from performance.figures.assessment import Assessment, Entry, entry_of
from performance.models import Indicator, Period, Return, Revision
from performance.operations.annual_sources import record_publication
from performance.rules.computed import TYPED_OVER
from performance.rules.readiness import Problem, override_problems, sign_off_problems
from performance.rules.steps import may_follow

NOT_YET_BEGUN = 0

CONTENT = tuple(
    field.attname
    for field in Revision._meta.concrete_fields
    if field.name not in {"id", "indicator_return", "number", "step", "at", "by", "reason"}
)


class NotAllowedYet(Exception):
    """The return is not where this step can be taken from. Says where it stands."""

    def __init__(self, row: Return, step: Step) -> None:
        super().__init__(
            f"This return is at “{row.get_step_display()}”, so it cannot become “{step.label}” now."
        )


class NotReady(Exception):
    """The return is not fit for the step. Carries the problems, a sentence each."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(" ".join(problem.sentence for problem in problems))
        self.problems = problems


@transaction.atomic
def save_draft(
    assessment: Assessment, *, expected: int, by: User | None, at: datetime.datetime, reason: str = ""
) -> Return:
    """Keeps what an officer typed for one indicator and period. `expected` is 0 for a return not yet begun.

    Raises NotReady when the value cannot be read: the page keeps the words, the database keeps only what it can judge;
    and when it would take the place of a computed value without a reason.
    """
    if assessment.problems:
        raise NotReady(assessment.problems)
    row = _begin_or_claim(assessment.indicator, assessment.period, expected=expected, step=Step.DRAFTED)
    _refuse_typed_over(row, assessment, reason)
    _write(row, Step.DRAFTED, content=assessment.content(), by=by, at=at, reason=reason)
    return row


@transaction.atomic
def submit(
    assessment: Assessment, *, expected: int, by: User | None, at: datetime.datetime, reason: str = ""
) -> Return:
    """Hands a return to the lead officer. Raises NotReady when a comment or a value is missing."""
    problems = [*assessment.problems, *assessment.submission_problems()]
    if problems:
        raise NotReady(problems)
    row = _begin_or_claim(assessment.indicator, assessment.period, expected=expected, step=Step.SUBMITTED)
    _refuse_typed_over(row, assessment, reason)
    row.first_submitted_at = row.first_submitted_at or at
    _write(row, Step.SUBMITTED, content=assessment.content(), by=by, at=at, reason=reason)
    return row


@transaction.atomic
def send_back(row: Return, *, expected: int, by: User, at: datetime.datetime, reason: str) -> None:
    """Gives a submitted return back to its officer, saying what to put right."""
    _claim_for(row, Step.SENT_BACK, expected=expected)
    _write(row, Step.SENT_BACK, content=_content(row.latest), by=by, at=at, reason=reason)


@transaction.atomic
def sign_off(row: Return, *, expected: int, by: User, at: datetime.datetime) -> None:
    """Makes a submitted return stand. Refused to the person who submitted it (NotReady)."""
    _claim_for(row, Step.SIGNED_OFF, expected=expected)
    if row.step not in AWAITING_SIGN_OFF:
        raise NotAllowedYet(row, Step.SIGNED_OFF)
    _four_eyes(row, by)
    _write(row, Step.SIGNED_OFF, content=_content(row.latest), by=by, at=at)


@transaction.atomic
def override_rating(
    row: Return, *, expected: int, by: User, at: datetime.datetime, rating: Rag, reason: str
) -> None:
    """Gives a return another rating than the rule does; signs it off by the same act. Both ratings are kept.

    Raises NotReady where there is no value to rate.
    """
    _claim_for(row, Step.SIGNED_OFF, expected=expected)
    _four_eyes(row, by)
    if row.latest and (problems := override_problems(known=row.latest.known)):
        raise NotReady(problems)
    content = {**_content(row.latest), "rating": rating, "override_reason": reason}
    _write(row, Step.SIGNED_OFF, content=content, by=by, at=at, reason=reason)


@transaction.atomic
def reopen(row: Return, *, expected: int, by: User, at: datetime.datetime, reason: str) -> None:
    """Lets a signed-off or published return be corrected. What stands goes on standing until the new one does."""
    _claim_for(row, Step.REOPENED, expected=expected)
    _write(row, Step.REOPENED, content=_content(row.latest), by=by, at=at, reason=reason)


@transaction.atomic
def publish_period(period: Period, *, by: User, at: datetime.datetime) -> int:
    """Publishes every signed-off return of the period, all or none; answers how many.

    What speaks for a whole year goes into the registry of annual figures.
    """
    signed_off = Return.objects.filter(period=period, step=Step.SIGNED_OFF)
    rows = list(signed_off.select_related("latest", "indicator"))
    for row in rows:
        claim_version(row, expected=row.version)
        _write(row, Step.PUBLISHED, content=_content(row.latest), by=by, at=at)
    record_publication(period, rows, by=by, at=at)
    return len(rows)


def _refuse_typed_over(row: Return, assessment: Assessment, reason: str) -> None:
    """What the product counted is not typed over without a reason, by whatever way it comes."""
    if not assessment.indicator.computed_from or reason:
        return
    kept = entry_of(row.latest) if row.latest else Entry()
    if _value_part(assessment.entry) != _value_part(kept):
        raise NotReady([Problem("as_written", TYPED_OVER)])


def _value_part(entry: Entry) -> tuple[str, ...]:
    """What an entry says beside its comment."""
    return entry.as_written, entry.known, entry.value_status, entry.carried_from


def _begin_or_claim(indicator: Indicator, period: Period, *, expected: int, step: Step) -> Return:
    if expected == NOT_YET_BEGUN:
        return _begin(indicator, period)
    row = Return.objects.select_related("latest").filter(indicator=indicator, period=period).first()
    if row is None:
        raise Conflict(None)
    _claim_for(row, step, expected=expected)
    return row


def _begin(indicator: Indicator, period: Period) -> Return:
    """A return's first row; raises Conflict when somebody else began it meanwhile."""
    row = Return(indicator=indicator, period=period)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise Conflict(Return.objects.filter(indicator=indicator, period=period).first()) from None
    return row


def _claim_for(row: Return, step: Step, *, expected: int) -> None:
    claim_version(row, expected=expected)
    row.refresh_from_db()
    if not may_follow(row.step, step):
        raise NotAllowedYet(row, step)


def _four_eyes(row: Return, by: User) -> None:
    submitted = row.revisions.filter(step=Step.SUBMITTED).order_by("-number").first()
    problems = sign_off_problems(step_by=submitted.by_id if submitted else None, signer=by.pk)
    if problems:
        raise NotReady(problems)


def _content(revision: Revision | None) -> dict[str, Any]:
    return {name: getattr(revision, name) for name in CONTENT} if revision else {}


def _write(
    row: Return,
    step: Step,
    *,
    content: dict[str, Any],
    by: User | None,
    at: datetime.datetime,
    reason: str = "",
) -> None:
    """Adds the revision and points the return at it: as latest, as standing once signed off, as published."""
    number = row.latest.number + 1 if row.latest else 1
    revision = Revision(
        indicator_return=row, number=number, step=step, at=at, by=by, reason=reason, **content
    )
    revision.clean_fields(exclude=["indicator_return", "by", "rule"])
    revision.save()
    row.step, row.latest = step, revision
    if step in STANDING:
        row.standing = revision
    if step == Step.PUBLISHED:
        row.published = revision
    row.save(update_fields=["step", "latest", "standing", "published", "first_submitted_at"])
