"""What the sources of computed indicators count: to the day, and with what is left out told apart."""

from datetime import UTC, date, datetime

import pytest

from council.computed.promises import PROMISES_KEPT
from council.computed.returns import RETURNS_ON_TIME
from performance.choices import Step
from performance.models import Return
from performance.rules.computed import Counted
from portfolios.choices import Fate
from tests.factories import IndicatorFactory, PostFactory, ServiceFactory
from tests.factories.promises import PromiseFactory
from tests.performance import lives

AT = datetime(2026, 10, 12, 8, 0, tzinfo=UTC)
IN_QUARTER_2 = date(2026, 8, 14)


@pytest.fixture
def period(db):
    return lives.quarter(2)


@pytest.fixture
def kept(service):
    """Share of promises kept."""
    return IndicatorFactory(service=service, computed_from="promises_kept")


def promises(*fates, due_on=IN_QUARTER_2, **more):
    for fate in fates:
        PromiseFactory(fate=fate, due_on=due_on, **more)


def test_promises_due_in_the_period_are_counted_and_part_kept_apart(kept, period):
    promises(Fate.KEPT, Fate.KEPT, Fate.PART_KEPT, Fate.MISSED, Fate.OPEN, Fate.RELEASED)
    promises(Fate.KEPT, due_on=date(2026, 6, 30))
    promises(Fate.KEPT, due_on=date(2026, 10, 1))
    PromiseFactory(undated=True)

    assert PROMISES_KEPT.of(kept, period) == Counted(
        2,
        5,
        "1 was kept in part, and is not counted as kept. 1 more is left out, for its owner was released.",
    )


def test_the_first_and_the_last_day_belong_to_the_period(kept, period):
    promises(Fate.KEPT, due_on=period.starts_on)
    promises(Fate.KEPT, due_on=period.ends_on)

    assert PROMISES_KEPT.of(kept, period).denominator == 2


def test_one_service_counts_its_own_and_what_is_below(service, period):
    below = ServiceFactory(parent=service)
    indicator = IndicatorFactory(service=service, is_council_wide=False, computed_from="promises_kept")
    promises(Fate.KEPT, owner=PostFactory(service=below))
    promises(Fate.MISSED, owner=PostFactory(service=ServiceFactory()))

    assert PROMISES_KEPT.of(indicator, period) == Counted(1, 1)


def test_returns_that_fell_due_in_the_period_are_counted_by_when_they_were_first_submitted(service, officer):
    before, period = lives.quarter(1), lives.quarter(2)
    in_time, late, missing, draft, by_file = IndicatorFactory.create_batch(5, service=service)
    computed = IndicatorFactory(service=service, computed_from="returns_on_time")
    # Of quarter 1, due on 21 July, which is a day of quarter 2; 23:30 on the 21st in London is 22:30 in Greenwich.
    lives.submitted(in_time, before, by=officer, at=datetime(2026, 7, 21, 22, 30, tzinfo=UTC))
    lives.submitted(late, before, by=officer, at=datetime(2026, 7, 21, 23, 30, tzinfo=UTC))
    lives.drafted(draft, before, by=officer, at=AT)
    Return.objects.create(indicator=by_file, period=before, step=Step.PUBLISHED)

    assert missing.returns.count() == 0
    assert RETURNS_ON_TIME.of(computed, period) == Counted(
        1,
        4,
        "1 came late. 2 have not come at all. "
        "1 more is left out: a file brought it, and nobody knows when it was submitted.",
    )
