"""The large council that is measured: 400 indicators over 40 quarters, every one signed off. Same each time."""

import datetime
import random
from decimal import Decimal

from django.db.models import OuterRef, Subquery

from council.access import Role
from council.models import User
from council.periods import Frequency, financial_year, spans
from performance.choices import Direction, Step, Travel, ValueKind, ValueStatus
from performance.models import (
    Cycle,
    Indicator,
    IndicatorDefinition,
    Period,
    RatingRule,
    Return,
    Revision,
    Target,
)
from portfolios.choices import ServiceLevel
from portfolios.models import Appointment, Person, Portfolio, Post, Responsibility, Service, Tenure

INDICATORS, QUARTERS = 400, 40
GRID_ROWS = 60
SERVICES, PORTFOLIOS = 24, 8
WAITING = 40
MEASURED = (
    "Letters answered within 10 working days",
    "Customers who say that the service is good or very good",
    "Visits made within the time that was promised",
    "Complaints upheld at the first stage",
    "Days lost to sickness for each full-time post",
    "Cost of the service for each household",
    "Applications decided within eight weeks",
    "Missed appointments put right by the end of the next day",
)
KINDS = (ValueKind.PERCENTAGE, ValueKind.PERCENTAGE, ValueKind.COUNT, ValueKind.MONEY, ValueKind.DURATION)
SAID = (
    "Two of the five crews were short of drivers until the middle of the quarter. Agency drivers are in place from "
    "next month, and the backlog is expected to be cleared by the end of the next quarter."
)
AT = datetime.datetime(2026, 1, 15, 10, 30, tzinfo=datetime.UTC)
STATUSES = {"green": ValueStatus.ACTUAL, "amber": ValueStatus.ESTIMATE, "red": ValueStatus.PROVISIONAL}


def build_council(*, today):
    """The whole council in a few bulk inserts; answers what the pages to be measured are about."""
    chance = random.Random(400)
    services, posts = _structure()
    portfolios = _portfolios(services)
    readers = _readers(posts, portfolios)
    periods = _periods(today)
    indicators = _indicators(services, posts, periods[0].cycle, chance)
    _targets(indicators, periods)
    revisions = _returns(indicators, periods, chance)
    _open_again(indicators[:GRID_ROWS], periods[-1], revisions, Step.REOPENED, readers["officer"])
    waiting = indicators[GRID_ROWS : GRID_ROWS + WAITING]
    _open_again(waiting, periods[-1], revisions, Step.SUBMITTED, readers["officer"])
    return {
        "readers": readers,
        "periods": periods,
        "services": services,
        "portfolios": portfolios,
        "indicators": indicators,
    }


def _structure():
    top = Service.objects.create(name="Chief executive", level=ServiceLevel.DIRECTORATE)
    directorates = [
        Service(name=f"Directorate {letter}", level=ServiceLevel.DIRECTORATE, parent=top) for letter in "ABCD"
    ]
    Service.objects.bulk_create(directorates)
    services = [
        Service(name=f"Service number {number}", level=ServiceLevel.SERVICE, parent=directorates[number % 4])
        for number in range(SERVICES)
    ]
    Service.objects.bulk_create(services)
    posts = [Post(title=f"Head of {service.name.lower()}", service=service) for service in services]
    posts.append(Post(title="Chief executive", service=top))
    Post.objects.bulk_create(posts)
    return [top, *services], posts


def _portfolios(services):
    portfolios = [Portfolio(name=f"Cabinet member for area {number}") for number in range(PORTFOLIOS)]
    Portfolio.objects.bulk_create(portfolios)
    Responsibility.objects.bulk_create(
        Responsibility(service=service, portfolio=portfolios[place % PORTFOLIOS])
        for place, service in enumerate(services[1:])
    )
    return portfolios


def _readers(posts, portfolios):
    """A member with two portfolios, an officer of four services, a lead officer over the whole council."""
    roles = {"member": Role.MEMBER, "officer": Role.OFFICER, "lead": Role.LEAD_OFFICER}
    readers = {name: User.objects.create_user(name, password=None, role=role) for name, role in roles.items()}
    people = {
        name: Person.objects.create(name=f"The {name}", user=user, is_member=name == "member")
        for name, user in readers.items()
    }
    Appointment.objects.bulk_create(
        Appointment(person=people["member"], portfolio=each) for each in portfolios[:2]
    )
    Tenure.objects.bulk_create(Tenure(person=people["officer"], post=post) for post in posts[:4])
    Tenure.objects.create(person=people["lead"], post=posts[-1])
    return readers


