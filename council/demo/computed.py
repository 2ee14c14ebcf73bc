"""Two indicators that the product computes from its own records, for the council's corporate service."""

import datetime
from dataclasses import replace

from council.computed.sources import compute
from council.demo.days import moment
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

OWNER = "Policy and Performance Manager"
OFFICER, LEAD = "officer.resources", "lead.chief"
QUARTERS = 8
COUNTED_AFTER, SIGNED_AFTER = 5, 9
"""Working days after a quarter."""

INDICATORS = (
    # reference, title, source, target, definition, what was written when it was off target
    (
        "PP1",
        "Promises kept that fell due in the quarter",
        "promises_kept",
        "80",
        "What was undertaken at meetings and in papers, and was done with something to show for it.",
        "Each head of service goes through what they owe at the monthly meeting, with the chief executive.",
    ),
    (
        "PP2",
        "Returns made by their due date",
        "returns_on_time",
        "95",
        "Performance returns of all services that were submitted by the day on which they fell due.",
        "Owners are reminded five working days before, and the late ones are named to their directors.",
    ),
)


def build_computed(register: Register) -> list[Indicator]:
    """The indicators with their targets, counted for two years: all but the newest quarter signed off."""
    return [_build(register, *each) for each in INDICATORS]


def _build(
    register: Register, reference: str, title: str, source: str, target: str, wording: str, comment: str
) -> Indicator:
    cycle = Cycle.objects.get(name="Quarterly")
    row = Indicator(
        service=register.services[CHIEF_EXECUTIVES],
        owner=register.posts[OWNER],
        reference=reference,
        reference_kind=ReferenceKind.LOCAL,
        title=title,
        value_kind=ValueKind.PERCENTAGE,
        decimals=0,
        direction=Direction.HIGHER,
        cycle=cycle,
        computed_from=source,
    )
    ended = Period.objects.ended(day=register.days.today).filter(cycle=cycle).order_by("-ends_on")
    periods = sorted(ended[:QUARTERS], key=lambda each: each.ends_on)
    row.starts_on = periods[0].starts_on
    admin, when = register.admin, register.set_up_at
    add([row], by=admin, at=when, why=SET_UP)
    add([IndicatorDefinition(indicator=row, wording=wording, source="Golden Thread")], by=admin, at=when)
    years = range(periods[0].year, register.days.year + 2)
    add(
        [Target(indicator=row, year=year, as_written=f"{target}%", value=target) for year in years],
        by=admin,
        at=when,
    )
    for period in periods:
        _count(register, row, period, comment, is_newest=period == periods[-1])
    return row


def _count(register: Register, row: Indicator, period: Period, comment: str, *, is_newest: bool) -> None:
    """Counts a quarter; the older ones are explained where they are off target, and signed off."""
    counted_at = _at(register, period, COUNTED_AFTER)
    if counted_at.date() >= register.days.today:
        return
    outcome = compute(row, period, asked_by=None, at=counted_at)
    signed_at = _at(register, period, SIGNED_AFTER)
    if is_newest or signed_at.date() >= register.days.today:
        return
    made = Return.objects.select_related("latest").get(indicator=row, period=period)
    if outcome == Outcome.DRAFTED:
        _explain(made, comment, by=register.users[OFFICER], at=counted_at + datetime.timedelta(hours=3))
        made.refresh_from_db()
    sign_off(made, expected=made.version, by=register.users[LEAD], at=signed_at)


def _explain(made: Return, comment: str, *, by: User, at: datetime.datetime) -> None:
    assert made.latest is not None
    entry = entry_of(made.latest)
    said = replace(entry, comment=comment, comment_resolved=comment)
    contexts = rating_contexts([made.indicator], made.period)
    submit(assess(contexts[made.indicator_id], said), expected=made.version, by=by, at=at)


def _at(register: Register, period: Period, working_days: int) -> datetime.datetime:
    return moment(register.days.working_day(period.ends_on, working_days), 0.1)
