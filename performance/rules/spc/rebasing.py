"""When a person may have limits start anew."""

import datetime

from performance.rules.readiness import Problem
from performance.rules.spc.analysis import NOT_FIGURES


def rebase_problems(
    *,
    is_numeric: bool,
    reason: str,
    name: str,
    starts_on: datetime.date,
    is_over: bool,
    first_on: datetime.date | None,
    is_taken: bool,
) -> list[Problem]:
    """What speaks against new limits from a period on; an empty list when nothing does.

    `first_on` is the first day of the first period with a figure. Limits start anew only when the cause is understood:
    a reason is compulsory, and a signal is none.
    """
    problems = []
    if not is_numeric:
        problems.append(Problem("period", NOT_FIGURES))
    elif not is_over:
        problems.append(Problem("period", f"{name} is not over yet. Choose a period that has ended."))
    elif first_on is None:
        problems.append(Problem("period", "There is no figure yet, so there are no limits to start anew."))
    elif starts_on <= first_on:
        problems.append(
            Problem("period", f"{name} is at or before the first figure. Choose a period after it.")
        )
    elif is_taken:
        problems.append(Problem("period", f"The limits already start anew at {name}."))
    if not reason.strip():
        problems.append(Problem("reason", "Say what changed in the way of working, and how you know."))
    return problems
