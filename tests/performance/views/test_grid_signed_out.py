"""A session that ends while a grid is filled: what was typed comes back, to whoever typed it and to nobody else."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from council import signed_out
from performance.models import Return
from tests.factories import UserFactory
from tests.performance import lives
from tests.performance.views.pages import boxes, words

pytestmark = pytest.mark.shows("C42")
WORDS = "Two vehicles were off the road."


@pytest.fixture
def indicator(service):
    return lives.measured(service, title="Household waste recycled")


@pytest.fixture
def url(service, period):
    return f"/performance/returns/grid/{service.pk}/{period.pk}/"


@pytest.fixture
def typed(browser_of, officer, indicator, url):
    """What the officer's page would send, with something typed into it."""
    said = {f"i{indicator.pk}-as_written": "47", f"i{indicator.pk}-comment": WORDS}
    return boxes(browser_of(officer).get(url)) | said


@pytest.fixture
def stranger():
    return Client()


def test_it_leads_to_the_sign_in_page_which_says_that_nothing_is_lost(stranger, typed, url):
    answer = stranger.post(url, typed | {"submit": "yes"}, follow=True)

    assert answer.redirect_chain == [(f"/sign-in/?next={url}", 302)]
    assert "what you typed comes back" in words(answer)
    assert not Return.objects.exists()


def test_after_signing_in_it_is_in_the_boxes_and_saved_by_the_next_save(
    stranger, officer, indicator, typed, url
):
    stranger.post(url, typed)
    stranger.force_login(officer)

    page = stranger.get(url)
    assert "Not saved yet: you were signed out." in words(page)
    assert boxes(page)[f"i{indicator.pk}-as_written"] == "47"
    assert boxes(page)[f"i{indicator.pk}-comment"] == WORDS
    assert not Return.objects.exists()

    stranger.post(url, boxes(page))
    assert Return.objects.get().latest.comment == WORDS
    assert "you were signed out" not in words(stranger.get(url))


def test_it_can_be_left_out(stranger, officer, indicator, typed, url):
    stranger.post(url, typed)
    stranger.force_login(officer)

    answer = stranger.post(url, boxes(stranger.get(url)) | {"discard": "yes"}, follow=True)

    assert boxes(answer)[f"i{indicator.pk}-comment"] == ""
    assert not Return.objects.exists()


def test_somebody_else_who_signs_in_sees_nothing_of_it(stranger, lead_officer, indicator, typed, url):
    stranger.post(url, typed)
    stranger.force_login(lead_officer)

    assert WORDS not in stranger.get(url).content.decode()


def test_a_page_whose_token_is_of_the_last_session_loses_nothing_either(officer, indicator, typed, url):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(officer)

    answer = browser.post(url, typed, follow=True)

    assert answer.redirect_chain == [(url, 302)]
    assert "Not saved yet" in words(answer)
    assert boxes(answer)[f"i{indicator.pk}-comment"] == WORDS


def test_a_token_that_is_wrong_in_anothers_session_keeps_nothing(lead_officer, typed, url):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(lead_officer)

    assert browser.post(url, typed).status_code == 403
    assert signed_out._KEPT not in browser.session


@pytest.mark.parametrize("mark", ["", "made up", "W10:1:x"])
def test_without_a_mark_of_ours_nothing_is_kept(mark, stranger, typed, url):
    stranger.post(url, typed | {signed_out.FIELD: mark})

    assert not any(signed_out._KEPT in each.get_decoded() for each in Session.objects.all())


def test_what_is_too_long_is_not_kept(stranger, typed, url):
    stranger.post(url, typed | {"more": "x" * signed_out._MOST_CHARACTERS})

    assert not any(signed_out._KEPT in each.get_decoded() for each in Session.objects.all())


def test_a_row_that_was_handed_in_meanwhile_shows_what_had_been_typed(
    stranger, officer, indicator, period, typed, url
):
    stranger.post(url, typed)
    lives.submitted(indicator, period, "85", by=UserFactory())
    stranger.force_login(officer)

    page = words(stranger.get(url))

    assert "This return is now “Submitted”, so nothing was saved here" in page
    assert f"You had typed: 47, “{WORDS}”" in page


@pytest.mark.parametrize("address", ["", "another"])
def test_it_is_offered_on_its_own_page_only(address, stranger, officer, service, typed, url):
    stranger.post(url, typed)
    stranger.force_login(officer)
    other = url if not address else f"/performance/returns/grid/{service.pk}/{lives.quarter(1).pk}/"

    assert ("Not saved yet" in words(stranger.get(other))) == (not address)
