"""Months under some returns, and limits that were made to start anew: what control charts have to tell."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from council.demo.catalogue import Measured
from council.demo.chance import spread
from council.demo.course import rounded
from council.demo.days import moment
from council.demo.register import Register
from council.demo.rows import add
from council.demo.timeline import hands
from performance.choices import Step, ValueKind
from performance.figures.spc_series import months_between
from performance.models import Indicator, MonthlyValue, Period, Revision
from performance.operations.rebases import rebase_limits, withdraw_rebase
from performance.rules.spc.months import SUMS
from performance.rules.wording import plain

REPORTED_AFTER = 30
"""Working days after the first period with new limits until somebody had them start anew."""


@dataclass(frozen=True)
class DemoRebase:
    """Limits made to start anew, by how many periods ago."""

    reference: str
    ago: int
    reason: str
    withdrawn: str = ""
    """Why it was taken back some weeks later."""


REBASES = (
    DemoRebase(
        "HO6",
        10,
        "A second occupational therapist started with that quarter, and reports no longer wait for the county. "
        "The caseload file shows the change from her first week.",
    ),
    DemoRebase(
        "BV8",
        12,
        "Invoices go straight to the finance system since then.",
        "The finance system came a quarter later, and only for two services. The limits stand as they were.",
    ),
)


def build_months(register: Register, measured: list[Measured]) -> None:
    """A value for each month of every return that was handed in, where the plan says that months are taken."""
    plans = {one.row.pk: one for one in measured if one.plan.by_month}
    revisions = Revision.objects.filter(indicator_return__indicator__in=plans, step=Step.SUBMITTED)
    rows: list[MonthlyValue] = []
    before: set[int] = set()
    for each in revisions.select_related("indicator_return__period", "by").order_by("at", "pk"):
        row = each.indicator_return
        why = "Corrected with the return." if row.pk in before else ""
        rows += _months(plans[row.indicator_id], row.period, each, why)
        before.add(row.pk)
    add(rows, by=None, at=register.set_up_at)


def _months(one: Measured, period: Period, handed_in: Revision, why: str) -> Iterator[MonthlyValue]:
    if handed_in.value is None or handed_in.by is None:
        return
    months = months_between(period.starts_on, period.ends_on)
    for month, value in zip(months, _parts(one, period, handed_in.value), strict=True):
        sign = "%" if one.plan.kind == ValueKind.PERCENTAGE else ""
        yield MonthlyValue(
            indicator=one.row,
            month=month,
            as_written=f"{plain(value)}{sign}",
            value=value,
            reason=why,
            by=handed_in.by,
            at=handed_in.at,
        )


def _parts(one: Measured, period: Period, value: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Three months that come to the value: a sum, or a mean."""
    is_sum = one.plan.kind in SUMS
    whole = value if is_sum else value * 3
    # Months stray further than their quarter does.
    stray = Decimal(str(one.plan.course.swing if one.plan.course else 0)) / (3 if is_sum else 1)
    first, second = (
        rounded(
            whole / 3 + stray * Decimal(str(spread(part, one.plan.key, period.ends_on))), one.plan.decimals
        )
        for part in ("first month", "second month")
    )
    return first, second, whole - first - second


def build_rebases(register: Register) -> None:
    """Limits that start anew by a lead officer's word, one of them taken back."""
    days = register.days
    for plan in REBASES:
        indicator = Indicator.objects.select_related("service").get(reference=plan.reference)
        ended = Period.objects.ended(day=days.today).filter(cycle=indicator.cycle_id).order_by("-ends_on")
        period = ended[plan.ago]
        said = days.working_day(period.ends_on, REPORTED_AFTER)
        lead = register.users[hands(days, indicator.service.name, said)[1]]
        row = rebase_limits(
            indicator, period=period, reason=plan.reason, by=lead, at=moment(said, 0.4), on=said
        )
        if plan.withdrawn:
            at = moment(days.working_day(said, REPORTED_AFTER), 0.7)
            withdraw_rebase(row, reason=plan.withdrawn, expected=row.version, by=lead, at=at)
