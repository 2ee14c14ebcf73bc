"""What a body is told of, what changed, and how the others do anyway."""

import pytest

from tests.factories import BodyFactory
from tests.performance import lives
from tests.performance.sets.sets import IN, TEAM, adopted
from tests.performance.views.pages import words

pytestmark = pytest.mark.django_db


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
