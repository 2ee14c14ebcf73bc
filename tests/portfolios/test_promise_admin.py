"""Promises in the register."""

import datetime

import pytest

from portfolios.models import Promise
from tests.council.admin.filled import problems, save
from tests.factories.promises import AwaitedEventFactory, PromiseFactory

ADD = "/admin/portfolios/promise/add/"


@pytest.fixture
def keeper(client, administrator):
    """A browser in which the administrator is signed in."""
    client.force_login(administrator)
    return client


def address(promise):
    return f"/admin/portfolios/promise/{promise.pk}/change/"


@pytest.mark.shows("F88", "X-02", "F13")
def test_a_promise_is_entered_with_its_words_read(keeper):
    save(keeper, ADD, verb="bring", what="The plan", made_on="9 May 2026", due_as_written="June committee")

    row = Promise.objects.get()
    assert (row.due_kind, row.due_on) == ("meeting", datetime.date(2026, 6, 30))
    assert "read as the first after the promise" in keeper.get(address(row)).content.decode()


@pytest.mark.shows("X-02")
def test_other_words_are_read_anew_and_an_agreed_day_stays(keeper):
    read = PromiseFactory(due_as_written="Spring 27", due_on=datetime.date(2027, 5, 31))
    agreed = PromiseFactory(due_as_written="Spring 27", due_on=datetime.date(2027, 3, 31))

    for row in (read, agreed):
        save(keeper, address(row), due_as_written="Summer 27", why="The chair asked")

    read.refresh_from_db()
    agreed.refresh_from_db()
    assert (read.due_on, agreed.due_on) == (datetime.date(2027, 8, 31), datetime.date(2027, 3, 31))


@pytest.mark.shows("S3-15")
def test_what_waits_for_an_event_must_name_it(keeper):
    answer = save(keeper, ADD, verb="bring", what="A review", due_as_written="contract start + 6 months")
    event = AwaitedEventFactory(happened_on=datetime.date(2026, 8, 31))

    save(
        keeper, ADD, verb="bring", what="A review", due_as_written="contract start + 6 months", event=event.pk
    )

    assert list(problems(answer)) == ["event"]
    row = Promise.objects.get()
    assert (row.due_kind, row.months_after, row.due_on) == ("event", 6, datetime.date(2027, 2, 28))


def test_the_day_of_the_event_given_in_the_register_dates_the_promise(keeper):
    event = AwaitedEventFactory()
    promise = PromiseFactory(due_kind="event", due_on=None, event=event, months_after=6)

    save(
        keeper,
        f"/admin/portfolios/awaitedevent/{event.pk}/change/",
        happened_on="31 August 2026",
        why="It began",
    )

    promise.refresh_from_db()
    assert promise.due_on == datetime.date(2027, 2, 28)


def test_the_fate_cannot_be_typed(keeper):
    promise = PromiseFactory()

    save(keeper, address(promise), fate="kept", what="Other words", why="A slip")

    promise.refresh_from_db()
    assert (promise.fate, promise.what) == ("open", "Other words")


@pytest.mark.shows("X-02")
def test_a_time_before_the_promise_is_said_when_it_is_saved(keeper):
    save(keeper, ADD, verb="bring", what="The plan", made_on="9 May 2026", due_as_written="January 2020")

    assert "That is before the promise was made, on 9 May 2026." in keeper.get(ADD).content.decode()


def test_what_is_to_be_promised_later_is_no_promise_yet(keeper):
    answer = save(keeper, ADD, verb="bring", what="The plan", made_on="9 May 2099")

    assert list(problems(answer)) == ["made_on"]
