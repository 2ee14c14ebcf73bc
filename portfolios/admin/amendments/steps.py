"""The steps that may follow on an amendment, each with a page and a permission of its own."""

import datetime
from dataclasses import dataclass

from council.access import Permission, may
from council.models import User
from portfolios.choices import AmendmentStep
from portfolios.figures.remits import RemitRegister
from portfolios.models import Amendment
from portfolios.operations.amendment_refusals import why_not_back
from portfolios.rules.remits import may_follow
from portfolios.rules.remits.steps import BEFORE


@dataclass(frozen=True)
class Step:
    """One thing to do with an amendment."""

    name: str
    """The last word of its address."""
    button: str
    means: str
    """What it does, in a sentence, for whoever is about to do it."""
    takes: AmendmentStep | None = None
    """Where it leads; None for a step back."""
    done: str = ""
    is_back: bool = False
    """Whether it leads back or away, so that it is not the button one looks for."""


STEPS = {
    step.name: step
    for step in (
        Step(
            "propose",
            "Propose it",
            "Its words are fixed from then on, so that a body can decide on them.",
            AmendmentStep.PROPOSED,
            "is proposed. Its words are fixed now.",
        ),
        Step(
            "decide",
            "Record the decision",
            "Says by which decision it was made. It changes nothing before it is brought into force.",
            AmendmentStep.DECIDED,
            "is decided. It changes nothing before it is brought into force.",
        ),
        Step(
            "commence",
            "Bring into force",
            "It gets its day of effect. From that day its words stand, and not a day before.",
            AmendmentStep.COMMENCED,
            "has its day of effect.",
        ),
        Step(
            "undo",
            "Take the last step back",
            "It stands again where it stood before its last step. The history keeps both.",
            done="is back where it stood before its last step.",
            is_back=True,
        ),
        Step(
            "withdraw",
            "Withdraw it",
            "It is given up for good and changes nothing. It stays on record.",
            AmendmentStep.WITHDRAWN,
            "is withdrawn.",
            is_back=True,
        ),
    )
}

_BACK = {
    AmendmentStep.DECIDED: Permission.DECIDE_AMENDMENTS,
    AmendmentStep.COMMENCED: Permission.COMMENCE_AMENDMENTS,
    AmendmentStep.RECORDED: Permission.COMMENCE_AMENDMENTS,
}
"""Who may take back or give up what has come so far; what has not is whoever's who drafts."""
_ON = {
    "propose": Permission.DRAFT_AMENDMENTS,
    "decide": Permission.DECIDE_AMENDMENTS,
    "commence": Permission.COMMENCE_AMENDMENTS,
}


def permission_for(step: Step, row: Amendment) -> Permission:
    """What somebody needs to take the step from where the amendment stands."""
    return _ON.get(step.name) or _BACK.get(AmendmentStep(row.step), Permission.DRAFT_AMENDMENTS)


def why_not(step: Step, row: Amendment, register: RemitRegister, *, on: datetime.date) -> str:
    """Why the step cannot follow on that day, in a sentence; "" where it can."""
    now = AmendmentStep(row.step)
    if step.is_back and (why := why_not_back(row, register, on=on)):
        return why
    if step.takes is None:
        return "" if now in BEFORE else "There is no step to take back."
    if may_follow(now, step.takes):
        return ""
    return f"It is {register.stage_of(row, on=on).label.partition(',')[0].lower()} now, so this step cannot follow."


def open_steps(user: User, row: Amendment, register: RemitRegister, *, on: datetime.date) -> list[Step]:
    """The steps that may follow, of those that the user may take."""
    return [
        step
        for step in STEPS.values()
        if may(user, permission_for(step, row)) and not why_not(step, row, register, on=on)
    ]
