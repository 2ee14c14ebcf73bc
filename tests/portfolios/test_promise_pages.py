"""The ledger, one promise and what is done with it, as people meet them."""

from datetime import date

import pytest
from django.test import Client

from portfolios.choices import DueKind, Fate
from portfolios.models import Promise
from portfolios.operations.promises import settle_promise
from tests.conventions import scene
from tests.factories import BodyFactory, MeetingFactory, PostFactory, TenureFactory
from tests.factories.promises import AwaitedEventFactory, PromiseFactory
from tests.performance import lives
from tests.performance.views.pages import boxes, words

LEDGER = "/meetings/promises/"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(scene.TODAY)


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


def listed(client, query=""):
    return [row.what for row in client.get(LEDGER + query).context["list"].table.records()]


@pytest.fixture
def owned(officer):
    """A promise of the post that the officer holds."""
    return PromiseFactory(what="Report on bins", owner=officer.person.tenures.get().post)


@pytest.mark.shows("F88", "L12", "X-02")
def test_the_ledger_shows_owner_words_meaning_agenda_and_fate(member):
    post, cabinet = PostFactory(title="Head of Waste"), BodyFactory(name="Cabinet")
    TenureFactory(post=post, person__name="Ashby")
    MeetingFactory(body=cabinet, held_on=date(2026, 11, 10))
    PromiseFactory(
        what="Report on bins",
        owner=post,
        to_body=cabinet,
        due_as_written="the November committee",
        due_on=date(2026, 11, 30),
    )

    page = words(client_of(member).get(LEDGER))

    for said in ("Report on bins", "Head of Waste Ashby", "“the November committee” 30 November 2026"):
        assert said in page
    assert "Cabinet, 10 November 2026" in page
    assert "1 promise is still owed. 0 overdue, 0 undated." in page


@pytest.mark.shows("F88", "L21", "S2-31")
@pytest.mark.parametrize(
    "query, found",
    [
        pytest.param("?when=overdue", ["Late"], id="overdue"),
        pytest.param("?when=undated", ["Undated"], id="undated"),
        pytest.param("?when=next", ["Coming"], id="next-meeting"),
        pytest.param("?when=untouched", ["Coming", "Undated"], id="never-heard-of"),
        pytest.param("?when=outstanding", ["Late", "Coming", "Undated"], id="outstanding"),
        pytest.param("?owner=none", ["Undated"], id="no-owner"),
        pytest.param("?fate=kept", ["Kept"], id="fate"),
        pytest.param("?whose=mine", ["Late"], id="mine"),
        pytest.param("?search=und", ["Undated"], id="search"),
        pytest.param("?owner=999999", [], id="not-offered"),
    ],
)
def test_the_ledger_is_filtered(officer, query, found):
    own, body = officer.person.tenures.get().post, BodyFactory()
    MeetingFactory(body=body, held_on=date(2026, 10, 20))
    late = PromiseFactory(what="Late", owner=own, due_on=date(2026, 10, 1))
    settle_promise(late, expected=1, fate=Fate.PART_KEPT, note="Half", by=officer, at=lives.AT)
    PromiseFactory(what="Coming", to_body=body, due_on=date(2026, 10, 30))
    PromiseFactory(what="Undated", undated=True, owner=None)
    PromiseFactory(what="Kept", fate=Fate.KEPT, due_on=date(2026, 12, 31))

    assert listed(client_of(officer), query) == found


@pytest.mark.shows("S3-15", "S3-23")
def test_a_promise_says_what_it_waits_for_and_that_nobody_owns_it(member):
    event = AwaitedEventFactory(name="The contract starts", expected_as_written="New Year")
    promise = PromiseFactory(
        owner=None,
        due_kind=DueKind.EVENT,
        due_on=None,
        event=event,
        months_after=6,
        as_written="6 months into",
    )

    page = words(client_of(member).get(promise.get_absolute_url()))

    for said in (
        "No post owns it, so nobody is asked for it.",
        "Waits for “The contract starts”; due 6 months after it.",
        "“New Year”",
        "As written: “6 months into”",
        "Nothing has been heard of it yet.",
    ):
        assert said in page
    assert "Say what became of it" not in page


