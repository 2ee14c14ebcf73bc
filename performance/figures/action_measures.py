"""Actions beside the indicators that are to move because of them."""

from collections import Counter
from dataclasses import dataclass

from council.rag import Rag
from performance.figures.shown import NO_RETURN, shown_value
from performance.models import ActionMeasure, Indicator, Return
from portfolios.models import Action


@dataclass(frozen=True)
class ShownMeasure:
    """An indicator that measures an action, with its newest value that was signed off."""

    measure: ActionMeasure
    value: str = NO_RETURN
    period: str = ""
    rating: Rag | None = None


def measured_actions() -> Counter[int]:
    """How many indicators measure each action, by its key; one query."""
    return Counter(ActionMeasure.objects.order_by().values_list("action_id", flat=True))


def actions_to_move(indicator: Indicator) -> list[ActionMeasure]:
    """The actions that are to move an indicator, what is not done first; one query."""
    rows = ActionMeasure.objects.filter(indicator=indicator).select_related("action__owner")
    return sorted(
        rows, key=lambda each: (each.action.done_on is not None, each.action.due_on is None, each.pk)
    )


def measures_of(action: Action) -> list[ShownMeasure]:
    """The indicators that measure an action, each with its newest return that stands; two queries."""
    measures = list(ActionMeasure.objects.filter(action=action).select_related("indicator"))
    stands = Return.objects.filter(indicator__in=[each.indicator_id for each in measures])
    newest: dict[int, Return] = {}
    for row in stands.exclude(standing=None).select_related("standing", "period").order_by("period__ends_on"):
        newest[row.indicator_id] = row
    return [_shown(each, newest.get(each.indicator_id)) for each in measures]


def _shown(measure: ActionMeasure, row: Return | None) -> ShownMeasure:
    if row is None or row.standing is None:
        return ShownMeasure(measure)
    said, indicator = row.standing, measure.indicator
    value = shown_value(
        known=said.known,
        value=said.value,
        as_written=said.as_written,
        kind=indicator.value_kind,
        unit=indicator.unit,
        decimals=indicator.decimals,
        target=said.target_value,
    )
    return ShownMeasure(measure, value, row.period.name, Rag(said.rating))
