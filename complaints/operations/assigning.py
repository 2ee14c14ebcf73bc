"""Giving several cases to one officer: each on its own, so that one that changed meanwhile keeps no other back."""

import datetime
from collections.abc import Iterable

from complaints.models import Case
from complaints.operations.answering import assign
from complaints.operations.steps import NotNow, Stopped
from council.audit import Conflict
from council.models import User


def assign_many(
    chosen: Iterable[tuple[Case, int]], *, handler: User, by: User, at: datetime.datetime
) -> tuple[list[Case], list[tuple[Case, str]]]:
    """Gives the officer each case that still stands at the version read.

    Answers those that were given, and those that were left with the reason: changed meanwhile, over, at stage 2 of
    whoever answered at stage 1, or about the officer.
    """
    given, left = [], []
    for case, expected in chosen:
        try:
            given.append(assign(case, handler=handler, expected=expected, by=by, at=at))
        except Conflict as problem:
            left.append((case, _changed(problem)))
        except (NotNow, Stopped) as problem:
            left.append((case, str(problem)))
    return given, left


def _changed(problem: Conflict) -> str:
    """What became of a case that somebody else changed first."""
    if not isinstance(problem.current, Case):
        return "It is not there any more."
    state, handler = problem.current.get_state_display(), problem.current.handler or "nobody"
    return f"Somebody changed it meanwhile: it is “{state}” now, handled by {handler}. Look at it again, then decide."
