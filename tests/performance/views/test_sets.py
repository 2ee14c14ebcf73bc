"""The pages of indicator sets: deciding loses nothing, what changed says how the others do anyway."""

from datetime import date

import pytest

from council.access import Role
from performance.models import Indicator, IndicatorSet
from tests.factories import BodyFactory, CycleFactory, ResponsibilityFactory, ServiceFactory
from tests.performance import lives
from tests.performance.sets.sets import IN, OUT, TEAM, adopted, drafted, moved
from tests.performance.views.pages import boxes, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return BodyFactory(name="Prosperity Committee")


@pytest.fixture
def service(body):
    service = ServiceFactory(name="Waste")
    ResponsibilityFactory(service=service, portfolio=None, body=body, aspect="policy")
    return service


@pytest.fixture
def bins(service):
    return lives.measured(service, title="Missed bins")


@pytest.fixture
def calls(service):
    return lives.measured(service, title="Calls")


@pytest.fixture
def lead(browser_of):
    return browser_of(lives.somebody("lead"))


@pytest.fixture
def member(browser_of):
    return browser_of(lives.somebody("member", Role.MEMBER))


@pytest.fixture
def admin(browser_of):
    return browser_of(lives.somebody("admin", Role.ADMINISTRATOR))


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


def test_a_second_draft_for_a_year_is_refused_in_words(lead, body, bins):
    drafted(body, {bins: IN})

    answer = lead.post("/performance/sets/new/", {"body": body.pk, "year": "2026/27", "first_quarter": "1"})

    assert "already has an indicator set for that year" in words(answer)


@pytest.mark.shows("L11", "S1-13", "S1-14")
def test_what_changed_says_why_who_was_asked_and_the_newest_value_anyway(member, body, bins, calls):
    lives.signed_off(calls, lives.quarter(1), "75")
    adopted(body, {bins: IN, calls: IN}, year=2025)
    made = adopted(body, {calls: TEAM}, reason="Too small", consulted="The steering group")

    said = words(member.get(f"/performance/sets/{made.pk}/changes/"))

    assert "1 left the members' report" in said.replace("&#x27;", "'")
    for each in ("Too small", "The steering group", "75%", "Amber", "Quarter 1 2026/27"):
        assert each in said


@pytest.mark.shows("L11")
def test_what_changed_downloads_with_everything_in_columns(member, body, bins, calls):
    adopted(body, {bins: IN, calls: IN}, year=2025)
    made = adopted(body, {calls: TEAM}, reason="Too small", consulted="The steering group")

    answer = member.get(f"/performance/sets/{made.pk}/changes/?export=csv")

    file = b"".join(answer).decode("utf-8-sig")
    assert "What happened" in file
    assert "The steering group" in file
    assert "Team only" in file


def test_a_first_set_has_nothing_to_be_compared_with(member, body, bins):
    made = adopted(body, {bins: IN})

    assert "first set" in words(member.get(f"/performance/sets/{made.pk}/changes/"))


@pytest.mark.shows("S1-17")
def test_a_dashboard_shows_only_what_the_body_is_told_of(member, body, bins, calls):
    lives.signed_off(bins, lives.quarter(2), "85")
    lives.signed_off(calls, lives.quarter(2), "20")
    adopted(body, {bins: IN, calls: TEAM})

    all_of_it = words(member.get("/performance/"))
    told = words(member.get(f"/performance/?body={body.pk}"))

    assert "1 of 2 on target" in all_of_it
    assert "1 of 1 on target" in told


def test_a_body_without_a_set_hides_nothing(member, bins, calls):
    body = BodyFactory()

    dashboard = words(member.get(f"/performance/?body={body.pk}"))
    listed = words(member.get(f"/performance/indicators/?body={body.pk}"))

    assert "so every indicator is shown" in dashboard
    assert "2 indicators" in listed
    assert "this body has no indicator set for the quarter" in listed


@pytest.mark.shows("F30", "S1-14")
def test_a_dropped_indicator_stays_in_lists_and_with_its_team(member, body, bins, calls):
    adopted(body, {bins: IN, calls: TEAM})

    everything = words(member.get("/performance/indicators/"))
    told = words(member.get(f"/performance/indicators/?body={body.pk}"))

    assert "Calls kept by the team" in everything
    assert "Calls" not in told
    assert "kept by the team" in words(member.get(f"/performance/indicators/{calls.pk}/"))
    assert "Prosperity Committee" in words(member.get(f"/performance/indicators/{bins.pk}/"))


def test_the_page_of_a_body_shows_what_it_is_told_of(member, body, bins, calls):
    adopted(body, {bins: IN, calls: TEAM})

    said = words(member.get(f"/portfolios/bodies/{body.pk}/"))

    assert "Missed bins" in said
    assert "Calls" not in said


def test_an_administrator_takes_over_standard_definitions_once(admin, service):
    sent = {"service": service.pk, "cycle": CycleFactory().pk, "chosen": ["SPSO 1a", "SPSO 2a"]}

    done = admin.post("/performance/sets/standard-definitions/", sent, follow=True)
    again = admin.post("/performance/sets/standard-definitions/", sent)

    assert "2 definitions are in the register now" in words(done)
    assert "Already there" in words(done)
    assert "In the register already" in words(again)
    assert Indicator.objects.filter(reference__startswith="SPSO").count() == 2


def test_ticks_stand_when_the_service_is_missing(admin):
    answer = admin.post("/performance/sets/standard-definitions/", {"chosen": ["SPSO 1a"]})

    assert b'value="SPSO 1a"' in answer.content
    assert answer.content.count(b" checked") == 1
