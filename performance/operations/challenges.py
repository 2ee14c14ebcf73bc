"""A member doubts a rating, and a lead officer answers."""

import datetime

from council.audit import add_versioned, save_versioned
from council.models import User
from performance.choices import ChallengeOutcome
from performance.models import Challenge, Revision


class AlreadyAnswered(Exception):
    """Somebody has answered the challenge."""


def challenge(revision: Revision, *, doubt: str, by: User, at: datetime.datetime) -> Challenge:
    """Keeps a member's doubt beside the figure. ValidationError when an earlier one of theirs still waits."""
    made = Challenge(revision=revision, doubt=doubt, by=by, at=at)
    add_versioned(made, by=by)
    return made


def answer(
    row: Challenge, *, words: str, outcome: ChallengeOutcome, expected: int, by: User, at: datetime.datetime
) -> None:
    """Answers a challenge, once, and says what came of it. Raises Conflict or AlreadyAnswered."""
    if row.answered_at is not None:
        raise AlreadyAnswered
    row.answer, row.outcome, row.answered_by, row.answered_at = words, outcome, by, at
    changed = ["answer", "outcome", "answered_by", "answered_at"]
    save_versioned(row, expected=expected, by=by, update_fields=changed)
