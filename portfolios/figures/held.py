"""Amendments that a call-in of their decision holds: they have their day of effect, and may not take effect on it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from council.dates import long_date
from council.models import WorkingCalendar, working_calendar
from portfolios.choices import AmendmentStep
from portfolios.figures.decisions import standing, taken_of
from portfolios.models import Amendment, CallIn, Decision, Procedure
from portfolios.rules.carrying_out import why_held
from portfolios.rules.remits import Problem

HELD = "held"
WHAT_TO_DO = (
    "It does not come into force on {day} unless scrutiny lets the decision stand by then. "
    "Take the day of effect back, and give another once that is settled."
)


def held_by_call_in(amendments: Iterable[Amendment]) -> dict[int, Problem]:
    """Of amendments with a day of effect, read `with_called_in`, those held, by number, with why and what to do.

    No query where no decision was called in; else three, and one more for each nation whose calendar counts.
    """
    called_in = [row for row in amendments if row.step == AmendmentStep.COMMENCED and row.is_called_in]  # type: ignore[attr-defined]
    if not called_in:
        return {}
    call_ins = defaultdict(list)
    for each in CallIn.objects.filter(decision__in={row.decision_id for row in called_in}):
        call_ins[each.decision_id].append(each)
    procedures = list(Procedure.objects.order_by("-starts_on"))
    calendars: dict[str, WorkingCalendar] = {}
    found = {}
    for row in called_in:
        assert row.decision is not None
        assert row.effective_on is not None
        why = _why_held(row.decision, call_ins[row.decision.pk], row.effective_on, procedures, calendars)
        if why:
            said = WHAT_TO_DO.format(day=long_date(row.effective_on))
            found[row.pk] = Problem(HELD, f"{why} {said}")
    return found


def held_now() -> dict[int, Problem]:
    """All amendments that a call-in holds, with why and what to do; one query while no decision was called in."""
    rows = Amendment.objects.filter(step=AmendmentStep.COMMENCED).with_called_in().filter(is_called_in=True)  # type: ignore[misc]
    return held_by_call_in(rows.select_related("decision__body"))


def _why_held(
    decision: Decision,
    call_ins: list[CallIn],
    day: datetime.date,
    procedures: list[Procedure],
    calendars: dict[str, WorkingCalendar],
) -> str:
    began = decision.decided_on or decision.published_on or day
    procedure = (
        next((each for each in procedures if each.starts_on <= began), None) or Procedure.of_the_product()
    )
    if procedure.division not in calendars:
        calendars[procedure.division] = working_calendar(procedure.division)
    stands = standing(decision, call_ins, on=day, procedure=procedure, calendar=calendars[procedure.division])
    return why_held(stands, taken_of(decision, call_ins), day)
