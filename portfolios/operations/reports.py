"""The verbs of a report: it is presented, and from then on its words are fixed."""

import datetime

from django.db import transaction

from council.audit import save_versioned
from council.models import User
from portfolios.models import Report
from portfolios.rules.presenting import presenting_problems
from portfolios.rules.problem import Problem


class NotReadyToPresent(Exception):
    """The report is not fit to be presented. Carries the problems, a sentence each."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(" ".join(problem.sentence for problem in problems))
        self.problems = problems


@transaction.atomic
def present(report: Report, *, expected: int, by: User, at: datetime.datetime, why: str = "") -> None:
    """Fixes the words of a report and of its recommendations for good.

    Raises NotReadyToPresent when something is missing, and Conflict when somebody changed it first.
    """
    found = presenting_problems(
        is_presented=report.presented_at is not None,
        text=report.text,
        recommendations=[each.words for each in report.recommendations.all()],
        stops=report.stops.count(),
    )
    if found:
        raise NotReadyToPresent(found)
    report.presented_at = at
    save_versioned(report, expected=expected, by=by, why=why or "Presented", update_fields=["presented_at"])
