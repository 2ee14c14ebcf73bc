"""Indicators with enough of a past for control limits, by the verbs that officers use themselves."""

from datetime import UTC, datetime
from decimal import Decimal

from performance.choices import Known, Step, ValueStatus
from performance.figures.assessment import Entry, assess
from performance.figures.context import rating_contexts
from performance.models import MonthlyValue
from performance.operations.bulk import PastReturn, PastStep, record_past
from tests.performance import lives

STEADY = [70, 74, 71, 73, 69, 72, 70, 74, 68, 72, 71, 73, 70, 72]
"""Fourteen quarters without a signal, to quarter 2 of 2026/27: mean 71.36, limits 63.17 to 79.54."""

NEWEST = (2, 2026)
WORDS = {
    "not known": {"known": Known.NOT_KNOWN},
    "not due": {"known": Known.NOT_DUE},
    "forecast": {"as_written": "90", "value_status": ValueStatus.FORECAST},
    "carried forward": {
        "as_written": "90",
        "value_status": ValueStatus.CARRIED_FORWARD,
        "carried_from": "2024",
    },
}


def quarter_back(number):
    """The quarter so many before quarter 2 of 2026/27."""
    place = NEWEST[1] * 4 + NEWEST[0] - 1 - number
    return lives.quarter(place % 4 + 1, place // 4)


def with_history(indicator, values=STEADY):
    """The indicator with a published return for each value, the last for quarter 2 of 2026/27.

    A word in place of a value is what the return says in its place; "no return" and None leave none.
    """
    past = [
        _past(indicator, quarter_back(len(values) - 1 - place), value) for place, value in enumerate(values)
    ]
    record_past(each for each in past if each is not None)
    return indicator


def _past(indicator, period, value):
    if value is None or value == "no return":
        return None
    said = WORDS.get(value) if isinstance(value, str) else None
    entry = Entry(**{"as_written": str(value), "comment": lives.WHY} | (said or {}))
    if said and "as_written" not in said:
        entry = Entry(**{"comment": lives.WHY} | said)
    content = assess(rating_contexts([indicator], period)[indicator.pk], entry).content()
    at = datetime.combine(period.ends_on, datetime.min.time(), UTC).replace(hour=10)
    steps = [
        PastStep(step=Step.SUBMITTED, at=at, by=lives.somebody("enters"), content=content),
        PastStep(step=Step.SIGNED_OFF, at=at, by=lives.somebody("signs"), content=content),
    ]
    return PastReturn(indicator=indicator, period=period, steps=steps)


def month_of(indicator, month, value, *, at, **more):
    """A monthly value as it was entered at a time."""
    said = "" if value is None else str(value)
    figure = None if value is None else Decimal(said)
    by = lives.somebody("enters")
    return MonthlyValue.objects.create(
        indicator=indicator, month=month, as_written=said, value=figure, at=at, by=by, **more
    )
