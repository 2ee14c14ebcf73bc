"""How decisions and implications stand, as shape and word: the colour is never all that tells."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from portfolios.rules.call_in import Standing
from portfolios.rules.implications import State

register = template.Library()

LOOKS: dict[str, tuple[str, str]] = {
    Standing.DOES_NOT_APPLY: ("tick", "not_rated"),
    Standing.URGENT: ("clock", "amber"),
    Standing.NOT_PUBLISHED: ("ring", "not_known"),
    Standing.OPEN: ("clock", "amber"),
    Standing.SUSPENDED: ("half", "amber"),
    Standing.REFERRED_BACK: ("away", "red"),
    Standing.NOTHING: ("ring", "not_rated"),
    Standing.CLEAR: ("tick", "green"),
    State.ANSWERED: ("tick", "not_rated"),
    State.WAITING: ("ring", "not_known"),
    State.AWAKE: ("clock", "amber"),
    State.REVIEWED: ("tick", "green"),
    State.AT_REST: ("away", "not_rated"),
}
"""Shape and tone."""


@register.simple_tag
def standing_tag(standing: Standing | State) -> SafeString:
    """The tag of where a decision or an implication stands."""
    return _tag(standing)


@lru_cache(maxsize=16)
def _tag(standing: Standing | State) -> SafeString:
    shape, tone = LOOKS[standing]
    return render_to_string(
        "portfolios/parts/state_tag.html", {"shape": shape, "word": str(standing), "tone": tone}
    )
