"""What the officer wrote beside a value: why it is off target and what happens next, or now and then good news."""

import datetime

from council.demo.chance import one_of, share
from council.demo.cycles import DemoPeriod
from council.demo.plan import (
    ANNUAL,
    FOUR_MONTHLY,
    HALF_YEARLY,
    MONTHLY,
    QUARTERLY,
    TERMS,
    DemoIndicator,
    Story,
)
from council.periods import year_name
from performance.choices import Known
from performance.figures.assessment import Assessment
from performance.rules.readiness import OFF_TARGET

GOOD_NEWS_WITHIN = {MONTHLY: 20, QUARTERLY: 14, FOUR_MONTHLY: 9, HALF_YEARLY: 6, ANNUAL: 3, TERMS: 9}
"""By cycle, within how many periods of the newest good news is told; each piece once."""

SOON, LATER = 2, 6
ORDINARY = Story()


def comment_on(plan: DemoIndicator, period: DemoPeriod, assessment: Assessment, *, told: bool = True) -> str:
    """The comment; without `told` not the one that belongs to this period's own story."""
    story = plan.stories.get(period.age, ORDINARY)
    said = story.comment if told else ""
    if not said and assessment.known == Known.NOT_DUE:
        said = plan.not_due_because
    elif not said and assessment.rating in OFF_TARGET:
        # In turn and not by chance, so that two periods running never give the same reason.
        said = plan.missed[period.age % len(plan.missed)]
    elif not said:
        said = _good_news(plan, period)
    return said.format(**_names(plan, period))


def _good_news(plan: DemoIndicator, period: DemoPeriod) -> str:
    """What there is to tell in this period, if anything."""
    within = GOOD_NEWS_WITHIN[plan.cycle]
    told = (news for news in plan.met if int(within * share("good news", news)) == period.age)
    return next(told, "")


def _names(plan: DemoIndicator, period: DemoPeriod) -> dict[str, str]:
    """The months and years that comments speak of."""
    row = period.row
    months = tuple(
        f"{_months_on(row.starts_on, number):%B}"
        for number in range(12)
        if _months_on(row.starts_on, number) <= row.ends_on
    )
    return {
        "month": one_of(months, "month", plan.key, row.ends_on),
        "soon": f"{_months_on(row.ends_on, SOON):%B}",
        "later": f"{_months_on(row.ends_on, LATER):%B}",
        "year": year_name(row.year),
    }


def _months_on(day: datetime.date, months: int) -> datetime.date:
    """The first of the month so many months after a day."""
    month = day.month - 1 + months
    return datetime.date(day.year + month // 12, month % 12 + 1, 1)
