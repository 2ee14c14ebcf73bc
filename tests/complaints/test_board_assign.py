"""Giving several cases to one officer from the board."""

import pytest

from complaints.models import Case, PersonConcerned
from complaints.operations.answering import assign, escalate
from portfolios.models import Person
from tests.complaints.lives import at, day, in_hand, replied
from tests.complaints.test_board import client_of, words
from tests.factories.complaints import case

pytestmark = pytest.mark.usefixtures("holidays")


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-10-20 09:00")


def sent(user, handler, *ticked, query=""):
    keys = [f"{row.pk}:{row.version}" for row in ticked]
    return client_of(user).post(f"/complaints/{query}", {"chosen": keys, "handler": handler})


def handlers(*rows):
    return [Case.objects.get(pk=row.pk).handler for row in rows]


def test_several_are_given_to_one_officer_and_the_list_is_kept(complaints_officer, officer):
    rows = case(), case()
    answer = sent(complaints_officer, officer.pk, *rows, query="?which=waiting")

    assert (answer.status_code, answer.url) == (302, "/complaints/?which=waiting")
    assert handlers(*rows) == [officer, officer]
    assert [row.entries.first().step for row in rows] == ["assigned", "assigned"]


def test_those_that_changed_meanwhile_are_named_and_left(complaints_officer, officer, second_officer):
    first, changed = case(), case()
    assign(
        changed, handler=second_officer, expected=changed.version, by=complaints_officer, at=at("2026-10-13")
    )
    changed.version = 1
    page = words(sent(complaints_officer, officer.pk, first, changed))

    assert handlers(first, changed) == [officer, second_officer]
    assert "1 case is assigned to" in page
    assert f"{changed.reference} was left as it is. Somebody changed it meanwhile" in page
    assert f'value="{changed.pk}:2" aria-label="Assign {changed.reference}" checked' in page
    assert page.count(" checked>") == 1


@pytest.mark.shows("F64")
def test_stage_two_goes_to_nobody_who_answered_at_stage_one(complaints_officer, officer, service):
    row = replied(officer, service)
    row = escalate(row, expected=row.version, why="", on=day("2026-10-15"), by=None, at=at("2026-10-15"))
    page = words(sent(complaints_officer, officer.pk, row))

    assert handlers(row) == [None]
    assert "somebody who did not answer at stage 1" in page


def test_nobody_gets_a_case_about_themselves(complaints_officer, officer, service):
    row = in_hand(complaints_officer, service)
    PersonConcerned.objects.create(case=row, person=Person.objects.get(user=officer))
    page = words(sent(complaints_officer, officer.pk, row))

    assert handlers(row) == [complaints_officer]
    assert "Choose another officer" in page


def test_a_case_out_of_sight_cannot_be_given(other_officer, officer, service, complaints_officer):
    row = in_hand(complaints_officer, service)
    page = words(sent(other_officer, other_officer.pk, row))

    assert handlers(row) == [complaints_officer]
    assert "not yours to see any more" in page


@pytest.mark.parametrize(
    "data, sentence",
    [
        ({}, "Tick at least one case to assign."),
        ({"chosen": ["x", "1:", "9" * 30 + ":1", "1:-1"]}, "Tick at least one case to assign."),
        ({"chosen": ["1:1"], "handler": "0"}, "Choose an officer from the list"),
        ({"chosen": ["1:1"]}, "Choose the officer whom the ticked cases are for"),
    ],
)
def test_what_cannot_be_done_is_answered_in_a_sentence(data, sentence, complaints_officer):
    case()
    answer = client_of(complaints_officer).post("/complaints/", data)

    assert answer.status_code == 200
    assert sentence in words(answer)
