"""Deciding on a set's indicators, and adopting it: nothing typed is lost, and nobody overwrites another."""

from datetime import date

import pytest

from performance.models import IndicatorSet
from tests.performance import lives
from tests.performance.sets.sets import IN, OUT, TEAM, adopted, drafted, moved
from tests.performance.views.pages import boxes, words

pytestmark = pytest.mark.django_db


def decide_url(made):
    return f"/performance/sets/{made.pk}/decide/"


def newest(made, indicator):
    return made.entries.filter(indicator=indicator).order_by("-number").first()


@pytest.mark.shows("S1-17", "F29")
def test_a_lead_officer_decides_on_each_indicator_in_one_table(lead, body, bins, calls):
    made = drafted(body, {bins: IN})
    sent = boxes(lead.get(decide_url(made))) | {
        f"i{calls.pk}-level": TEAM,
        f"i{calls.pk}-reason": "Too few",
        f"i{calls.pk}-consulted": "Ward members",
        f"i{calls.pk}-consulted_on": "3 March 2026",
    }

    answer = lead.post(decide_url(made), sent, follow=True)

    assert "1 indicator saved. Nothing is missing: the set can be adopted." in words(answer)
    entry = newest(made, calls)
    assert (entry.level, entry.reason, entry.consulted) == (TEAM, "Too few", "Ward members")
    assert entry.consulted_on == date(2026, 3, 3)
    assert made.entries.filter(indicator=bins).count() == 1


def test_what_was_not_touched_makes_no_entry(lead, body, bins):
    made = drafted(body, {bins: IN})

    answer = lead.post(decide_url(made), boxes(lead.get(decide_url(made))), follow=True)

    assert "Nothing was changed." in words(answer)
    assert made.entries.count() == 1


def test_a_mistake_in_one_row_keeps_every_word_of_all(lead, body, bins, calls):
    made = drafted(body, {bins: IN, calls: IN})
    sent = boxes(lead.get(decide_url(made))) | {
        f"i{bins.pk}-level": TEAM,
        f"i{bins.pk}-reason": "The team watches it",
        f"i{calls.pk}-consulted_on": "some day",
    }

    answer = lead.post(decide_url(made), sent)

    kept = boxes(answer)
    assert kept[f"i{bins.pk}-reason"] == "The team watches it"
    assert kept[f"i{calls.pk}-consulted_on"] == "some day"
    assert made.entries.count() == 2


def test_words_without_a_level_ask_for_one(lead, body, bins, calls):
    made = drafted(body, {bins: IN})
    sent = boxes(lead.get(decide_url(made))) | {f"i{calls.pk}-reason": "Why not"}

    assert "Choose a level beside what you wrote" in words(lead.post(decide_url(made), sent))


def test_a_decision_cannot_be_taken_back_only_followed(lead, body, bins):
    made = drafted(body, {bins: IN})
    sent = boxes(lead.get(decide_url(made))) | {f"i{bins.pk}-level": ""}

    assert "A decision cannot be taken back, only followed" in words(lead.post(decide_url(made), sent))


def test_the_second_to_decide_sees_the_first_and_loses_nothing(lead, body, bins):
    made = drafted(body, {bins: IN})
    sent = boxes(lead.get(decide_url(made))) | {f"i{bins.pk}-level": OUT, f"i{bins.pk}-reason": "Nobody asks"}
    moved(made, {bins: TEAM}, reason="The team needs it")

    answer = lead.post(decide_url(made), sent)

    assert "chose “Team only” because “The team needs it” meanwhile." in words(answer)
    assert newest(made, bins).level == TEAM
    lead.post(decide_url(made), boxes(answer))
    assert (newest(made, bins).level, newest(made, bins).reason) == (OUT, "Nobody asks")


def test_an_adopted_set_asks_why_it_is_changed(lead, body, bins, calls):
    made = adopted(body, {bins: IN, calls: IN})
    sent = boxes(lead.get(decide_url(made))) | {f"i{bins.pk}-level": TEAM}

    assert "Say why: this set is adopted" in words(lead.post(decide_url(made), sent))
    assert made.entries.count() == 2


def test_what_was_typed_comes_back_after_signing_in_again(lead, body, bins):
    made = drafted(body, {bins: IN})
    sent = boxes(lead.get(decide_url(made))) | {
        f"i{bins.pk}-level": TEAM,
        f"i{bins.pk}-reason": "Long thought",
    }
    lead.logout()
    lead.post(decide_url(made), sent)
    lead.force_login(lives.somebody("lead"))

    answer = lead.get(decide_url(made))

    assert boxes(answer)[f"i{bins.pk}-reason"] == "Long thought"
    assert "Not saved yet: you were signed out." in words(answer)


@pytest.mark.shows("S1-13", "F29")
def test_a_set_is_drafted_decided_and_adopted(lead, body, bins, calls):
    adopted(body, {bins: IN, calls: IN}, year=2025)
    lead.post(
        "/performance/sets/new/",
        {"body": body.pk, "year": "2026/27", "first_quarter": "1", "consulted": "The steering group"},
    )
    made = IndicatorSet.objects.get(year=2026)
    moved(made, {calls: TEAM})
    adopt_url = f"/performance/sets/{made.pk}/adopt/"

    page = lead.get(adopt_url)
    assert "Calls leaves the members' report: say why." in words(page).replace("&#x27;", "'")
    refused = lead.post(adopt_url, boxes(page) | {"adopted_on": "20 May 2026"})
    assert not IndicatorSet.objects.get(pk=made.pk).is_adopted
    moved(made, {calls: TEAM}, reason="Too small to say anything")
    lead.post(adopt_url, boxes(lead.get(adopt_url)) | {"adopted_on": "20 May 2026"})

    assert refused.status_code == 200
    assert IndicatorSet.objects.get(pk=made.pk).adopted_on == date(2026, 5, 20)


def test_a_set_is_not_adopted_on_a_day_to_come(lead, body, bins):
    made = drafted(body, {bins: IN})
    url = f"/performance/sets/{made.pk}/adopt/"

    answer = lead.post(url, boxes(lead.get(url)) | {"adopted_on": "20 May 2030"})

    assert "That day is still to come" in words(answer)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"consulted_on": "1 January 2031"}, "Enter it once they were consulted"),
        ({"year": "2062/63"}, "2062/63 is too far ahead. Enter a year up to 2027/28"),
    ],
)
def test_a_draft_of_what_is_still_to_come_is_refused_and_kept(lead, body, typed, said):
    sent = {"body": body.pk, "year": "2026/27", "first_quarter": "1", "consulted": "All members"} | typed

    answer = lead.post("/performance/sets/new/", sent)

    assert said in words(answer)
    assert boxes(answer)["consulted"] == "All members"
    assert not IndicatorSet.objects.exists()


def test_nobody_was_consulted_on_an_indicator_on_a_day_still_to_come(lead, body, bins):
    made = drafted(body, {bins: IN})
    sent = boxes(lead.get(decide_url(made))) | {f"i{bins.pk}-consulted_on": "1 January 2031"}

    assert "Enter it once they were consulted" in words(lead.post(decide_url(made), sent))
    assert newest(made, bins).consulted_on is None


def test_a_second_draft_for_a_year_is_refused_in_words(lead, body, bins):
    drafted(body, {bins: IN})

    answer = lead.post("/performance/sets/new/", {"body": body.pk, "year": "2026/27", "first_quarter": "1"})

    assert "already has an indicator set for that year" in words(answer)
