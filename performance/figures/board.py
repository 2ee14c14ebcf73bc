"""All the figures of a dashboard: its lines, the quarters before, and what needs attention."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from council.periods import Span
from council.rag import Rag
from performance.figures.attention import Attention, attention_to, sharpest_first
from performance.figures.changes import changes_as_at
from performance.figures.dashboard import Moments, history_of
from performance.figures.facts import KEPT, Facts, facts, figures
from performance.figures.lines import IndicatorLine, lines_of


@dataclass(frozen=True)
class Board:
    """The figures of a dashboard; nothing in it is typed."""

    lines: list[IndicatorLine]
    history: list[tuple[Span, Mapping[Rag, int]]]
    """For each quarter how many had each status, oldest first; late ones are not known."""
    attention: list[Attention]
    """Red first, then what really gets worse, then what turned amber from green."""


def facts_of(when: Moments, service_ids: set[int] | None = None) -> Facts:
    """What the board of these quarters and services is made from; three queries."""
    scope = None if service_ids is None else frozenset(service_ids)
    return facts(when.now, when.period_ids, scope, when.periods, later=when.later)


def board(when: Moments, known: Facts, *, only: frozenset[int] | None = None) -> Board:
    """The board of these facts, or of some of their indicators; one query, and those of `changes_as_at`."""
    rows = [row for row in known.rows if only is None or row.pk in only]
    stood = figures(known.period_ids, known.service_ids)
    lines = lines_of(rows, stood, when.now, when.before, changes=changes_as_at(known))
    return Board(
        lines=lines,
        history=history_of(rows, stood, when),
        attention=attention_to(sharpest_first(lines), stood, when),
    )


def indicator_lines(when: Moments, *, service_ids: set[int] | None = None) -> list[IndicatorLine]:
    """Every indicator in scope as at the quarter; the queries of the facts, and of a board for facts not met before."""
    return list(lines_kept(when, facts_of(when, service_ids)))


@lru_cache(maxsize=KEPT)
def lines_kept(when: Moments, known: Facts) -> tuple[IndicatorLine, ...]:
    """The lines of these facts, made once."""
    stood = figures(frozenset((*when.now.period_ids, *when.before.period_ids)), known.service_ids)
    return tuple(lines_of(known.rows, stood, when.now, when.before, changes=changes_as_at(known)))
