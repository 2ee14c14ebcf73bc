"""Whether the change in each indicator is real, as at a quarter, worked out once for the same facts."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from performance.figures.change_shown import ChangeShown, change_shown
from performance.figures.facts import KEPT, Facts
from performance.figures.spc import SpcFigure, spc_from
from performance.figures.spc_facts import SpcFacts, by_cycle, by_indicator, months_of, standing_of


def spc_as_at(known: Facts) -> dict[int, SpcFigure]:
    """What the values of each of the indicators say about change, by its id; one query, two where months are taken."""
    return dict(_one_by_one(known))


def _one_by_one(known: Facts) -> Iterator[tuple[int, SpcFigure]]:
    """The same in turn: all together, with every point of their past, they take more memory than all else."""
    today, until = known.now.today, known.now.quarter.end
    found = SpcFacts(
        periods=by_cycle(period for period in known.periods if period.ends_on < today),
        standing=standing_of(known.of, until),
        months=months_of(known.of, until) if known.months[0] else {},
        starts=by_indicator(known.starts),
    )
    for row in known.rows:
        yield row.pk, spc_from(row, found, today=today)


@lru_cache(maxsize=KEPT)
def changes_as_at(known: Facts) -> Mapping[int, ChangeShown]:
    """How each of the indicators changes, by its id; the queries of `spc_as_at`, and none for facts met before."""
    return {pk: change_shown(figure) for pk, figure in _one_by_one(known)}
