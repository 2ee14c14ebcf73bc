"""Taking over what the product counted itself, as a return that waits for its lead officer or for a comment."""

import datetime
from dataclasses import replace
from enum import StrEnum

from django.db import transaction

from council.models import User
from council.periods import LONDON
from performance.choices import EDITABLE, Known
from performance.figures.assessment import Assessment, Entry, assess
from performance.figures.computed import counted_over, source_of
from performance.figures.context import rating_contexts
from performance.models import Indicator, Period, Recount, Return, Revision
from performance.operations.returns import NOT_YET_BEGUN, NotReady, save_draft, submit
from performance.rules.computed import PRODUCT, Counted, computed_words, gives_the_same
from performance.rules.readiness import Problem


class Outcome(StrEnum):
    """What became of a count."""

    SUBMITTED = "It waits for a lead officer to sign it off."
    DRAFTED = "It is a draft: its officer says in the comment what happens next, and submits it."
    SAME = "The records give the same figure as before, so nothing was changed."
    DIFFERS = "The records give another figure now. Nothing was changed: what was handed in stays."
    KEPT = "A person gave another figure with a reason. It was left as it is."


NOT_COMPUTED = "This indicator is not computed from the product’s own records."


@transaction.atomic
def record_computed(
    indicator: Indicator,
    period: Period,
    counted: Counted,
    *,
    asked_by: User | None,
    at: datetime.datetime,
) -> Outcome:
    """Makes a count the return of its period. What was handed in is never changed, and a recount is kept instead.

    What is on target is submitted, with the query in words as its comment; what is not waits as a draft for one. So
    does what an officer has begun to write about: nothing is submitted for them. A person's own figure gives way only
    when a person asks (`asked_by`). Raises Conflict when somebody saved meanwhile, NotReady when the indicator cannot
    hold it.
    """
    row = Return.objects.filter(indicator=indicator, period=period).select_related("latest").first()
    latest = row.latest if row else None
    if latest is not None and gives_the_same(
        counted, known=latest.known, numerator=latest.numerator, denominator=latest.denominator
    ):
        return Outcome.SAME
    if row is not None and row.step not in EDITABLE:
        _keep(row, counted, at=at)
        return Outcome.DIFFERS
    if row is not None and asked_by is None and _is_a_persons(latest):
        _keep(row, counted, at=at)
        return Outcome.KEPT
    expected = row.version if row else NOT_YET_BEGUN
    reason = f"{PRODUCT} {asked_by} asked for it." if asked_by else PRODUCT
    assessment = _assessed(indicator, period, counted, at=at)
    own = _own_comment(latest)
    if not own[0] and not assessment.submission_problems():
        submit(assessment, expected=expected, by=None, at=at, reason=reason)
        return Outcome.SUBMITTED
    draft = replace(assessment, entry=replace(assessment.entry, comment=own[0], comment_resolved=own[1]))
    save_draft(draft, expected=expected, by=None, at=at, reason=reason)
    return Outcome.DRAFTED


def _own_comment(latest: Revision | None) -> tuple[str, str]:
    """What an officer wrote, as written and in full, which stays; blank where they wrote nothing."""
    if latest is None or latest.comment == latest.computed_words:
        return "", ""
    return latest.comment, latest.comment_resolved


def _is_a_persons(latest: Revision | None) -> bool:
    if latest is None or latest.computed_words:
        return False
    return bool(latest.as_written) or latest.known != Known.KNOWN


def _keep(row: Return, counted: Counted, *, at: datetime.datetime) -> None:
    """Adds a recount, unless the newest says the same."""
    newest = Recount.objects.filter(indicator_return=row).first()
    if newest is None or newest.counted.words != counted.words:
        Recount(
            indicator_return=row, at=at, numerator=counted.numerator, denominator=counted.denominator
        ).save(force_insert=True)


def _assessed(indicator: Indicator, period: Period, counted: Counted, *, at: datetime.datetime) -> Assessment:
    """The count read and judged, with the query in words as its comment."""
    source = source_of(indicator)
    if source is None:
        raise NotReady([Problem("as_written", NOT_COMPUTED)])
    words = computed_words(source, counted, counted_over(indicator, period), at=at.astimezone(LONDON))
    entry = Entry(
        as_written=counted.as_written,
        known=counted.known,
        comment=words,
        comment_resolved=words,
        computed_words=words,
    )
    return assess(rating_contexts([indicator], period)[indicator.pk], entry)
