"""What a decision allows an amendment: only what was agreed makes one, and only from the day it may be carried out."""

import datetime

from django.core.exceptions import ValidationError

from council.dates import long_date
from portfolios.choices import NOTHING_TO_CARRY_OUT
from portfolios.figures.decisions import window_of
from portfolios.models import Decision
from portfolios.rules.carrying_out import why_not_carried_out


class NotNow(ValidationError):
    """The step cannot be taken from where the amendment stands."""


def refuse_unless_agreed(decision: Decision) -> None:
    """Raises NotNow for a decision that agreed to nothing."""
    if decision.kind in NOTHING_TO_CARRY_OUT:
        said = decision.get_kind_display()
        raise NotNow(
            f"What was decided there is “{said}”, which makes no amendment. Choose a decision that agreed to it.",
            code="not_agreed",
        )


def refuse_early(day: datetime.date | None, decision: Decision) -> None:
    """Raises NotNow for a day of effect before the day of the decision."""
    if day and decision.decided_on and day < decision.decided_on:
        raise NotNow(
            f"It was decided on {long_date(decision.decided_on)} and cannot take effect before, "
            f"on {long_date(day)}. Choose a later day.",
            code="early",
        )


def refuse_in_call_in(day: datetime.date, decision: Decision) -> None:
    """Raises NotNow for a day on which the decision may not be carried out yet."""
    why = why_not_carried_out(window_of(decision, on=day), day)
    if why:
        raise NotNow(f"{why} It cannot take effect on {long_date(day)}. Choose a later day.", code="early")
