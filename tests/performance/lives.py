"""Returns brought to where a test needs them, by the verbs that officers use themselves."""

from datetime import UTC, date, datetime

from council.access import Role
from council.models import User
from performance.choices import Known, ValueStatus
from performance.figures.assessment import Entry, assess
from performance.figures.context import rating_contexts
from performance.models import Return
from performance.operations import returns
from tests.factories import IndicatorFactory, PeriodFactory, TargetFactory, UserFactory

AT = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
WHY = "Two vehicles were off the road; both are back from 1 October."


def quarter(number: int, year: int = 2026, **more):
    """A quarter of a financial year with its usual dates: quarter 2 of 2026 is July to September 2026."""
    first = 4 + 3 * (number - 1)
    starts = date(year + (first > 12), first - 12 * (first > 12), 1)
    following = first + 3
    ends = date.fromordinal(date(year + (following > 12), (following - 1) % 12 + 1, 1).toordinal() - 1)
    name = f"Quarter {number} {year}/{(year + 1) % 100:02}"
    return PeriodFactory(name=name, starts_on=starts, ends_on=ends, year=year, **more)


def measured(service, **more):
    """An indicator with a target of 80 in each of the years that tests speak of."""
    indicator = IndicatorFactory(service=service, **more)
    for year in (2024, 2025, 2026):
        TargetFactory(indicator=indicator, year=year)
    return indicator


def assessed(indicator, period, as_written="85", **more):
    """What an officer typed, read and judged."""
    entry = Entry(as_written=as_written, **({"comment": WHY} | more))
    return assess(rating_contexts([indicator], period)[indicator.pk], entry)


def drafted(indicator, period, as_written="85", *, by, expected=0, at=AT, **more):
    """A return with a draft."""
    return returns.save_draft(
        assessed(indicator, period, as_written, **more), expected=expected, by=by, at=at
    )


def submitted(indicator, period, as_written="85", *, by, expected=0, at=AT, **more):
    """A return that waits for a lead officer."""
    return returns.submit(assessed(indicator, period, as_written, **more), expected=expected, by=by, at=at)


def signed_off(indicator, period, as_written="85", *, by=None, lead=None, at=AT, **more):
    """A return that counts; entered by one and signed off by another."""
    row = submitted(indicator, period, as_written, by=by or somebody("enters"), at=at, **more)
    returns.sign_off(row, expected=row.version, by=lead or somebody("signs"), at=at)
    return fresh(row)


def published(indicator, period, as_written="85", *, administrator=None, **more):
    """A return that was published."""
    row = signed_off(indicator, period, as_written, **more)
    returns.publish_period(period, by=administrator or somebody("publishes", Role.ADMINISTRATOR), at=AT)
    return fresh(row)


def not_known(indicator, period, **more):
    """A signed-off return that says honestly that there is no value."""
    return signed_off(indicator, period, "", known=Known.NOT_KNOWN, value_status=ValueStatus.ACTUAL, **more)


def fresh(row):
    """The return as the database holds it now."""
    return Return.objects.select_related("latest", "standing", "published").get(pk=row.pk)


def somebody(username, role=Role.LEAD_OFFICER):
    """A user of that name, the same one each time."""
    return User.objects.filter(username=username).first() or UserFactory(username=username, role=role)
