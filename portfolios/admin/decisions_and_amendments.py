"""What amendments rest on a decision, and which changes of it or of its call-ins they do not allow."""

import copy
import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from council.dates import long_date
from portfolios.choices import NOTHING_TO_CARRY_OUT, AmendmentStep
from portfolios.figures.decisions import taken_of, window_of
from portfolios.figures.held import held_now
from portfolios.models import Amendment, CallIn, Decision
from portfolios.rules.carrying_out import why_held, why_not_carried_out

COUNTED = frozenset({"decided_on", "published_on", "is_urgent", "body", "portfolio", "post"})
"""The fields that the days of call-in are counted by."""


def unfit(decision: Decision, cleaned: Mapping[str, Any], changed: Iterable[str]) -> dict[str, str]:
    """What keeps a decision from being changed so, by field: what amendments rest on it stays true."""
    made = Amendment.objects.live().filter(decision=decision.pk)
    day = cleaned.get("decided_on")
    found = {}
    first = made.filter(effective_on__lt=day).in_order().first() if day else None
    if first is not None:
        said = f"Amendment {first.pk} rests on it and takes effect on {long_date(first.effective_on)}, before that"
        found["decided_on"] = f"{said} day"
    held = made.order_by("pk").first() if cleaned.get("kind") in NOTHING_TO_CARRY_OUT else None
    if held is not None:
        found["kind"] = f"Amendment {held.pk} was made by it, and only what was agreed makes an amendment"
    if COUNTED & set(changed) and not found:
        found |= _counted_otherwise(decision, cleaned, made.filter(step=AmendmentStep.COMMENCED))
    return found


def _counted_otherwise(
    decision: Decision, cleaned: Mapping[str, Any], made: Iterable[Amendment]
) -> dict[str, str]:
    """Whether one that has its day of effect could not have that day any more."""
    told = copy.copy(decision)
    for name in COUNTED & set(cleaned):
        setattr(told, name, cleaned[name])
    for row in made:
        if row.effective_on is None:
            continue
        rests = f"Amendment {row.pk} rests on it and has its day of effect, {long_date(row.effective_on)}"
        if decision.published_on and not told.published_on and told.is_executive and not told.is_urgent:
            return {"published_on": f"{rests}. Keep the day of publication: call-in is counted from it"}
        if why := why_not_carried_out(window_of(told, on=row.effective_on, call_ins=()), row.effective_on):
            return {
                "published_on": f"{why} {rests}. Take that day back first, or leave these days as they were"
            }
    return {}


def too_late_to_hold(call_in: CallIn, *, on: datetime.date) -> str:
    """Why a call-in cannot be recorded so: an amendment by its decision is in force by then; "" where it can."""
    decision = Decision.objects.filter(pk=call_in.decision_id).select_related("body").first()
    if decision is None:
        return ""
    others = [each for each in decision.call_ins.all() if each.pk != call_in.pk]
    held = held_now()
    made = Amendment.objects.filter(decision=decision, step=AmendmentStep.COMMENCED, effective_on__lte=on)
    for row in made.in_order():
        assert row.effective_on is not None
        stands = window_of(decision, on=row.effective_on, call_ins=[*others, call_in])
        if row.pk not in held and why_held(stands, taken_of(decision, [*others, call_in]), row.effective_on):
            since = long_date(row.effective_on)
            return (
                f"Amendment {row.pk}, made by this decision, is in force since {since}, so no call-in can hold it "
                "any more. To have the old words again, draft an amendment that puts them back"
            )
    return ""
