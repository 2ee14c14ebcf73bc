"""Entering a promise: how its words are read is shown before anything is saved."""

from datetime import date

import pytest
from django.test import Client

from council.models import BankHoliday
from portfolios.models import AwaitedEvent, Promise
from tests.conventions import scene
from tests.factories import MeetingFactory
from tests.factories.promises import AwaitedEventFactory
from tests.performance.views.pages import boxes, words

NEW = "/meetings/promises/new/"
ENDLESS = {"new_event": "It starts", "months_after": "99999999999", "days_after": "99999999999"}


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(scene.TODAY)


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


def entered(client, **said):
    return client.post(NEW, boxes(client.get(NEW)) | {"verb": "report_back", "what": "Report on bins"} | said)


@pytest.mark.shows("F88", "X-02", "S1-10")
def test_how_the_words_are_read_is_shown_before_anything_is_saved(administrator):
    client = client_of(administrator)

    read = entered(client, made_on="9 May 2026", due_as_written="the June committee")

    assert "Taken to mean by 30 June 2026 at the latest." in words(read)
    assert not Promise.objects.exists()
    client.post(NEW, boxes(read))
    row = Promise.objects.get()
    assert (row.due_kind, row.due_on, row.due_as_written) == (
        "meeting",
        date(2026, 6, 30),
        "the June committee",
    )


def test_words_changed_after_they_were_read_are_read_again(administrator):
    client = client_of(administrator)
    read = entered(client, made_on="9 May 2026", due_as_written="the June committee")

    again = client.post(NEW, boxes(read) | {"due_as_written": "the July committee"})

    assert "31 July 2026" in words(again)
    assert not Promise.objects.exists()


@pytest.mark.shows("R5")
def test_a_second_click_makes_one_promise(administrator):
    client = client_of(administrator)
    read = boxes(entered(client, due_as_written="as and when"))

    answers = [client.post(NEW, read) for _ in range(2)]

    assert [each.status_code for each in answers] == [302, 302]
    assert Promise.objects.count() == 1


@pytest.mark.shows("S3-15")
def test_words_that_wait_for_something_ask_what_it_is(administrator):
    client = client_of(administrator)

    answer = entered(client, due_as_written="contract start + 6 months")

    assert "This waits for “contract start”. Choose what it waits for, or give a day instead" in words(answer)
    assert boxes(answer)["due_as_written"] == "contract start + 6 months"
    read = client.post(NEW, boxes(answer) | {"new_event": "The contract starts"})
    client.post(NEW, boxes(read))
    row = Promise.objects.get()
    assert (row.due_kind, row.event.name, row.months_after) == ("event", "The contract starts", 6)


@pytest.mark.parametrize(
    "said, sentence",
    [
        pytest.param({"what": ""}, "Enter what exactly", id="nothing-promised"),
        pytest.param({"verb": ""}, "Choose it was promised to", id="no-verb"),
        pytest.param({"due_on": "31 June 2026"}, "June 2026 has 30 days", id="no-such-day"),
        pytest.param(
            {"due_on": "1 May 2027", "new_event": "It starts"},
            "It waits for something, so it has no day of its own. Clear one of the two",
            id="a-day-and-an-event",
        ),
    ],
)
def test_what_is_wrong_stands_beside_its_box_and_what_was_typed_is_kept(administrator, said, sentence):
    answer = entered(client_of(administrator), as_written="My own words", **said)

    assert sentence in words(answer)
    assert boxes(answer)["as_written"] == "My own words"
    assert not AwaitedEvent.objects.exists()


def test_an_event_of_that_name_is_taken_and_not_added_twice(administrator):
    event, client = AwaitedEventFactory(name="The contract starts"), client_of(administrator)

    read = entered(client, due_as_written="contract start + 6 months", new_event="the contract STARTS")
    client.post(NEW, boxes(read))

    assert Promise.objects.get().event == event
    assert AwaitedEvent.objects.count() == 1


def test_the_meeting_gives_the_day_it_was_promised_on_and_the_agenda_the_body(administrator):
    held, due = MeetingFactory(held_on=date(2026, 5, 9)), MeetingFactory(held_on=date(2026, 12, 8))
    client = client_of(administrator)

    read = entered(client, meeting=held.pk, due_meeting=due.pk)
    client.post(NEW, boxes(read))

    row = Promise.objects.get()
    assert (row.made_on, row.to_body, row.due_on) == (date(2026, 5, 9), due.body, date(2026, 12, 8))


@pytest.mark.parametrize(
    "said, sentence",
    [
        pytest.param(ENDLESS, "Give at most 120 months", id="months-without-end"),
        pytest.param(ENDLESS, "Give at most 3660 days", id="days-without-end"),
        pytest.param(
            {"months_after": "6"},
            "These months count from something. Choose what it waits for, or clear them",
            id="months-after-nothing",
        ),
        pytest.param({"made_on": "1 June 2031"}, "so nothing was promised then yet", id="not-promised-yet"),
    ],
)
@pytest.mark.shows("X-02", "R2")
def test_a_time_that_cannot_be_is_refused_and_kept(administrator, said, sentence):
    answer = entered(client_of(administrator), **said)

    assert sentence in words(answer)
    assert {name: boxes(answer)[name] for name in said} == said
    assert not Promise.objects.exists()


@pytest.mark.shows("X-02")
def test_a_day_before_the_promise_is_shown_and_confirmed(administrator):
    client = client_of(administrator)

    read = entered(client, made_on="9 May 2026", due_as_written="January 2020")

    assert "That is before the promise was made, on 9 May 2026." in words(read)
    assert not Promise.objects.exists()
    client.post(NEW, boxes(read))
    assert Promise.objects.get().due_on == date(2020, 1, 31)


@pytest.mark.shows("X-02")
def test_working_days_skip_what_the_calendar_skips(administrator):
    BankHoliday.objects.create(date=date(2026, 5, 25), title="Spring bank holiday")

    read = entered(client_of(administrator), made_on="22 May 2026", due_as_written="10 working days")

    assert "Taken to mean by 8 June 2026 at the latest." in words(read)
