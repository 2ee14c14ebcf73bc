"""All that can be computed, and the act of computing it."""

import datetime

from council.audit import Conflict
from council.computed.cases import OF_CASES
from council.computed.computation import Computation
from council.computed.promises import PROMISES_KEPT
from council.computed.returns import RETURNS_ON_TIME
from council.models import User
from performance.figures.computed import offer
from performance.models import Indicator, Period
from performance.operations.computed import Outcome, record_computed
from performance.operations.returns import NotReady

COMPUTATIONS = {each.source.key: each for each in (PROMISES_KEPT, RETURNS_ON_TIME, *OF_CASES)}


def offer_all() -> None:
    """Makes the sources known to those who choose and show them; done once, when the product starts."""
    for each in COMPUTATIONS.values():
        offer(each.source)


def computation_of(indicator: Indicator) -> Computation | None:
    """How the indicator is computed; None where people enter it."""
    return COMPUTATIONS.get(indicator.computed_from)


def compute(
    indicator: Indicator, period: Period, *, asked_by: User | None, at: datetime.datetime
) -> Outcome | None:
    """Counts an indicator for a period and hands it over; None where it is not computed.

    Raises Conflict when somebody saved the return meanwhile, NotReady when the indicator cannot hold a share.
    """
    computation = computation_of(indicator)
    if computation is None:
        return None
    counted = computation.of(indicator, period)
    return record_computed(indicator, period, counted, asked_by=asked_by, at=at)


def compute_all(*, day: datetime.date, at: datetime.datetime) -> dict[str, int]:
    """Counts every computed indicator for the periods of the last thirteen months that have ended; by outcome.

    One that somebody is saving at the same moment is left for the next time, and none keeps the others from theirs.
    """
    since = day - datetime.timedelta(days=400)
    done: dict[str, int] = {}
    indicators = Indicator.objects.filter(computed_from__in=COMPUTATIONS).select_related("service", "cycle")
    for indicator in indicators:
        periods = Period.objects.ended(day=day).filter(cycle=indicator.cycle_id, ends_on__gt=since)
        for period in periods.order_by("ends_on", "pk"):
            if not indicator.is_on(period.ends_on):
                continue
            try:
                outcome = compute(indicator, period, asked_by=None, at=at)
            except Conflict:
                name = "busy"
            except NotReady:
                name = "unfit"
            else:
                name = outcome.name.lower() if outcome else "not computed"
            done[name] = done.get(name, 0) + 1
    return done
