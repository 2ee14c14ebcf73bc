"""By when a complaint is to be made: within so many months of what it is about (Complaint Handling Code, 2.2)."""

import calendar
from datetime import date

from council.dates import long_date

MONTHS_IN_A_YEAR = 12
MONTHS_TO_COMPLAIN = 12
"""By the code, where no procedure says otherwise."""


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last of its month where there is no such day."""
    count = day.year * MONTHS_IN_A_YEAR + day.month - 1 - months
    year, month = divmod(count, MONTHS_IN_A_YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def is_too_old(happened_on: date | None, received_on: date, months: int) -> bool | None:
    """Whether it came in more than so many months after it happened; None where nobody knows when that was."""
    return None if happened_on is None else happened_on < months_before(received_on, months)


def age_in_words(happened_on: date | None, received_on: date, months: int) -> str:
    """What the rule says of a complaint, in a sentence or two."""
    if happened_on is None:
        return (
            f"Nobody has said when it happened. A complaint is accepted up to {months} months after it, or after "
            "the customer came to know of it (Complaint Handling Code, 2.2)."
        )
    first = months_before(received_on, months)
    when = f"It happened on {long_date(happened_on)} and was received on {long_date(received_on)}"
    if happened_on >= first:
        return f"{when}: within {months} months, so it is not too old (Complaint Handling Code, 2.2)."
    return (
        f"{when}, more than {months} months later: what happened before {long_date(first)} may be refused. "
        "Look first whether there is a reason to take it on all the same (Complaint Handling Code, 2.2)."
    )
