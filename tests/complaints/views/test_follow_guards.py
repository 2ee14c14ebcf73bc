"""What guards the page behind a secret link: limits, wrong links, mail scanners, forms without their token."""

import pytest
from django.test import Client

from complaints.models import Case
from complaints.operations.links import token_of
from complaints.rules.limits import AN_HOUR_FROM_ONE_VISIT
from tests.complaints.lives import replied
from tests.complaints.views.following import link, press
from tests.factories.complaints import case

pytestmark = pytest.mark.usefixtures("holidays")


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to("2026-10-20 12:00", tick=False)
    return time_machine


@pytest.mark.shows("S11")
def test_what_is_added_is_limited(client, db, settings):
    settings.CASES_AN_HOUR = 1
    row = case()
    codes = [press(client, row, "add", words=f"More {number}").status_code for number in range(4)]

    assert codes == [200, 200, 200, 429]
    assert AN_HOUR_FROM_ONE_VISIT["add"] > 3


@pytest.mark.shows("P3")
def test_a_wrong_link_answers_like_an_address_that_is_not_there(client, db):
    case()
    wrong = client.get(f"/tell-us/follow/{token_of('guessed')}/")
    missing = client.get("/tell-us/nothing-here/")
    posted = client.post(f"/tell-us/follow/{token_of('guessed')}/", {"step": "add", "add-words": "x"})

    assert (wrong.status_code, missing.status_code, posted.status_code) == (404, 404, 404)
    assert wrong.content == missing.content == posted.content


@pytest.mark.shows("P36")
def test_looking_confirms_nothing(client, complaints_officer, service):
    row = replied(complaints_officer, service)
    for _ in range(2):
        client.get(link(row), {"step": "stage_two"})
        client.head(link(row))

    row.refresh_from_db()
    assert (row.stage, row.version) == (1, Case.objects.get(pk=row.pk).version)


def test_a_button_without_its_token_is_refused(complaints_officer, service):
    row = replied(complaints_officer, service)
    sent = {"step": "stage_two", "stage_two-version": str(row.version)}

    assert Client(enforce_csrf_checks=True).post(link(row), sent).status_code == 403
