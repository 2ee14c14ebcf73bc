"""What may follow what in the life of an action, and what is wrong with how one stands."""

from collections.abc import Mapping
from datetime import date

from council.dates import long_date
from portfolios.choices import OPEN_ACTIONS, ActionState, ActionStep
from portfolios.rules.problem import Problem
from portfolios.rules.promises import Happening

LEADS_TO: Mapping[ActionStep, tuple[tuple[ActionState, ...], ActionState]] = {
    ActionStep.BEGUN: ((ActionState.PLANNED,), ActionState.BEGUN),
    ActionStep.DONE: (OPEN_ACTIONS, ActionState.DONE),
    ActionStep.STOPPED: (OPEN_ACTIONS, ActionState.STOPPED),
    ActionStep.RESUMED: ((ActionState.DONE, ActionState.STOPPED), ActionState.BEGUN),
}
"""Each step: from which states it may be taken, and where it leads. Changing leaves the state as it is."""


def steps_from(state: str) -> list[ActionStep]:
    """The steps that an action of that state may take, in the order of the table."""
    return [step for step, (states, _) in LEADS_TO.items() if state in states]


def day_problem(step: ActionStep, done_on: date | None, *, agreed_on: date, today: date) -> str:
    """What is wrong with the day on which an action was done; "" where nothing is."""
    if step != ActionStep.DONE:
        return "Only what is done has a day on which it was. Leave this empty" if done_on else ""
    if done_on is None:
        return "Enter the day on which it was done"
    if done_on > today:
        return f"It is {long_date(today)} today. Enter it once it is done"
    if done_on < agreed_on:
        return f"It was only agreed on {long_date(agreed_on)}. Enter that day or a later one"
    return ""


def action_problems(
    *,
    state: str,
    owner: str,
    is_held: bool,
    due_on: date | None,
    event: Happening | None,
    on: date,
) -> list[Problem]:
    """What keeps an action from being done; nothing once it is over."""
    if state not in OPEN_ACTIONS:
        return []
    found = []
    if not owner:
        found.append(Problem("owner", "No post owns it, so nobody is asked for it. Name one."))
    elif not is_held:
        found.append(Problem("owner", f"Nobody holds the post {owner} today."))
    if event is not None and event.will_not_happen:
        said = f"It waits for “{event.name}”, which will not happen. Give it a day, or stop it."
        found.append(Problem("event", said))
    if due_on is not None and due_on < on:
        found.append(Problem("due_on", f"It was due by {long_date(due_on)} and is not done."))
    return found
