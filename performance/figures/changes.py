"""Whether the change in each indicator is real, as at a quarter, worked out once for the same facts."""

from collections.abc import Mapping
from functools import lru_cache

from performance.figures.change_shown import ChangeShown, change_shown
from performance.figures.facts import KEPT, Facts
from performance.figures.spc import spc_from
from performance.figures.spc_facts import SpcFacts, by_cycle, by_indicator, months_of, standing_of


@lru_cache(maxsize=KEPT)
def changes_as_at(known: Facts) -> Mapping[int, ChangeShown]:
    """How each of the indicators changes, by its id.

    One query, two where months are taken, and none for facts that were met before.
    """
    today, until = known.now.today, known.now.quarter.end
    found = SpcFacts(
        periods=by_cycle(period for period in known.periods if period.ends_on < today),
        standing=standing_of(known.of, until),
        months=months_of(known.of, until) if known.months[0] else {},
        starts=by_indicator(known.starts),
    )
    return {row.pk: change_shown(spc_from(row, found, today=today)) for row in known.indicators}
