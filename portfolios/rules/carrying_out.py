"""On which days a decision may be carried out, and what a call-in keeps from taking effect."""

import datetime

from council.dates import long_date
from portfolios.choices import CallInOutcome
from portfolios.rules.call_in import Standing, Taken, Window, in_time

NOT_LET_GO = (CallInOutcome.WAITING, CallInOutcome.REFERRED_BACK)
"""The outcomes of a call-in after which nothing may be carried out."""


def why_not_carried_out(stands: Window, day: datetime.date) -> str:
    """Why a decision may not be carried out on a day, in a sentence; "" where it may, or where nobody can say."""
    if stands.standing in (Standing.SUSPENDED, Standing.REFERRED_BACK):
        return stands.sentence
    is_counted = stands.standing in (Standing.OPEN, Standing.CLEAR)
    is_early = stands.implement_from is not None and day < stands.implement_from
    return stands.sentence if is_counted and is_early else ""


def why_held(stands: Window, taken: Taken, day: datetime.date) -> str:
    """Why a call-in keeps what was decided from taking effect on a day, in a sentence; "" where none does.

    What scrutiny let go only after the day does not take effect on it either.
    """
    if stands.standing in (Standing.SUSPENDED, Standing.REFERRED_BACK):
        return stands.sentence
    if stands.standing == Standing.NOT_PUBLISHED and any(
        each.outcome in NOT_LET_GO for each in taken.call_ins
    ):
        return "It was called in, and scrutiny has not let it stand."
    heard = stands.ends_on is not None and in_time(taken.call_ins, stands.ends_on)
    is_late = heard and stands.implement_from is not None and day < stands.implement_from
    return f"{stands.sentence} That is after {long_date(day)}." if is_late else ""
