"""What is said of an action from its row: its money and its time in words, and what is wrong with it."""

import datetime
from decimal import Decimal

from council.dates import long_date
from council.numbers import format_number
from portfolios.figures.promises import happening, holidays_for
from portfolios.models import Action
from portfolios.rules.actions import action_problems
from portfolios.rules.problem import Problem
from portfolios.rules.promises import DueSaid, due_of

NOT_SAID, NOTHING = "Not said", "None"


def pounds(amount: Decimal | None) -> str:
    """An amount in words: nought is "None", and empty is "Not said"."""
    if amount is None:
        return NOT_SAID
    whole = amount == amount.to_integral_value()
    return format_number(amount, quantity="money", decimals=0 if whole else 2) if amount else NOTHING


def said_of_action(action: Action) -> DueSaid:
    """All that is said of an action's time but a day that somebody chose."""
    return DueSaid(
        words=action.due_as_written,
        made_on=action.agreed_on,
        event=happening(action.event),
        months=action.months_after,
        days=action.days_after,
        holidays=holidays_for(action.due_as_written, action.agreed_on),
    )


def action_due_remark(action: Action) -> str:
    """How the time of an action is meant, in a sentence; "" where its words leave no question."""
    due = due_of(said_of_action(action))
    if action.due_on is None or due.on == action.due_on:
        return due.remark
    return f"Agreed to mean by {long_date(action.due_on)}." if action.due_as_written else ""


def problems_of_action(action: Action, *, is_held: bool, on: datetime.date) -> list[Problem]:
    """What keeps an action from being done; `is_held` says whether somebody holds the owner post on the day."""
    return action_problems(
        state=action.state,
        owner=str(action.owner or ""),
        is_held=is_held,
        due_on=action.due_on,
        event=happening(action.event),
        on=on,
    )
