"""A challenge that is looked into waits for what came of it, and both answers stay."""

import pytest
from django.db import IntegrityError, transaction

from performance.models import Challenge
from tests.performance import lives
from tests.performance.views.pages import boxes, words

DOUBT = "Eleven minutes is not what residents tell me."


@pytest.fixture
def row(service, period):
    return lives.signed_off(lives.measured(service, title="Waste recycled"), period, "71")


@pytest.fixture
def url(row):
    return f"/performance/returns/{row.indicator_id}/{row.period_id}/"


@pytest.fixture
def doubted(browser_of, member, url):
    """A challenge as a member sends it."""
    client = browser_of(member)
    client.post(f"{url}challenge/", {**boxes(client.get(f"{url}challenge/")), "doubt": DOUBT})
    return Challenge.objects.get()


@pytest.fixture
def address(doubted):
    return f"/performance/challenges/{doubted.pk}/answer/"


@pytest.fixture
def lead(browser_of, lead_officer):
    return browser_of(lead_officer)


def say(client, address, outcome, said):
    """The page after an answer, sent from a page that was just opened."""
    return client.post(address, {**boxes(client.get(address)), "words": said, "outcome": outcome})


@pytest.fixture
def looked_into(lead, address):
    say(lead, address, "looked_into", "The calls are counted again.")


@pytest.mark.shows("F38")
def test_what_is_looked_into_gets_its_outcome_and_keeps_its_answer(
    looked_into, lead, address, browser_of, member, url
):
    assert "Its outcome is still to be said" in words(browser_of(member).get(url))

    say(lead, address, "stands", "Counted twice, the same both times.")

    page = words(browser_of(member).get(url))
    assert "It is looked into. Answer by" in page
    assert "The calls are counted again." in page
    assert "The rating stands." in page
    assert "Counted twice, the same both times." in page
    assert "still to be said" not in page


@pytest.mark.shows("F38")
def test_what_is_looked_into_goes_on_waiting_with_the_lead_officer(looked_into, lead, address):
    assert "its outcome is still to be said" in words(lead.get("/performance/sign-off/"))

    say(lead, address, "stands", "The same.")
    assert "to answer" not in words(lead.get("/performance/sign-off/"))


def test_looking_into_it_is_no_outcome_of_looking_into_it(looked_into, lead, address):
    say(lead, address, "looked_into", "Still counting.")

    assert Challenge.objects.get().concluded_at is None


@pytest.mark.shows("R5")
def test_an_outcome_that_has_not_happened_is_refused_afterwards_too(looked_into, lead, address):
    answer = say(lead, address, "corrected", "It was wrong.")

    assert "The figure has not been corrected since" in words(answer)
    assert "It was wrong." in answer.content.decode()


@pytest.mark.shows("C6")
def test_a_colleague_who_looked_into_it_meanwhile_is_shown_and_nothing_lost(lead, address, doubted):
    sent = boxes(lead.get(address))
    say(lead, address, "looked_into", "The calls are counted again.")

    answer = lead.post(address, {**sent, "words": "It is the mean.", "outcome": "stands"})
    assert "send it again to say what came of it" in words(answer)
    assert "The calls are counted again." in words(answer)
    assert "It is the mean." in answer.content.decode()

    lead.post(address, boxes(answer))
    assert Challenge.objects.get().conclusion == "It is the mean."


def test_what_is_concluded_asks_for_nothing_more(looked_into, lead, address):
    say(lead, address, "stands", "The same.")

    page = lead.get(address)
    assert "This challenge is answered" in words(page)
    assert "Send the answer" not in words(page)


@pytest.mark.shows("F38")
def test_my_work_tells_the_lead_officer_that_a_member_doubts(doubted, lead, browser_of, officer):
    assert "1 challenge by members to answer" in words(lead.get("/performance/returns/"))
    assert "challenge" not in words(browser_of(officer).get("/performance/returns/"))


@pytest.mark.shows("F38")
def test_the_page_of_the_indicator_leads_its_lead_officer_to_the_answer(
    doubted, lead, address, row, browser_of, officer
):
    page = f"/performance/indicators/{row.indicator_id}/"

    assert address in lead.get(page).content.decode()
    assert address not in browser_of(officer).get(page).content.decode()


def test_only_what_is_looked_into_can_be_concluded(doubted):
    with pytest.raises(IntegrityError), transaction.atomic():
        Challenge.objects.filter(pk=doubted.pk).update(conclusion="Done.", concluded_outcome="stands")
