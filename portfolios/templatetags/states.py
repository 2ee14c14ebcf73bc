"""How promises and queries stand, as shape and word: the colour is never all that tells."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from portfolios.choices import ActionState, Fate, QueryStage

register = template.Library()

OVERDUE = ("clock", "Overdue", "late")
FATES: dict[str, tuple[str, str, str]] = {
    Fate.OPEN: ("ring", Fate.OPEN.label, "not_known"),
    Fate.PART_KEPT: ("half", Fate.PART_KEPT.label, "amber"),
    Fate.KEPT: ("tick", Fate.KEPT.label, "green"),
    Fate.MISSED: ("cross", Fate.MISSED.label, "red"),
    Fate.RELEASED: ("away", Fate.RELEASED.label, "not_rated"),
}
"""Shape, word and tone."""
STAGES: dict[str, tuple[str, str, str]] = {
    QueryStage.WAITING: ("ring", "Waiting", "not_known"),
    QueryStage.ANSWERED: ("tick", QueryStage.ANSWERED.label, "green"),
}


ACTIONS: dict[str, tuple[str, str, str]] = {
    ActionState.PLANNED: ("ring", ActionState.PLANNED.label, "not_known"),
    ActionState.BEGUN: ("half", ActionState.BEGUN.label, "amber"),
    ActionState.DONE: ("tick", ActionState.DONE.label, "green"),
    ActionState.STOPPED: ("away", ActionState.STOPPED.label, "not_rated"),
}


@register.simple_tag
def action_tag(state: str, overdue: bool = False) -> SafeString:
    """The tag of how far an action is; what is begun and overdue shows both."""
    if not overdue:
        return _tag(*ACTIONS[state])
    is_planned = state == ActionState.PLANNED
    return _tag(*OVERDUE) if is_planned else format_html("{} {}", _tag(*ACTIONS[state]), _tag(*OVERDUE))


@register.simple_tag
def passed_tag(is_passed: bool) -> SafeString:
    """The tag of one test of an action."""
    return _tag(*(("tick", "Passed", "green") if is_passed else ("cross", "Missing", "red")))


@register.simple_tag
def fate_tag(fate: str, overdue: bool = False) -> SafeString:
    """The tag of a promise's fate; what is kept in part and overdue shows both."""
    if not overdue:
        return _tag(*FATES[fate])
    return _tag(*OVERDUE) if fate == Fate.OPEN else format_html("{} {}", _tag(*FATES[fate]), _tag(*OVERDUE))


@register.simple_tag
def stage_tag(stage: str, overdue: bool = False) -> SafeString:
    """The tag of how far a query is."""
    return _tag(*OVERDUE) if overdue else _tag(*STAGES[stage])


@lru_cache(maxsize=16)
def _tag(shape: str, word: str, tone: str) -> SafeString:
    # A handful in all: each is drawn once, because a list shows hundreds.
    return render_to_string("portfolios/parts/state_tag.html", {"shape": shape, "word": word, "tone": tone})