@pytest.mark.shows("F88", "S4-18")
def test_whoever_holds_the_post_says_what_became_of_it(officer, owned):
    client, url = client_of(officer), owned.get_absolute_url()
    sent = boxes(client.get(url)) | {"fate": "part_kept", "note": "It came without targets."}

    page = words(client.post(f"{url}settle/", sent, follow=True))

    assert "The promise is now “Part kept”, with your note." in page
    assert "Part kept by officer It came without targets." in page


@pytest.mark.shows("R4")
def test_whoever_comes_second_sees_both_and_what_they_typed(officer, lead_officer, owned):
    client, url = client_of(lead_officer), owned.get_absolute_url()
    sent = boxes(client.get(url)) | {"fate": "missed", "note": "My own words"}
    settle_promise(owned, expected=1, fate=Fate.PART_KEPT, note="Half of it", by=officer, at=lives.AT)

    answer = client.post(f"{url}settle/", sent)

    assert "Somebody else changed this first" in words(answer)
    assert "Half of it" in words(answer)
    kept = boxes(answer)
    assert (kept["note"], kept["version"], kept["fate"]) == ("My own words", "2", "missed")


@pytest.mark.shows("R4")
@pytest.mark.parametrize("fate", ["kept", "part_kept"])
def test_what_may_follow_is_read_only_once_it_is_known_that_nobody_was_quicker(
    officer, lead_officer, owned, fate
):
    """What may follow is another list by then, which is no fault of the one who chose from the first."""
    client, url = client_of(lead_officer), owned.get_absolute_url()
    sent = boxes(client.get(url)) | {"fate": fate, "note": "My own words"}
    settle_promise(owned, expected=1, fate=Fate.KEPT, note="It came in May", by=officer, at=lives.AT)

    answer = client.post(f"{url}settle/", sent)

    page, form = words(answer), answer.context["failed"]
    assert f"changed this first: {officer} made it “Kept”, with the note “It came in May”." in page
    assert list(form.errors) == ["__all__"]
    assert boxes(answer)["note"] == "My own words"
    assert owned.entries.count() == 1


@pytest.mark.shows("R5")
def test_a_second_click_on_what_cannot_follow_itself_is_no_mistake(officer, owned):
    client, url = client_of(officer), owned.get_absolute_url()
    sent = boxes(client.get(url)) | {"fate": "kept", "note": "It came in May"}

    for _ in range(2):
        assert client.post(f"{url}settle/", sent).status_code == 302

    assert owned.entries.count() == 1


def test_without_what_shows_it_the_page_says_so_and_keeps_the_choice(officer, owned):
    client, url = client_of(officer), owned.get_absolute_url()

    answer = client.post(f"{url}settle/", boxes(client.get(url)) | {"fate": "kept"})

    assert "Enter what shows it" in words(answer)
    assert boxes(answer)["fate"] == "kept"
    assert not owned.entries.exists()


@pytest.mark.shows("S2")
def test_somebody_elses_promise_cannot_be_settled(other_officer, member, owned):
    url = f"{owned.get_absolute_url()}settle/"

    assert client_of(other_officer).post(url, {}).status_code == 404
    assert client_of(member).post(url, {}).status_code == 403


@pytest.mark.shows("S3-15")
def test_once_the_event_has_happened_every_promise_has_its_day(administrator):
    event = AwaitedEventFactory(name="The contract starts")
    waiting = {"due_kind": DueKind.EVENT, "due_on": None, "event": event, "months_after": 6}
    promise, other = PromiseFactory(**waiting), PromiseFactory(**waiting)
    client, url = client_of(administrator), promise.get_absolute_url()

    early = client.post(f"{url}happened/", {"version": "1", "happened_on": "1 December 2026"})
    page = words(
        client.post(f"{url}happened/", {"version": "1", "happened_on": "31 August 2026"}, follow=True)
    )

    assert "That day is still to come" in words(early)
    assert "2 promises have their days now." in page
    assert "28 February 2027" in page
    other.refresh_from_db()
    assert other.due_on == date(2027, 2, 28)


@pytest.mark.shows("L12")
def test_the_dashboard_says_what_was_promised(member):
    PromiseFactory(what="Report on bins", due_on=date(2026, 10, 1))

    page = words(client_of(member).get("/performance/"))

    assert "Overdue Report on bins due 1 October 2026" in page


def test_my_work_says_what_waits(officer, owned):
    Promise.objects.filter(pk=owned.pk).update(due_on=date(2026, 10, 1))

    assert "1 promise of your services is overdue" in words(client_of(officer).get("/performance/returns/"))
