"""Indicator sets brought to where a test needs them, by the verbs of the pages."""

from datetime import UTC, date, datetime

from council.access import Role
from performance.choices import ReportLevel
from performance.operations.sets import NO_ENTRY, Choice, adopt, decide, draft_set
from tests.performance import lives

AT = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)
IN, TEAM, OUT = ReportLevel.COMMITTEE, ReportLevel.TEAM, ReportLevel.NONE


def keeper():
    return lives.somebody("keeps_sets", Role.ADMINISTRATOR)


def drafted(body, levels, *, year=2026, reason="", **more):
    """A draft in which each indicator has its level; the newest entry is followed."""
    made = draft_set(body, year=year, by=keeper(), at=AT, **more)
    return moved(made, levels, reason=reason)


def moved(made, levels, *, reason="", by=None, at=AT, **said):
    numbers = {}
    for entry in made.entries.order_by("number"):
        numbers[entry.indicator_id] = entry.number
    choices = [
        Choice(each, numbers.get(each.pk, NO_ENTRY), level, reason, **said) for each, level in levels.items()
    ]
    decide(made, choices, by=by or keeper(), at=at)
    made.refresh_from_db()
    return made


def adopted(body, levels, *, on=date(2026, 5, 20), **more):
    """A set that is in use."""
    made = drafted(body, levels, **more)
    adopt(made, expected=made.version, on=on, by=keeper())
    made.refresh_from_db()
    return made
