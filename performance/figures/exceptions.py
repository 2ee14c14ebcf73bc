"""Which indicators are off target for periods running, as at a day."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence

from council.periods import Frequency
from council.rag import Rag
from performance.figures.indicator import PeriodFigure
from performance.figures.year_rows import NOUNS
from performance.models import Cycle, Indicator, Period, Return
from performance.rules.exceptions import Run, off_target_run

MOST = 24
"""A run is counted over so many periods at most."""


def run_of(cycle: Cycle, figures: Sequence[PeriodFigure]) -> Run:
    """The run of one indicator from its periods, oldest first; no query."""
    return _run(cycle, [each.rating for each in figures])


def runs_of(indicators: Iterable[Indicator], *, until: datetime.date, today: datetime.date) -> dict[int, Run]:
    """The run of each indicator up to the end of `until`, by its id; two queries however many there are.

    The indicators come with their cycles. What was not signed off is late where it was due before today.
    """
    rows = list(indicators)
    periods: dict[int, list[Period]] = defaultdict(list)
    listed = Period.objects.filter(cycle__in={each.cycle_id for each in rows}, ends_on__lte=until)
    for period in listed.filter(ends_on__lt=today).order_by("-ends_on"):
        if len(periods[period.cycle_id]) < MOST:
            periods[period.cycle_id].append(period)
    counted = {period.pk for each in periods.values() for period in each}
    stood = Return.objects.filter(indicator__in=rows, period__in=counted, standing__isnull=False).order_by()
    ratings = {
        (indicator, period): Rag(rating)
        for indicator, period, rating in stood.values_list("indicator", "period", "standing__rating")
    }
    return {
        each.pk: _run(
            each.cycle,
            [
                ratings.get((each.pk, period.pk), Rag.LATE if period.due_on < today else Rag.NOT_DUE)
                for period in reversed(periods[each.cycle_id])
            ],
        )
        for each in rows
    }


def _run(cycle: Cycle, ratings: Sequence[Rag]) -> Run:
    noun = NOUNS.get(Frequency(cycle.frequency), "period")
    return off_target_run(ratings, fewest=cycle.exception_after, noun=noun)
