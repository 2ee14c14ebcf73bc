"""The life of a promise: made once, settled with what shows it, dated by what it waited for."""

import uuid
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from council.audit import Conflict
from council.models import HistoryFixedError
from portfolios.choices import DueKind, Fate, PromiseVerb
from portfolios.models import AwaitedEvent, Promise, PromiseEntry
from portfolios.operations.promises import (
    NotAllowedYet,
    event_happened,
    keep_event,
    make_promise,
    settle_promise,
)
from tests.factories import PostFactory
from tests.factories.promises import AwaitedEventFactory, PromiseFactory

AT = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)
STARTED = date(2026, 8, 31)

pytestmark = pytest.mark.django_db


def waiting(event, months=6, **more):
    return PromiseFactory(due_kind=DueKind.EVENT, due_on=None, event=event, months_after=months, **more)


def settle(promise, fate=Fate.KEPT, *, by, expected=1, note="The report was brought."):
    return settle_promise(promise, expected=expected, fate=fate, note=note, by=by, at=AT)


@pytest.mark.shows("F88", "X-03", "S0-15")
def test_a_promise_without_a_date_is_kept_all_the_same(administrator):
    new = Promise(verb=PromiseVerb.REPORT_BACK, what="Report the final inspection to the Cabinet")

    made = make_promise(new, by=administrator, why="Minute 12")

    assert Promise.objects.outstanding().undated().get() == made
    assert (made.history.get().history_user, made.history.get().history_change_reason) == (
        administrator,
        "Minute 12",
    )


@pytest.mark.shows("R5")
def test_the_same_form_sent_twice_makes_one_promise_and_one_event(administrator):
    key, post = uuid.uuid4(), PostFactory()
    made = [
        make_promise(
            Promise(verb="bring", what="A review", owner=post, sent_as=key),
            waits_for="The contract starts",
            by=administrator,
        )
        for _ in range(2)
    ]

    assert made[0] == made[1]
    assert (Promise.objects.count(), AwaitedEvent.objects.count()) == (1, 1)
    assert made[0].due_kind == DueKind.EVENT


@pytest.mark.shows("R5")
@pytest.mark.parametrize("waits_for", ["", "The contract starts"])
def test_other_words_from_the_same_page_are_another_promise(administrator, waits_for):
    key = uuid.uuid4()
    for what in ("A review", "Another review", "Another review"):
        event = AwaitedEvent.objects.filter(name=waits_for).first()
        kind = {"event": event, "due_kind": DueKind.EVENT} if event else {}
        new = Promise(verb="bring", what=what, sent_as=key, **kind)
        make_promise(new, waits_for="" if event else waits_for, by=administrator)

    assert sorted(Promise.objects.values_list("what", flat=True)) == ["A review", "Another review"]


@pytest.mark.shows("R5")
def test_a_new_event_sent_again_once_it_is_in_the_list_makes_one_promise(administrator):
    key = uuid.uuid4()
    said = {"verb": "bring", "what": "A review", "sent_as": key}
    first = make_promise(Promise(**said), waits_for="The contract starts", by=administrator)
    event = AwaitedEvent.objects.get()

    assert make_promise(Promise(**said, event=event, due_kind=DueKind.EVENT), by=administrator) == first


def test_a_promise_that_is_not_fit_is_refused_with_its_event(administrator):
    with pytest.raises(ValidationError):
        make_promise(Promise(verb="bring", what=""), waits_for="The contract starts", by=administrator)

    assert not AwaitedEvent.objects.exists()


@pytest.mark.shows("F88", "S4-18", "L12")
def test_what_became_of_it_is_kept_with_what_shows_it(officer):
    promise = PromiseFactory()

    settle(promise, Fate.PART_KEPT, by=officer, note="It came without targets.")
    settle(promise, Fate.KEPT, by=officer, expected=2)

    promise.refresh_from_db()
    assert promise.fate == Fate.KEPT
    assert [(each.number, each.fate, each.note) for each in promise.entries.all()] == [
        (2, "kept", "The report was brought."),
        (1, "part_kept", "It came without targets."),
    ]


