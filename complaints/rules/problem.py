"""What is wrong or missing in a case, and on which page of it that is put right."""

from dataclasses import dataclass

from complaints.choices import CasePage
from portfolios.rules import problem


@dataclass(frozen=True)
class Problem(problem.Problem):
    """One thing to put right, and where."""

    mend: CasePage | None = None
    """The page on which it is put right, where that is another."""
    number: int | None = None
    """Of which point, where it is one."""
