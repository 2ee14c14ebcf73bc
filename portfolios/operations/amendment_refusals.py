"""Why a step of an amendment is refused."""

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db.models import Q

from council.dates import long_date
from portfolios.choices import AmendmentStage, AmendmentStep
from portfolios.figures.remits import RemitRegister, remit_register
from portfolios.models import Amendment
from portfolios.operations.decided import NotNow
from portfolios.rules.remits import Operative, Problem


class NotApplicable(ValidationError):
    """The amendment could not be applied; carries the problem with its places in context."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.sentence, code=problem.code)
        self.problem = problem


def refuse_breaking_what_is_in_force(
    register: RemitRegister, operative: Operative, on: datetime.date
) -> None:
    """Raises NotApplicable where an amendment in force would be without effect because of this one."""
    for row, problem in register.would_undo(operative, on):
        since = f" since {long_date(row.effective_on)}" if row.effective_on else ""
        raise NotApplicable(
            Problem(
                "breaks",
                f"Amendment {row.pk} is in force{since} and could not be applied any more. Choose a later day "
                f"or another order on that day. What it would come up against: {problem.sentence}",
                "effective_on",
            )
        )


def why_not_back(amendment: Amendment, register: RemitRegister, *, on: datetime.date) -> str:
    """Why an amendment cannot be taken back or given up on the day, in a sentence; "" where it can."""
    if register.stage_of(amendment, on=on) != AmendmentStage.IN_FORCE:
        return ""
    if amendment.step == AmendmentStep.RECORDED:
        return _why_not_unrecorded(list(_builders(amendment)), _movers(register, amendment, on=on))
    since = f" since {long_date(amendment.effective_on)}" if amendment.effective_on else ""
    return f"It is in force{since}. To change the words again, draft another amendment."


def refuse_back(amendment: Amendment, *, on: datetime.date) -> None:
    """Raises NotNow where an amendment cannot be taken back or given up any more."""
    if why := why_not_back(amendment, remit_register(), on=on):
        raise NotNow(why)


def _builders(item: Amendment) -> Iterable[int]:
    """The live amendments that name the item, by number."""
    named = Amendment.objects.live().filter(Q(item=item) | Q(items=item))
    return named.order_by("pk").values_list("pk", flat=True).distinct()


def _movers(register: RemitRegister, item: Amendment, *, on: datetime.date) -> list[Amendment]:
    """The amendments in force on the day that did something to the item without naming it, as a merge does."""
    touching = (
        register.amendments[key]
        for key, effects in register.on(on).effects.items()
        if key != item.pk and any(effect.item == item.pk for effect in effects)
    )
    return [row for row in touching if register.stage_of(row, on=on) == AmendmentStage.IN_FORCE]


def _why_not_unrecorded(builders: list[int], movers: list[Amendment]) -> str:
    if builders:
        return (
            f"Amendment {builders[0]} names this item. Withdraw that one first, "
            "or draft an amendment that changes the item."
        )
    if movers:
        did = movers[0].get_kind_display().lower()
        return (
            f"Amendment {movers[0].pk} ({did}) is in force and took this item along. "
            "To take the item out, draft an amendment that repeals it."
        )
    return ""