def _periods(today):
    """The last forty quarters that are over, oldest first."""
    cycle = Cycle.objects.create(name="Quarterly", frequency=Frequency.QUARTERLY)
    this_year = financial_year(today)
    quarters = [
        span
        for year in range(this_year - QUARTERS // 4 - 1, this_year + 1)
        for span in spans(Frequency.QUARTERLY, year=year)
        if span.end < today
    ]
    periods = [
        Period(
            cycle=cycle,
            name=span.name,
            starts_on=span.start,
            ends_on=span.end,
            year=span.year,
            due_on=span.end + datetime.timedelta(days=21),
        )
        for span in quarters[-QUARTERS:]
    ]
    return Period.objects.bulk_create(periods)


def _indicators(services, posts, cycle, chance):
    """Sixty of one service, the rest spread over the others."""
    places = [1] * GRID_ROWS + [2 + number % (SERVICES - 1) for number in range(INDICATORS - GRID_ROWS)]
    indicators = [
        Indicator(
            service=services[place],
            owner=posts[place - 1],
            reference=f"LI {number + 1:03}",
            title=f"{MEASURED[number % len(MEASURED)]}, area {number // len(MEASURED) + 1}",
            value_kind=(kind := chance.choice(KINDS)),
            unit="days" if kind == ValueKind.DURATION else "",
            decimals=1 if kind == ValueKind.PERCENTAGE else 0,
            direction=Direction.HIGHER,
            cycle=cycle,
        )
        for number, place in enumerate(places)
    ]
    Indicator.objects.bulk_create(indicators)
    IndicatorDefinition.objects.bulk_create(
        IndicatorDefinition(
            indicator=each, wording="All cases closed in the quarter, by the date of the letter."
        )
        for each in indicators
    )
    RatingRule.objects.create(name="The council's rule", year=2000)
    return indicators


def _targets(indicators, periods):
    years = sorted({period.year for period in periods})
    Target.objects.bulk_create(
        (
            Target(indicator=each, year=year, as_written="80", value=Decimal(80))
            for each in indicators
            for year in years
        ),
        batch_size=2000,
    )


def _returns(indicators, periods, chance):
    """A return with its signed-off revision for each quarter and indicator; answers the revisions by both.

    Quarter by quarter, as they come in: where rows lie decides how many pages a query has to read.
    """
    rows = Return.objects.bulk_create(
        (
            Return(indicator=each, period=period, step=Step.SIGNED_OFF, first_submitted_at=AT)
            for period in periods
            for each in indicators
        ),
        batch_size=2000,
    )
    values = {each.pk: chance.uniform(72, 95) for each in indicators}
    revisions = {}
    for row in rows:
        before = values[row.indicator_id]
        value = min(max(before + chance.gauss(0, 1.6) + (85 - before) * 0.05, 40), 99.9)
        values[row.indicator_id] = value
        revisions[row.indicator_id, row.period_id] = _revision(row, round(Decimal(value), 1))
    Revision.objects.bulk_create(revisions.values(), batch_size=2000)
    own = Subquery(Revision.objects.filter(indicator_return=OuterRef("pk")).values("pk")[:1])
    Return.objects.update(latest=own, standing=own)
    return revisions


def _revision(row, value):
    rating = "green" if value >= 80 else "amber" if value >= 75 else "red"
    return Revision(
        indicator_return=row,
        number=1,
        step=Step.SIGNED_OFF,
        at=AT,
        as_written=str(value),
        value=value,
        value_status=STATUSES[rating],
        comment="" if rating == "green" else SAID,
        comment_resolved="" if rating == "green" else SAID,
        target_as_written="80",
        target_value=Decimal(80),
        rule_words="Green at the target, amber down to 75, red below.",
        rule_rating=rating,
        rating=rating,
        why=f"{value} against a target of 80.",
        travel_short=Travel.BETTER if value >= 80 else Travel.WORSE,
        travel_long=Travel.SAME,
    )


def _open_again(indicators, period, revisions, step, by):
    """Takes the newest returns one step on, as an officer would; what was signed off goes on standing."""
    for each in indicators:
        standing = revisions[each.pk, period.pk]
        newest = _revision(standing.indicator_return, standing.value)
        newest.number, newest.step, newest.by, newest.reason = 2, step, by, "A late figure came in."
        newest.save()
        row = standing.indicator_return
        row.step, row.latest = step, newest
        row.save(update_fields=["step", "latest"])
