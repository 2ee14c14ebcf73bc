"""A member challenges a rating, the lead officer answers, and both stay beside the figure."""

import pytest

from council.rag import Rag
from performance.models import Challenge
from performance.operations.returns import override_rating, reopen, sign_off
from tests.factories import ServiceFactory
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
    page = client.get(f"{url}challenge/")
    client.post(f"{url}challenge/", {**boxes(page), "doubt": DOUBT})
    return Challenge.objects.get()


@pytest.mark.shows("F38")
def test_a_challenge_stands_beside_the_figure_for_everybody(doubted, browser_of, officer, url, row):
    page = words(browser_of(officer).get(url))

    assert f"“{DOUBT}”" in page
    assert "Not answered yet" in page
    assert DOUBT in words(browser_of(officer).get(f"/performance/indicators/{row.indicator_id}/"))


@pytest.mark.shows("F38")
def test_the_lead_officer_finds_and_answers_it(doubted, browser_of, lead_officer, member, url):
    client = browser_of(lead_officer)
    assert "1 challenge by members to answer" in words(client.get("/performance/sign-off/"))
    page = client.get(f"/performance/challenges/{doubted.pk}/answer/")
    client.post(
        f"/performance/challenges/{doubted.pk}/answer/",
        {**boxes(page), "words": "It is the mean of all calls.", "outcome": "stands"},
    )

    found = words(browser_of(member).get(url))
    assert "The rating stands. Answer by" in found
    assert "It is the mean of all calls." in found
    assert "to answer" not in words(client.get("/performance/sign-off/"))


@pytest.mark.shows("F38", "R5")
def test_an_answer_without_its_outcome_is_refused_and_kept(doubted, browser_of, lead_officer):
    client = browser_of(lead_officer)
    address = f"/performance/challenges/{doubted.pk}/answer/"

    answer = client.post(address, {**boxes(client.get(address)), "words": "It is the mean."})

    assert "Choose what comes of the challenge" in words(answer)
    assert "It is the mean." in answer.content.decode()
    assert Challenge.objects.get().answer == ""


def answered(client, row, outcome):
    """The page after the lead officer says that this came of it."""
    address = f"/performance/challenges/{row.pk}/answer/"
    return client.post(
        address, {**boxes(client.get(address)), "words": "Looked at again.", "outcome": outcome}
    )


@pytest.mark.shows("F38", "R5")
@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("overridden", "The rating has not been changed since"),
        ("corrected", "The figure has not been corrected since"),
    ],
)
def test_an_outcome_that_has_not_happened_is_refused_and_kept(
    doubted, browser_of, lead_officer, outcome, said
):
    answer = answered(browser_of(lead_officer), doubted, outcome)

    assert said in words(answer)
    assert "Looked at again." in answer.content.decode()
    assert Challenge.objects.get().answered_at is None


def test_a_rating_that_was_overridden_is_said_to_be_changed(doubted, row, browser_of, lead_officer):
    correct(row, "71", by=lead_officer)
    override_rating(
        row, expected=row.version, by=lives.somebody("signs"), at=lives.AT, rating=Rag.AMBER, reason="Floods"
    )

    answered(browser_of(lead_officer), doubted, "overridden")
    assert Challenge.objects.get().outcome == "overridden"


def test_a_figure_under_correction_is_said_to_be_corrected(doubted, row, browser_of, lead_officer):
    reopen(row, expected=row.version, by=lead_officer, at=lives.AT, reason="A slip")

    answered(browser_of(lead_officer), doubted, "corrected")
    assert Challenge.objects.get().outcome == "corrected"


@pytest.mark.parametrize(("figure", "is_kept"), [("71", False), ("72", True)])
def test_a_figure_is_corrected_only_where_another_stands(
    doubted, row, browser_of, lead_officer, figure, is_kept
):
    correct(row, figure, by=lead_officer)
    sign_off(row, expected=row.version, by=lives.somebody("signs"), at=lives.AT)

    answered(browser_of(lead_officer), doubted, "corrected")
    assert (Challenge.objects.get().answered_at is not None) is is_kept


def correct(row, figure, *, by):
    """Reopens the return and submits this figure."""
    reopen(row, expected=row.version, by=by, at=lives.AT, reason="A slip")
    lives.submitted(row.indicator, row.period, figure, by=by, expected=row.version)
    row.refresh_from_db()


def test_a_challenge_changes_no_rating(doubted, row):
    assert lives.fresh(row).standing.rating == lives.fresh(row).standing.rule_rating == "red"


@pytest.mark.shows("R5", "C4")
def test_the_same_doubt_sent_twice_is_one_challenge(doubted, browser_of, member, url):
    client = browser_of(member)
    client.post(f"{url}challenge/", {**boxes(client.get(f"{url}challenge/")), "doubt": DOUBT})

    assert Challenge.objects.count() == 1


def test_a_second_doubt_waits_until_the_first_is_answered(doubted, browser_of, member, url):
    client = browser_of(member)
    answer = client.post(
        f"{url}challenge/", {**boxes(client.get(f"{url}challenge/")), "doubt": "And another."}
    )

    assert "still waits for its answer" in words(answer)
    assert "And another." in answer.content.decode()


@pytest.mark.shows("C6")
def test_a_doubt_about_a_figure_that_moved_on_is_asked_again(row, browser_of, member, lead_officer, url):
    client = browser_of(member)
    sent = {**boxes(client.get(f"{url}challenge/")), "doubt": DOUBT}
    reopen(row, expected=row.version, by=lead_officer, at=lives.AT, reason="A slip")

    answer = client.post(f"{url}challenge/", sent)
    assert "changed while you were writing" in words(answer)
    assert Challenge.objects.count() == 0

    client.post(f"{url}challenge/", boxes(answer))
    assert Challenge.objects.get().doubt == DOUBT


def test_two_answers_at_once_keep_the_first(doubted, browser_of, lead_officer):
    client = browser_of(lead_officer)
    address = f"/performance/challenges/{doubted.pk}/answer/"
    sent = boxes(client.get(address))
    client.post(address, {**sent, "words": "First.", "outcome": "stands"})

    answer = client.post(address, {**sent, "words": "Second.", "outcome": "corrected"})

    assert "This was answered meanwhile" in words(answer)
    assert "Second." in answer.content.decode()
    assert Challenge.objects.get().answer == "First."


@pytest.mark.parametrize("sent", ["", "   ", "x" * 2001, "a\0b"])
def test_a_bad_doubt_is_refused_beside_its_box(row, browser_of, member, url, sent):
    client = browser_of(member)
    answer = client.post(f"{url}challenge/", {**boxes(client.get(f"{url}challenge/")), "doubt": sent})

    assert answer.status_code == 200
    assert "There is a problem" in words(answer)
    assert Challenge.objects.count() == 0


def test_what_is_not_signed_off_cannot_be_challenged(service, period, browser_of, member, officer):
    row = lives.submitted(lives.measured(service), period, "71", by=officer)
    url = f"/performance/returns/{row.indicator_id}/{row.period_id}/challenge/"

    assert browser_of(member).get(url).status_code == 404


@pytest.mark.shows("S2")
def test_the_lead_officer_of_another_service_does_not_answer(doubted, browser_of, lead_officer):
    ours = doubted.revision.indicator_return.indicator
    ours.service = ServiceFactory(name="Elsewhere")
    ours.save()

    assert browser_of(lead_officer).get(f"/performance/challenges/{doubted.pk}/answer/").status_code == 404
