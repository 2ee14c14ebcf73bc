import datetime

import pytest
from django.contrib import admin

from complaints.models import (
    Case,
    CaseDefinition,
    CaseProcedure,
    Customer,
    DefinitionLine,
    Message,
    MessageText,
)
from tests.complaints.lives import accepted
from tests.council.admin.filled import problems, save
from tests.factories.complaints import case


@pytest.fixture
def keeper(client, administrator):
    """A browser in which the administrator is signed in."""
    client.force_login(administrator)
    return client


@pytest.mark.shows("P20")
def test_the_register_holds_no_customer_no_case_and_no_message():
    assert not {Case, Customer, Message} & set(admin.site._registry)


def test_a_procedure_that_departs_from_the_code_says_why(keeper):
    row = CaseProcedure.objects.get(kind="complaint", is_usual=True)
    address = f"/admin/complaints/caseprocedure/{row.pk}/change/"

    refused = save(keeper, address, reply_days="20", why="As before")
    saved = save(keeper, address, reply_days="20", departs_why="Cabinet, 3 March 2026", why="As before")

    assert "20 working days to reply; the code says 10." in problems(refused)["departs_why"][0]
    assert saved.status_code == 302
    row.refresh_from_db()
    assert row.reply_days == 20


def test_a_text_with_a_place_that_nothing_fills_is_refused(keeper):
    text = MessageText.objects.get(kind="received")
    address = f"/admin/complaints/messagetext/{text.pk}/change/"

    refused = save(keeper, address, body="Dear {nmae}", why="Shorter")
    save(keeper, address, body="Dear {name}", why="Shorter")

    assert "{nmae}" in problems(refused)["body"][0]
    text.refresh_from_db()
    assert text.body == "Dear {name}"


@pytest.mark.shows("S1-09", "F80", "F82")
def test_a_new_version_of_the_definition_keeps_who_was_told(keeper):
    save(
        keeper,
        "/admin/complaints/casedefinition/add/",
        number="2",
        starts_on="1 November 2026",
        source="Procedure of 2026",
        lines__0__number="1",
        lines__0__kind="complaint",
        lines__0__words="Any dissatisfaction.",
        audiences__0__who="Parish councils",
        audiences__0__how="Workshop",
        audiences__0__told_on="20 October 2026",
        audiences__TOTAL_FORMS="2",
        audiences__1__who="All staff",
        why="Clearer words",
    )

    page = keeper.get("/admin/complaints/casedefinition/")

    assert "1 of 2" in page.content.decode()
    assert CaseDefinition.objects.get(number=2).lines.get().words == "Any dissatisfaction."


def test_lines_that_a_case_was_decided_by_stay_as_they_are(keeper, complaints_officer, service):
    accepted(case(), complaints_officer, service)
    definition = CaseDefinition.objects.get()
    address = f"/admin/complaints/casedefinition/{definition.pk}/change/"

    page = keeper.get(address).content.decode()

    assert 'name="lines-0-words"' not in page
    assert DefinitionLine.objects.get(number="1.4").words in page
    assert 'name="audiences-0-who"' in page


def test_the_procedure_of_a_case_is_the_one_in_force_when_it_came_in(db):
    usual = CaseProcedure.objects.get(kind="complaint", is_usual=True)
    usual.ends_on = datetime.date(2026, 10, 31)
    usual.save()
    CaseProcedure.objects.create(
        name="Twenty days", source="Ours", code="own", starts_on=datetime.date(2026, 11, 1), is_usual=True
    )

    found = [
        CaseProcedure.objects.usual("complaint", day=datetime.date(2026, month, 1)).name for month in (10, 11)
    ]

    assert found == ["Complaint Handling Code", "Twenty days"]
