"""Series for tests: the quarters from April 2020 on, a value for each."""

from datetime import date
from decimal import Decimal

from performance.rules.spc import Cause, Reading, Series, Start

ORDINARY = [50, 54, 51, 53, 49, 52, 50, 54, 48, 52, 51, 53, 50, 52]
"""Fourteen values without a signal: mean 51.36, limits 43.17 to 59.54."""


def day_of(place):
    """The first day of the quarter at that place."""
    return date(2020 + (3 + 3 * place) // 12, (3 + 3 * place) % 12 + 1, 1)


def reading(place, value=None, **more):
    """One quarter; a word in place of a value says why there is none, and leaves a gap."""
    ends = date.fromordinal(day_of(place + 1).toordinal() - 1)
    year = 2020 + place // 4
    about = {
        "label": f"Quarter {place % 4 + 1} {year}/{(year + 1) % 100}",
        "year": year,
        "opens_year": place % 4 == 0,
    }
    if isinstance(value, str):
        about |= {"absent": value, "is_gap": value not in ("not due", "carried forward", "forecast")}
        value = None
    value = None if value is None else Decimal(str(value))
    return Reading(starts_on=day_of(place), ends_on=ends, value=value, **(about | more))


def series(values, *, target=None, low=None, high=None, **more):
    """The values as a series of quarters, all with the same target."""
    aims = {
        name: None if each is None else Decimal(str(each))
        for name, each in {"target": target, "low": low, "high": high}.items()
    }
    return Series(tuple(reading(place, value, **aims) for place, value in enumerate(values)), **more)


def rebase(place, why="A second crew started"):
    """A rebase at the quarter of that place."""
    return Start(day_of(place), Cause.REBASE, "Rebase", why)


def changed(day, number=2):
    """A new definition that breaks the series, from that day on."""
    return Start(day, Cause.BREAK, f"Definition {number}", "Commercial waste left out")
