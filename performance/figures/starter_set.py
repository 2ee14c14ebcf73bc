"""Which standard definitions are in the register already."""

from performance.models import Indicator, StandardTaken
from performance.rules.starter_set import STARTER_SET


def already_there() -> dict[str, Indicator]:
    """The indicators that standard definitions became, by the key of the definition; two queries.

    One that somebody entered by hand under the reference and title of a definition counts as well.
    """
    keys = {each.key: each.title for each in STARTER_SET}
    by_hand = Indicator.objects.filter(reference__in=[*keys])
    found = {each.reference: each for each in by_hand if keys[each.reference] == each.title}
    taken = StandardTaken.objects.select_related("indicator")
    return found | {each.key: each.indicator for each in taken if each.key in keys}
