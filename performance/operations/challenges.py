"""A member doubts a rating, and a lead officer answers."""

import datetime

from django.db import transaction

from council.audit import add_versioned, save_versioned
from council.models import User
from performance.choices import ChallengeOutcome
from performance.models import Challenge, Return, Revision

RATING_UNCHANGED = (
    "The rating has not been changed since. Override it first, or choose what has come of it so far"
)
FIGURE_UNCHANGED = (
    "The figure has not been corrected since. Reopen the return first, or choose what has come of it so far"
)


class AlreadyAnswered(Exception):
    """Somebody has answered the challenge, and said what came of it."""


class NothingCameOfIt(Exception):
    """The outcome says that something was changed, and nothing was; `sentence` says so to the reader."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def challenge(revision: Revision, *, doubt: str, by: User, at: datetime.datetime) -> Challenge:
    """Keeps a member's doubt beside the figure. ValidationError when an earlier one of theirs still waits."""
    made = Challenge(revision=revision, doubt=doubt, by=by, at=at)
    add_versioned(made, by=by)
    return made


@transaction.atomic
def answer(
    row: Challenge, *, words: str, outcome: ChallengeOutcome, expected: int, by: User, at: datetime.datetime
) -> None:
    """Answers a challenge, once, and says what came of it.

    Raises Conflict or AlreadyAnswered, and NothingCameOfIt where the outcome says what has not happened.
    """
    if row.answered_at is not None:
        raise AlreadyAnswered
    _refuse_untrue(outcome, row.revision)
    row.answer, row.outcome, row.answered_by, row.answered_at = words, outcome, by, at
    changed = ["answer", "outcome", "answered_by", "answered_at"]
    save_versioned(row, expected=expected, by=by, update_fields=changed)


@transaction.atomic
def conclude(
    row: Challenge, *, words: str, outcome: ChallengeOutcome, expected: int, by: User, at: datetime.datetime
) -> None:
    """Says what came of a challenge that was looked into, once; the answer before it stays.

    Raises Conflict or AlreadyAnswered, and NothingCameOfIt where the outcome says what has not happened.
    """
    if not row.is_looked_into:
        raise AlreadyAnswered
    _refuse_untrue(outcome, row.revision)
    row.conclusion, row.concluded_outcome, row.concluded_by, row.concluded_at = words, outcome, by, at
    changed = ["conclusion", "concluded_outcome", "concluded_by", "concluded_at"]
    save_versioned(row, expected=expected, by=by, update_fields=changed)


def _refuse_untrue(outcome: ChallengeOutcome, doubted: Revision) -> None:
    """Raises NothingCameOfIt where the return bears no trace of what the outcome says."""
    if outcome not in (ChallengeOutcome.OVERRIDDEN, ChallengeOutcome.CORRECTED):
        return
    now = Return.objects.select_related("standing", "latest").get(pk=doubted.indicator_return_id)
    if outcome == ChallengeOutcome.OVERRIDDEN and not _is_rated_anew(now.standing, doubted):
        raise NothingCameOfIt(RATING_UNCHANGED)
    if outcome == ChallengeOutcome.CORRECTED and not (
        now.is_under_correction or _says_another_figure(now.standing, doubted)
    ):
        raise NothingCameOfIt(FIGURE_UNCHANGED)


def _is_rated_anew(standing: Revision | None, doubted: Revision) -> bool:
    """Whether what stands is rated otherwise than what was doubted, or by a person where that was by the rule."""
    if standing is None:
        return False
    return standing.rating != doubted.rating or (standing.is_overridden and not doubted.is_overridden)


def _says_another_figure(standing: Revision | None, doubted: Revision) -> bool:
    return standing is not None and _figure(standing) != _figure(doubted)


def _figure(revision: Revision) -> tuple[object, ...]:
    return (revision.known, revision.value, revision.words, revision.numerator, revision.denominator)
