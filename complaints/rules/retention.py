"""How long a case is kept, and what keeps it longer. Pure.

Personal data is kept no longer than needed (UK GDPR, article 5(1)(e)). The law gives no number: the council sets it.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from complaints.choices import OVER

MONTHS_IN_A_YEAR = 12


class Kept(Enum):
    """Why a case is not anonymised, in a sentence; the first that holds is told."""

    OPEN = "It is not over, or a case that arose from it is not."
    OWED = "A remedy that was promised in it is still owed."
    OMBUDSMAN = "An Ombudsman has it, or is owed what they recommended."
    HELD = "A legal hold keeps it."
    NO_RULE = "No retention rule says how long such a case is kept."
    NOT_YET = "Its time is not over yet."


@dataclass(frozen=True, kw_only=True)
class Lasting:
    """What of a case, and of all that arose from one another with it, tells how long they are kept."""

    states: Sequence[str]
    over_on: Sequence[datetime.date | None]
    """The newest ending of each."""
    months: Sequence[int | None]
    """By the rule of each; None where there is none."""
    outstanding: int = 0
    """Remedies that are owed."""
    at_ombudsman: int = 0
    """Ombudsman cases that are not decided, or of which a recommendation is outstanding."""
    holds: int = 0


def due_from(over_on: datetime.date, months: int) -> datetime.date:
    """The first day on which a case that was over on the day may be anonymised: so many months on, and never sooner.

    Where that month has no such day it is the first of the next: from 29 February 2028 a year ends on 1 March 2029.
    """
    count = over_on.year * MONTHS_IN_A_YEAR + over_on.month - 1 + months
    year, month = divmod(count, MONTHS_IN_A_YEAR)
    try:
        return datetime.date(year, month + 1, over_on.day)
    except ValueError:
        return datetime.date(year, month + 2, 1)


def keeps(found: Lasting, *, on: datetime.date) -> Kept | None:
    """What keeps the cases on a day; None where their time is over. The longest of them keeps all."""
    if what := keeps_whatever_the_day(found):
        return what
    ends = [
        due_from(day, months)
        for day, months in zip(found.over_on, found.months, strict=True)
        if day is not None and months is not None
    ]
    if len(ends) < len(found.states):
        return Kept.NO_RULE
    return Kept.NOT_YET if on < max(ends) else None


def keeps_whatever_the_day(found: Lasting) -> Kept | None:
    """What keeps the cases even where they were to be anonymised before their time, as somebody asked."""
    if any(state not in OVER for state in found.states):
        return Kept.OPEN
    if found.outstanding:
        return Kept.OWED
    if found.at_ombudsman:
        return Kept.OMBUDSMAN
    return Kept.HELD if found.holds else None
