"""The life of an action: each step once, with what the fields were before."""

import uuid
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from council.audit import Conflict
from council.models import HistoryFixedError
from portfolios.choices import ActionState, ActionStep, DueKind
from portfolios.models import Action, ActionEntry
from portfolios.operations.actions import NotPossible, add_action, change_action, take_action_step
from portfolios.operations.promises import event_happened
from tests.factories import PostFactory
from tests.factories.learning import ActionFactory
from tests.factories.promises import AwaitedEventFactory

AT = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)
TODAY = date(2026, 10, 12)

pytestmark = pytest.mark.django_db


def step(action, name, *, by, note="Shown by the list", done_on=None, expected=None):
    return take_action_step(
        action,
        ActionStep(name),
        expected=expected or action.version,
        note=note,
        done_on=done_on,
        by=by,
        at=AT,
    )


def steps(action):
    return [(each.step, each.state) for each in action.entries.order_by("number")]


@pytest.mark.shows("F74", "S1-05")
def test_an_action_is_begun_done_and_taken_up_again_with_an_entry_each(officer):
    action = add_action(ActionFactory.build(owner=PostFactory()), by=officer, at=AT)
    action = step(action, "begun", by=officer, note="")
    action = step(action, "done", by=officer, done_on=TODAY)
    assert action.done_on == TODAY

    action = step(action, "resumed", by=officer)

    assert action.done_on is None
    assert steps(action) == [
        ("added", "planned"),
        ("begun", "begun"),
        ("done", "done"),
        ("resumed", "begun"),
    ]


@pytest.mark.parametrize(
    "taken, said, field",
    [
        ("done", {"note": "", "done_on": TODAY}, "note"),
        ("done", {"done_on": None}, "done_on"),
        ("done", {"done_on": date(2026, 10, 13)}, "done_on"),
        ("done", {"done_on": date(2026, 9, 30)}, "done_on"),
        ("stopped", {"note": ""}, "note"),
        ("begun", {"done_on": TODAY}, "done_on"),
    ],
)
def test_what_a_step_lacks_is_told_beside_its_field(officer, taken, said, field):
    action = ActionFactory()

    with pytest.raises(ValidationError) as problem:
        step(action, taken, by=officer, **said)

    assert list(problem.value.message_dict) == [field]
    assert Action.objects.get().state == ActionState.PLANNED


def test_what_may_not_follow_is_refused_with_how_it_stands(officer):
    action = step(ActionFactory(), "stopped", by=officer)

    with pytest.raises(NotPossible, match="“Stopped”, so it cannot be “begun”"):
        step(action, "begun", by=officer)


@pytest.mark.shows("R4")
def test_the_second_of_two_is_told_and_a_double_click_makes_one_entry(officer, lead_officer):
    action = ActionFactory()
    step(action, "begun", by=officer, note="We began", expected=1)

    step(action, "begun", by=officer, note="We began", expected=1)
    with pytest.raises(Conflict):
        step(action, "stopped", by=lead_officer, expected=1)

    assert steps(action) == [("begun", "begun")]


@pytest.mark.shows("F74")
def test_a_change_keeps_what_each_field_was(officer):
    action = ActionFactory(due_as_written="Spring 03", cost=None)
    action.due_as_written, action.cost = "June 03", Decimal(0)

    change_action(action, expected=1, why="Agreed anew", by=officer, at=AT)

    entry = action.entries.get()
    assert (entry.step, entry.note) == ("changed", "Agreed anew")
    assert entry.changes == [["due as written", "Spring 03", "June 03"], ["cost in £", "Not said", "None"]]


def test_a_change_of_nothing_writes_nothing(officer):
    action = ActionFactory()

    change_action(action, expected=1, by=officer, at=AT)

    assert not action.entries.exists()
    assert Action.objects.get().version == 1


@pytest.mark.shows("R5")
def test_the_same_form_sent_twice_makes_one_action(officer):
    key = uuid.uuid4()

    made = [add_action(ActionFactory.build(owner=None, sent_as=key), by=officer, at=AT) for _ in range(1)]
    again = Action(
        **{name: getattr(made[0], name) for name in ("what", "result", "agreed_on", "due_kind", "due_on")}
    )
    again.sent_as = key
    made.append(add_action(again, by=officer, at=AT))

    assert made[0].pk == made[1].pk
    assert ActionEntry.objects.count() == 1


def test_an_action_that_waits_gets_its_day_with_the_event(officer, administrator):
    event = AwaitedEventFactory()
    action = ActionFactory(due_kind=DueKind.EVENT, due_on=None, event=event, months_after=6)

    event_happened(event, expected=1, happened_on=date(2026, 8, 31), by=administrator, at=AT)

    action.refresh_from_db()
    assert action.due_on == date(2027, 2, 28)
    assert action.entries.get().changes == [["due by", "", "28 February 2027"]]


@pytest.mark.parametrize(
    "wrong",
    [
        {"due_kind": DueKind.EVENT, "event": None},
        {"due_kind": DueKind.DATE, "due_on": None},
        {"state": ActionState.DONE},
        {"done_on": TODAY},
        {"cost": Decimal(-1)},
    ],
    ids=["event", "date", "done-without-day", "day-without-done", "negative"],
)
def test_the_database_refuses_what_cannot_be(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ActionFactory(**wrong)


def test_overdue_says_the_same_of_a_row_and_of_a_query():
    made = [
        ActionFactory(due_on=date(2026, 10, 11)),
        ActionFactory(due_on=TODAY),
        ActionFactory(undated=True),
        ActionFactory(due_on=date(2026, 10, 11), state=ActionState.DONE, done_on=TODAY),
        ActionFactory(due_on=date(2026, 10, 11), state=ActionState.STOPPED),
    ]

    overdue = set(Action.objects.overdue(on=TODAY))

    assert overdue == {each for each in made if each.is_overdue(on=TODAY)} == {made[0]}


def test_an_entry_is_never_changed(officer):
    action = add_action(ActionFactory.build(owner=None), by=officer, at=AT)
    entry = action.entries.get()
    entry.note = "Another"

    with pytest.raises(HistoryFixedError):
        entry.save()