@pytest.mark.shows("R5")
def test_a_second_click_makes_one_entry(officer):
    promise = PromiseFactory()

    for _ in range(2):
        settle(promise, by=officer)

    assert promise.entries.count() == 1


@pytest.mark.shows("R4")
def test_the_second_of_two_people_is_told_and_nothing_is_written(officer, administrator):
    promise = PromiseFactory()
    settle(promise, by=officer)

    with pytest.raises(Conflict), transaction.atomic():
        settle(promise, Fate.MISSED, by=administrator)

    assert promise.entries.count() == 1


def test_what_may_not_follow_is_refused_in_a_sentence_and_nothing_is_written(officer):
    promise = PromiseFactory(fate=Fate.KEPT)

    with pytest.raises(NotAllowedYet, match="This promise is “Kept”, so it cannot become “Missed”"):
        settle(promise, Fate.MISSED, by=officer)

    promise.refresh_from_db()
    assert (promise.version, promise.entries.count()) == (1, 0)


def test_without_what_shows_it_nothing_is_written(officer):
    promise = PromiseFactory()

    with pytest.raises(ValidationError):
        settle(promise, by=officer, note="")

    promise.refresh_from_db()
    assert (promise.fate, promise.version) == (Fate.OPEN, 1)


def test_an_entry_is_never_changed_and_never_removed(officer):
    entry = settle(PromiseFactory(), by=officer).entries.get()

    for change in (entry.save, entry.delete, PromiseEntry.objects.all().delete):
        with pytest.raises(HistoryFixedError):
            change()


@pytest.mark.shows("S3-15", "F88")
def test_what_happens_gives_each_promise_that_waits_its_day(administrator):
    event = AwaitedEventFactory(name="The contract starts")
    review, other = waiting(event), waiting(event, months=None)
    settled, elsewhere = waiting(event, fate=Fate.RELEASED), waiting(AwaitedEventFactory())

    dated = event_happened(event, expected=1, happened_on=STARTED, by=administrator, at=AT)

    assert {each.pk for each in dated} == {review.pk, other.pk}
    days = dict(Promise.objects.values_list("pk", "due_on"))
    assert days == {review.pk: date(2027, 2, 28), other.pk: STARTED, settled.pk: None, elsewhere.pk: None}


def test_a_day_still_to_come_is_refused(administrator):
    event = AwaitedEventFactory()

    with pytest.raises(ValidationError, match="still to come"):
        event_happened(event, expected=1, happened_on=date(2026, 10, 13), by=administrator, at=AT)


def test_a_day_entered_by_mistake_is_taken_back_from_each_promise(administrator):
    event = AwaitedEventFactory()
    promise = waiting(event)
    event_happened(event, expected=1, happened_on=STARTED, by=administrator, at=AT)

    event.happened_on = None
    keep_event(event, expected=2, by=administrator, at=AT, why="It was another contract")

    promise.refresh_from_db()
    assert promise.due_on is None


@pytest.mark.shows("R4")
def test_nothing_is_dated_when_somebody_saved_the_event_first(administrator):
    event = AwaitedEventFactory(version=2)
    promise = waiting(event)

    with pytest.raises(Conflict):
        event_happened(event, expected=1, happened_on=STARTED, by=administrator, at=AT)

    promise.refresh_from_db()
    assert promise.due_on is None


@pytest.mark.shows("S3-15")
def test_days_after_an_event_are_counted_with_its_months(officer):
    event = AwaitedEventFactory()
    promise = waiting(event, months=1, days_after=14)

    event_happened(event, expected=event.version, happened_on=date(2026, 6, 1), by=officer, at=AT)

    promise.refresh_from_db()
    assert promise.due_on == date(2026, 7, 15)
