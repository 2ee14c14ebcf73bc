"""What the returns of a file will be rated, each beside those that the file itself puts before it."""

from collections import defaultdict
from collections.abc import Sequence

from performance.figures.assessment import Assessment, assess
from performance.figures.context import Before, rating_contexts, with_before
from performance.models import Period, Revision
from performance.operations.imports.return_work import PlannedReturn

Key = tuple[int, int]
"""An indicator and a period."""


def ratings_to_be(planned: Sequence[PlannedReturn], *, they_stand: bool) -> dict[Key, Assessment]:
    """Each return read and judged, the oldest period first; four queries a period, however many returns.

    With `they_stand` each counts at once, so that the next one of its indicator is compared with it.
    """
    by_period: dict[Period, list[PlannedReturn]] = defaultdict(list)
    for each in planned:
        by_period[each.period].append(each)
    found: dict[Key, Assessment] = {}
    stood: dict[int, list[Before]] = defaultdict(list)
    for period in sorted(by_period, key=lambda each: (each.ends_on, each.pk)):
        contexts = rating_contexts([each.indicator for each in by_period[period]], period)
        for each in by_period[period]:
            pk = each.indicator.pk
            assessment = assess(with_before(contexts[pk], stood[pk]), each.entry)
            found[pk, period.pk] = assessment
            if they_stand and not assessment.problems:
                stood[pk].insert(0, Before(period, Revision(**assessment.content()), is_comparable=True))
    return found
