"""Whether actions are fit: by their own words, by the lessons they follow from, and by what measures them."""

from collections.abc import Mapping

from django.db.models import Case, IntegerField, QuerySet, Value, When

from complaints.figures.lessons import lessons_counted
from performance.figures.action_measures import measured_actions
from portfolios.models import Action
from portfolios.rules.smart import ActionFacts, Tested, passed, smart


def tests_of(action: Action, *, indicators: int, lessons: int) -> list[Tested]:
    """The five tests of an action, with how many indicators measure it and how many lessons it follows from."""
    event = action.event
    awaited = event is not None and event.happened_on is None
    facts = ActionFacts(
        what=action.what,
        result=action.result,
        has_owner=action.owner_id is not None,
        cost_is_said=action.cost is not None,
        due_on=action.due_on,
        waits_for=str(event) if awaited else "",
        indicators_linked=indicators,
        serves=lessons,
    )
    return smart(facts)


def passed_by_action() -> dict[int, int]:
    """How many of the five tests each action passes, by its key; three queries."""
    measured, learned = measured_actions(), lessons_counted()
    rows = Action.objects.select_related("event").order_by()
    return {
        each.pk: passed(tests_of(each, indicators=measured[each.pk], lessons=learned[each.pk]))
        for each in rows
    }


def with_passed(rows: QuerySet, found: Mapping[int, int]) -> QuerySet:
    """The actions with `passed`, so that they can be sorted and chosen by it."""
    by_number: dict[int, list[int]] = {}
    for pk, number in found.items():
        by_number.setdefault(number, []).append(pk)
    whens = [When(pk__in=keys, then=Value(number)) for number, keys in by_number.items()]
    annotated: QuerySet = rows.annotate(passed=Case(*whens, default=Value(0), output_field=IntegerField()))
    return annotated
