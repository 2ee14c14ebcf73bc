"""A flood of posts stores no more than is allowed, and hurts neither officers nor honest people."""

import datetime
import uuid

import pytest
from django.core import signing
from django.test import Client

from complaints.models import Allowance, Case
from complaints.operations.limits import take_turn
from complaints.rules.limits import AN_HOUR_FROM_ONE_VISIT, SEND, one_household
from tests.complaints.lives import at
from tests.complaints.views.telling import SAID, boxes, go_through, url

pytestmark = [pytest.mark.usefixtures("holidays"), pytest.mark.shows("S11")]


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to("2026-10-12 12:00", tick=False)
    return time_machine


def page_of(**changes):
    """What the last page carries when all is answered, of a telling of its own: as a machine would send it."""
    kept = {"began": "2026-10-12T10:00:00+00:00", "sent_as": str(uuid.uuid4()), "said": SAID, "files": []}
    return {"so_far": signing.dumps(kept | changes, salt="complaints.answers")}


def test_a_thousand_posts_store_no_more_than_one_address_may_send(db, settings):
    settings.CASES_AN_HOUR = 7
    codes = [Client().post(url("check"), page_of()).status_code for _ in range(1000)]

    assert Case.objects.count() == 7
    assert codes[:7] == [302] * 7
    assert set(codes[7:]) == {429}
    assert Allowance.objects.count() == 1


def test_one_visit_has_a_limit_of_its_own(client, settings):
    settings.CASES_AN_HOUR = 1000
    client.get(url("kind"))
    client.post(url("kind"), {"kind": "comment"} | boxes(client.get(url("kind"))))
    for _ in range(20):
        client.post(url("check"), page_of())

    assert Case.objects.count() == AN_HOUR_FROM_ONE_VISIT[SEND]


def test_the_page_says_how_else_to_tell_us_and_nothing_is_lost(client, settings, noon):
    settings.OTHER_WAYS = "Ring the bell at the Town Hall."
    settings.CASES_AN_HOUR = 1
    Client().post(url("check"), page_of())
    answer = go_through(client)
    noon.shift(datetime.timedelta(minutes=1))
    refused = client.post(url("check"), boxes(answer))

    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "3600")
    assert "Ring the bell at the Town Hall." in refused.content.decode()
    noon.shift(datetime.timedelta(hours=1))
    assert client.post(url("check"), boxes(client.get(url("check")))).status_code == 302
    assert Case.objects.count() == 2


@pytest.mark.shows("P25")
def test_a_header_that_names_another_address_changes_nothing(db, settings):
    settings.CASES_AN_HOUR = 2
    for number in range(5):
        headers = {"X-Forwarded-For": f"192.0.2.{number}"}
        Client().post(url("check"), page_of(), headers=headers)

    assert Case.objects.count() == 2


def test_another_address_may_still_send(db, settings):
    settings.CASES_AN_HOUR = 1
    for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2"):
        Client().post(url("check"), page_of(), REMOTE_ADDR=address)

    assert Case.objects.count() == 2


def test_officers_are_not_limited(officer, settings):
    settings.CASES_AN_HOUR = 1
    client = Client()
    client.force_login(officer)
    for _ in range(10):
        client.post(url("check"), page_of())

    assert Case.objects.count() == 10


def test_faster_than_anybody_reads_is_asked_to_read_and_nothing_is_lost(client, noon):
    answer = go_through(client)
    page = client.post(url("check"), boxes(answer))

    assert "That was very quick" in page.content.decode()
    assert "My bin was not emptied." in page.content.decode()
    assert not Case.objects.exists()
    noon.shift(datetime.timedelta(seconds=10))
    assert client.post(url("check"), boxes(page)).status_code == 302


def test_what_fills_in_the_box_that_nobody_sees_sends_nothing(client, noon):
    answer = go_through(client)
    noon.shift(datetime.timedelta(minutes=1))
    page = client.post(url("check"), boxes(answer) | {"website": "https://spam.example"})

    assert "Nothing is lost: send it once more" in page.content.decode()
    assert not Case.objects.exists()
    assert client.post(url("check"), boxes(page)).status_code == 302


def test_forms_begun_are_limited_so_that_no_flood_fills_the_sessions(db, settings):
    settings.CASES_AN_HOUR = 1
    codes = []
    for _ in range(12):
        stranger = Client()
        codes.append(
            stranger.post(url("kind"), {"kind": "comment"} | boxes(stranger.get(url("kind")))).status_code
        )

    assert codes == [302] * 10 + [429] * 2


def test_a_turn_is_counted_by_the_hour_and_old_rows_go(db):
    def turn(when):
        return take_turn({"address 192.0.2.1": 1}, what=SEND, at=when)

    assert [turn(at("2026-10-12")), turn(at("2026-10-12")), turn(at("2026-10-12", 11))] == [True, False, True]
    assert turn(at("2026-10-14"))
    assert Allowance.objects.count() == 1
    assert "192.0.2.1" not in str(list(Allowance.objects.values()))


@pytest.mark.parametrize(
    "address, counted",
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("", ""),
    ],
)
def test_a_household_is_one_address(address, counted):
    assert one_household(address) == counted
