"""Whether portfolios exist on the day on which they are amended, and whether a name is free then."""

import datetime

from council.dates import long_date
from portfolios.rules.remits.finding_words import Hit
from portfolios.rules.remits.operative import Operative, Problem, Remit, Remits

CHOOSE = "Choose one that exists on that day."


class Refused(Exception):
    """The amendment cannot be applied."""

    def __init__(self, code: str, sentence: str, field: str = "", hits: tuple[Hit, ...] = ()) -> None:
        super().__init__(sentence)
        self.problem = Problem(code, sentence, field, hits)


def check_amended(remit: Remit, day: datetime.date | None) -> None:
    """Refuses to amend a portfolio that has ended, or is not there yet."""
    if remit.merged_into is not None:
        raise Refused(
            "ended",
            "The portfolio was merged into another by then. Amend the remit it went into.",
            "portfolio",
        )
    _check_term(remit, day, "The portfolio", "portfolio")


def check_target(remit: Remit, day: datetime.date | None) -> None:
    """Refuses to give items to a portfolio that has ended, or is not there yet."""
    if remit.merged_into is not None:
        raise Refused(
            "ended", "The portfolio it would go to was merged into another by then.", "to_portfolio"
        )
    _check_term(remit, day, "The portfolio it would go to", "to_portfolio")


def _check_term(remit: Remit, day: datetime.date | None, what: str, field: str) -> None:
    """What has no day yet is judged once it has one."""
    if day is None:
        return
    if remit.ends_on is not None and remit.ends_on < day:
        raise Refused("ended", f"{what} ended on {long_date(remit.ends_on)}. {CHOOSE}", field)
    if remit.starts_on is not None and day < remit.starts_on:
        raise Refused("not_begun", f"{what} begins on {long_date(remit.starts_on)}. {CHOOSE}", field)


def check_name(remits: Remits, name: str, operative: Operative, *, portfolio: int) -> None:
    """Refuses a name that another portfolio has on the day, spaces and capitals aside."""
    day = operative.effective_on
    for other in remits:
        if other.portfolio != portfolio and _is_there(other, day) and _bare(other.name) == _bare(name):
            when = f" on {long_date(day)}" if day else ""
            raise Refused(
                "name_taken",
                f"Another portfolio is called “{other.name}”{when}. Choose another name.",
                "words",
            )


def _is_there(remit: Remit, day: datetime.date | None) -> bool:
    if remit.merged_into is not None:
        return False
    if day is None:
        return remit.ends_on is None
    return (remit.starts_on is None or remit.starts_on <= day) and (
        remit.ends_on is None or day <= remit.ends_on
    )


def _bare(name: str) -> str:
    return " ".join(name.split()).casefold()
