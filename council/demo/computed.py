"""Indicators that the product computes from its own records: two of the whole council, and one of a service."""

import datetime
from dataclasses import dataclass, replace

from council.computed.sources import compute
from council.demo.days import moment
from council.demo.plan import QUARTERLY
from council.demo.register import SET_UP, Register
from council.demo.rows import add
from council.demo.structure import CHIEF_EXECUTIVES
from council.models import User
from performance.choices import Direction, ReferenceKind, ValueKind
from performance.figures.assessment import assess, entry_of
from performance.figures.context import rating_contexts
from performance.models import Cycle, Indicator, IndicatorDefinition, Period, Return, Target
from performance.operations.computed import Outcome
from performance.operations.returns import sign_off, submit

QUARTERS = 8
COUNTED_AFTER, SIGNED_AFTER = 5, 9
"""Working days after a quarter."""


@dataclass(frozen=True, kw_only=True)
class DemoComputed:
    """One computed indicator."""

    reference: str
    title: str
    source: str
    target: str
    says: str
    """Its definition."""
    missed: str
    """What was written when it was off target."""
    service: str = CHIEF_EXECUTIVES
    owner: str = "Policy and Performance Manager"
    officer: str = "officer.resources"
    lead: str = "lead.chief"
    is_council_wide: bool = True
    quarters: int = QUARTERS
    waits: bool = False
    """Whether the newest quarter's count still waits for an officer."""


INDICATORS = (
    DemoComputed(
        reference="PP1",
        title="Promises kept that fell due in the quarter",
        source="promises_kept",
        target="80",
        says="What was undertaken at meetings and in papers, and was done with something to show for it.",
        quarters=3,
        missed="Each head of service goes through what they owe at the monthly meeting with the chief executive.",
    ),
    DemoComputed(
        reference="PP2",
        title="Returns made by their due date",
        source="returns_on_time",
        target="95",
        says="Performance returns of all services that were submitted by the day on which they fell due.",
        missed="Owners are reminded five working days before, and the late ones are named to their directors.",
    ),
    DemoComputed(
        reference="CS9",
        title="Returns of customer services made by their due date",
        source="returns_on_time",
        target="90",
        says="Performance returns of customer services and all below it that were submitted in time.",
        missed="The figures of the website come from a supplier; they are asked for a week earlier from now on.",
        service="Customer Services",
        owner="Head of Customer Services",
        officer="officer",
        lead="lead",
        is_council_wide=False,
        waits=True,
    ),
    DemoComputed(
        reference="CS10",
        title="Customers satisfied with how their case was handled",
        source="satisfied_with_handling",
        target="70",
        says="Of those who answered after their request or complaint had ended, who said satisfied or very satisfied.",
        missed="Too many hear nothing between the acknowledgement and the reply; a word in between is tried out.",
        service="Customer Services",
        owner="Head of Customer Services",
        officer="officer",
        lead="lead",
        quarters=5,
    ),
    DemoComputed(
        reference="CS11",
        title="Complaints answered in time",
        source="complaints_answered_in_time",
        target="90",
        says="Stage 1 replies to complaints that were sent by the day they were due, of all that were due.",
        missed="Most late replies waited for a contractor's account; it is now asked for on the day of receipt.",
        service="Customer Services",
        owner="Head of Customer Services",
        officer="officer",
        lead="lead",
        quarters=5,
    ),
)


def build_computed(register: Register) -> list[Indicator]:
    """The indicators with their targets, counted quarter by quarter: all of them signed off, but for one that waits."""
    return [_build(register, plan) for plan in INDICATORS]


def _build(register: Register, plan: DemoComputed) -> Indicator:
    cycle = Cycle.objects.get(name=QUARTERLY)
    ended = Period.objects.ended(day=register.days.today).filter(cycle=cycle).order_by("-ends_on")
    periods = sorted(ended[: plan.quarters], key=lambda each: each.ends_on)
    row = Indicator(
        service=register.services[plan.service],
        owner=register.posts[plan.owner],
        reference=plan.reference,
        reference_kind=ReferenceKind.LOCAL,
        title=plan.title,
        value_kind=ValueKind.PERCENTAGE,
        decimals=0,
        direction=Direction.HIGHER,
        cycle=cycle,
        starts_on=periods[0].starts_on,
        computed_from=plan.source,
        is_council_wide=plan.is_council_wide,
    )
    admin, when = register.admin, register.set_up_at
    add([row], by=admin, at=when, why=SET_UP)
    add([IndicatorDefinition(indicator=row, wording=plan.says, source="Golden Thread")], by=admin, at=when)
    years = range(periods[0].year, register.days.year + 2)
    targets = [
        Target(indicator=row, year=year, as_written=f"{plan.target}%", value=plan.target) for year in years
    ]
    add(targets, by=admin, at=when)
    for period in periods:
        _count(register, plan, row, period, is_left=plan.waits and period == periods[-1])
    return row


def _count(register: Register, plan: DemoComputed, row: Indicator, period: Period, *, is_left: bool) -> None:
    """Counts a quarter; the older ones are explained where they are off target, and signed off."""
    counted_at = _at(register, period, COUNTED_AFTER)
    if counted_at.date() >= register.days.today:
        return
    outcome = compute(row, period, asked_by=None, at=counted_at)
    signed_at = _at(register, period, SIGNED_AFTER)
    if is_left or signed_at.date() >= register.days.today:
        return
    made = Return.objects.select_related("latest").get(indicator=row, period=period)
    if outcome == Outcome.DRAFTED:
        _explain(
            made, plan.missed, by=register.users[plan.officer], at=counted_at + datetime.timedelta(hours=3)
        )
        made.refresh_from_db()
    sign_off(made, expected=made.version, by=register.users[plan.lead], at=signed_at)


def _explain(made: Return, comment: str, *, by: User, at: datetime.datetime) -> None:
    assert made.latest is not None
    entry = entry_of(made.latest)
    said = replace(entry, comment=comment, comment_resolved=comment)
    contexts = rating_contexts([made.indicator], made.period)
    submit(assess(contexts[made.indicator_id], said), expected=made.version, by=by, at=at)


def _at(register: Register, period: Period, working_days: int) -> datetime.datetime:
    return moment(register.days.working_day(period.ends_on, working_days), 0.1)
