"""What a dashboard shows, drawn once for the same facts.

Between two sign-offs everybody opens the same few dashboards. Each time the facts are asked of the database, and only
when one of them differs are the figures read and drawn anew: what is kept is found by the facts themselves, so it
cannot be out of date, whoever changed them and however (docs/decisions/0006).
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlencode

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from council.charts import Sparkline, StatusBar, StatusHistory
from council.periods import Span
from council.rag import COUNTED, RagSummary
from performance.figures.attention import NEEDS
from performance.figures.board import Board, board
from performance.figures.change_shown import LEGEND
from performance.figures.dashboard import Moments, overrides_of, summary_of
from performance.figures.facts import KEPT, Facts
from performance.figures.parts import by_portfolio, by_service, changes, counted_in_several
from performance.figures.standing import quarter_key
from performance.forms.dashboards import ScopeForm
from performance.views.sent import Kept
from portfolios.figures.structure import Structure

ATTENTION_SHOWN = 12
LATE_SHOWN = 12


@dataclass(frozen=True)
class Scene:
    """Everything that a dashboard is drawn from: equal scenes are drawn alike, to the letter."""

    when: Moments
    facts: Facts
    list_url: str
    places: tuple[object, ...]
    """What the tree says of services and portfolios."""
    reported: frozenset[int] | None
    """Only these, which a body is told of; None for all."""
    kept_by_team: frozenset[int]
    tree: Structure = field(compare=False)


def places_of(tree: Structure) -> tuple[object, ...]:
    """Services with their names and places, and portfolios with theirs."""
    services = ((each.pk, each.name, each.parent_id) for each in tree.services.values())
    portfolios = ((each.pk, each.name) for each in tree.portfolios.values())
    own = ((service, tuple(held)) for service, held in tree.own.items())
    return *services, None, *portfolios, None, *own


@lru_cache(maxsize=KEPT)
def figures_drawn(scene: Scene) -> Kept:
    """All of a dashboard but its head: how it stands, what needs attention, what changed, and its parts.

    One query, and none for a scene that was drawn before.
    """
    found = board(scene.when, scene.facts, only=scene.reported)
    summary, quarter = summary_of(found.lines), scene.when.now.quarter
    is_whole_council = scene.facts.service_ids is None and scene.reported is None
    shown = found.attention[:ATTENTION_SHOWN]
    changed = changes(found.lines)
    parts = (by_portfolio if is_whole_council else by_service)(found.lines, scene.tree)
    drawn = render_to_string(
        "performance/parts/dashboard_figures.html",
        {
            "quarter": quarter,
            "quarter_key": quarter_key(quarter),
            "before": scene.when.before.quarter,
            "summary": summary,
            "on_target": summary.rows[0].number,
            "overrides": overrides_of(found.lines),
            "changes": changed,
            "late": changed.late[:LATE_SHOWN],
            "late_left": max(len(changed.late) - LATE_SHOWN, 0),
            "bar": _bar(summary, quarter),
            "history": _history(found),
            "attention": [(each, Sparkline(each.values, each.target, each.spark_title)) for each in shown],
            "needs": NEEDS,
            "attention_left": len(found.attention) - len(shown),
            "parts": parts,
            "in_several": counted_in_several(parts) if is_whole_council else 0,
            "parts_are_folded": not is_whole_council,
            "list_url": scene.list_url,
            "kept_by_team": scene.kept_by_team,
            "icons": LEGEND,
        },
    )
    return Kept.of(drawn)


def _bar(summary: RagSummary, quarter: Span) -> StatusBar:
    segments = [(share.status, share.number, share.status.word) for share in summary.rows]
    return StatusBar(f"Ratings as at {quarter.name}", segments, summary=summary.words)


def _history(found: Board) -> StatusHistory:
    periods = [
        (quarter.name, {status: counts.get(status, 0) for status in COUNTED})
        for quarter, counts in found.history
    ]
    return StatusHistory(periods, title="The last five quarters")


@dataclass(frozen=True)
class Asked:
    """What an address asks of a dashboard, and what it may choose from."""

    here: str
    """The name of the page: only the council's own dashboard offers portfolios and services."""
    typed: tuple[str | None, ...]
    """Of `ScopeForm`, in the order of its fields; None where the address says nothing."""
    quarters: tuple[Span, ...]
    places: tuple[object, ...]
    bodies: tuple[tuple[int, str], ...]
    """Those with an indicator set that covers the quarter."""
    tree: Structure = field(compare=False)


class Scope(NamedTuple):
    """What is shown, and the form that chooses it."""

    quarter: Span
    portfolio: int | None
    service: int | None
    body: int | None
    list_url: str
    """The list of the same indicators."""
    drawn: SafeString


@lru_cache(maxsize=KEPT)
def scope_of(asked: Asked) -> Scope:
    """The scope that an address asks for; what it says wrongly falls back to the usual, with a sentence."""
    typed = {
        name: said for name, said in zip(ScopeForm.base_fields, asked.typed, strict=True) if said is not None
    }
    form = ScopeForm(typed, quarters=list(asked.quarters), structure=asked.tree, bodies=asked.bodies)
    form.is_valid()
    portfolio, service, body = (form.chosen(name) for name in ("portfolio", "service", "body"))
    query = {"at": quarter_key(form.quarter), "portfolio": portfolio, "service": service, "body": body}
    chosen = urlencode({name: value for name, value in query.items() if value})
    drawn = render_to_string("performance/parts/scope_form.html", {"form": form, "here": asked.here})
    return Scope(form.quarter, portfolio, service, body, f"{reverse('indicators')}?{chosen}", drawn)
