"""Triage and refusal: by which line, by which procedure, and what the customer reads."""

import pytest

from complaints.models import CaseDefinition, CaseProcedure, Message
from complaints.operations.answering import assign, escalate
from complaints.operations.handing_over import name_person_concerned
from complaints.operations.links import token_of
from complaints.operations.steps import Stopped
from complaints.operations.triaging import Decided, refuse, triage
from portfolios.models import Person
from tests.complaints.lives import at, day, in_hand, line, replied, usual
from tests.complaints.views.pages import boxes as boxes_of
from tests.complaints.views.pages import now, opened, problems, resent, sent, told, words
from tests.factories import ServiceFactory
from tests.factories.complaints import case


def decide(by, row, number="1.4", **typed):
    return sent(by, row, "triage", line=str(line(number).pk), service=str(row.service_id), **typed)


@pytest.mark.shows("F58", "F80", "S1-09")
def test_triage_offers_the_definition_in_force_and_the_procedures_of_the_day(complaints_officer, service):
    CaseDefinition.objects.create(number=2, starts_on=day("2026-11-01"), source="Ours").lines.create(
        number="9.9", kind="complaint", words="Not yet"
    )
    CaseProcedure.objects.create(name="Ended", starts_on=day("2020-01-01"), ends_on=day("2026-10-11"))
    CaseProcedure.objects.create(name="Own", starts_on=day("2026-10-12"))
    page = words(opened(complaints_officer, case(service=service), "triage"))

    assert "1.4, complaint: An expression of dissatisfaction" in page
    assert "Complaint Handling Code (the usual one)" in page
    assert "Own" in page
    assert "Not yet" not in page
    assert "Ended" not in page


@pytest.mark.shows("F58", "S1-05")
def test_a_decision_against_what_the_customer_called_it_says_why(complaints_officer, service):
    row = case(service=service)

    assert problems(decide(complaints_officer, row, "1.2")) == [
        "The customer called it a complaint. Say why it is something else"
    ]
    answer = decide(complaints_officer, row, "1.2", why="Nothing went wrong yet.", told_on="13 October 2026")

    assert told(answer).startswith("It is a service request. Nobody handles it yet")
    assert now(row).procedure.name == "Service requests"
    page = words(answer)
    assert "Line 1.2 of the definition of 1 January 2000" in page
    assert "The customer was told on 13 October 2026. They did not come back." in page


@pytest.mark.parametrize("told_on", ["14 October 2026", "11 October 2026"])
def test_the_customer_was_told_between_receipt_and_today(told_on, complaints_officer, service):
    answer = decide(complaints_officer, case(service=service), told_on=told_on)

    assert problems(answer) == [
        "Enter when the customer was told: not before the case came in, not after today."
    ]


def test_a_handler_works_for_the_service(complaints_officer, other_officer, service):
    answer = decide(complaints_officer, case(service=service), handler=str(other_officer.pk))

    assert problems(answer) == ["This officer does not work for Waste and recycling. Choose another"]


def test_another_procedure_is_for_the_kind_that_the_line_makes(complaints_officer, service):
    answer = decide(complaints_officer, case(service=service), procedure=str(usual("request").pk))

    assert "is not a procedure for this kind of case" in problems(answer)[0]


def test_triage_does_not_get_round_a_different_person_at_stage_two(complaints_officer, service):
    row = replied(complaints_officer, service, on="2026-10-13")
    row = escalate(row, expected=row.version, why="", on=day("2026-10-13"), by=None, at=at("2026-10-13"))
    decided = Decided(line=line("1.4"), procedure=row.procedure, service=service)

    with pytest.raises(Stopped, match="did not answer at stage 1"):
        triage(
            row,
            decided,
            expected=row.version,
            handler=complaints_officer,
            by=complaints_officer,
            at=at("2026-10-13"),
        )
    other = Decided(line=line("1.2"), procedure=usual("request"), service=service)
    with pytest.raises(Stopped, match="stays the complaint that it is"):
        triage(row, other, expected=row.version, by=complaints_officer, at=at("2026-10-13"))


@pytest.mark.shows("F65")
def test_a_refusal_shows_first_what_the_customer_will_read(complaints_officer, service):
    row = case(service=service)
    page = words(opened(complaints_officer, row, "refuse"))
    assert (
        "You have the right to take this decision to the Local Government and Social Care Ombudsman" in page
    )
    assert "Nobody has said when it happened" in page
    assert token_of(row.link_nonce) not in page

    first = sent(complaints_officer, row, "refuse", ground="legal", why="It is before the court.")
    assert "The reason is: It is before the court." in words(first)
    assert now(row).state == "waiting"
    answer = resent(complaints_officer, row, "refuse", boxes_of(first))

    assert told(answer).startswith("The case is not accepted.")
    assert now(row).state == "refused"
    assert "It is before the court." in Message.objects.get(kind="refused").body


def test_other_words_than_those_seen_are_shown_again(complaints_officer, service):
    row = case(service=service)
    first = sent(complaints_officer, row, "refuse", ground="legal", why="It is before the court.")

    answer = resent(complaints_officer, row, "refuse", boxes_of(first), why="No.")

    assert now(row).state == "waiting"
    assert "The reason is: No." in words(answer)


@pytest.mark.shows("F65")
def test_what_is_too_old_is_refused_only_after_discretion(complaints_officer, service):
    row = case(service=service, happened_on=day("2025-03-03"))
    assert "more than 12 months later" in words(opened(complaints_officer, row, "refuse"))

    answer = sent(complaints_officer, row, "refuse", ground="too_old", why="It was in 2025.")
    assert problems(answer) == ["Say why you do not take it on all the same: the Code asks for it (2.2)"]
    first = sent(
        complaints_officer,
        row,
        "refuse",
        ground="too_old",
        why="It was in 2025.",
        discretion="You knew then.",
    )
    resent(complaints_officer, row, "refuse", boxes_of(first))

    assert "We considered taking it on all the same: You knew then." in now(row).triages.get().why


def test_what_is_not_too_old_is_not_refused_as_that(complaints_officer, service):
    row = case(service=service, happened_on=day("2026-10-01"))

    with pytest.raises(Stopped, match="within 12 months"):
        refuse(
            row, expected=row.version, ground="too_old", why="Old", by=complaints_officer, at=at("2026-10-13")
        )


def test_only_a_complaint_is_refused(complaints_officer, service):
    page = words(opened(complaints_officer, case(kind="request", service=service), "refuse"))

    assert "only a complaint is refused" in page


@pytest.mark.shows("F64")
def test_whoever_answered_at_stage_one_is_left_out_with_a_sentence(complaints_officer, officer, service):
    row = replied(complaints_officer, service, on="2026-10-13")
    page = words(opened(officer, row, "escalate"))

    assert "Left out: complaints. Stage 2 is looked at by somebody who did not answer at stage 1." in page
    answer = sent(officer, row, "escalate", handler=str(complaints_officer.pk))
    assert problems(answer) == ["This case cannot be given to that officer. Choose another"]


@pytest.mark.shows("P46", "P47")
def test_whom_a_case_is_about_is_not_given_it_and_has_it_no_longer(complaints_officer, officer, service):
    row = in_hand(officer, service)
    person = Person.objects.get(user=officer)
    answer = sent(complaints_officer, row, "concern", person=str(person.pk), why="Drove the lorry")

    assert told(answer).endswith("Nobody handles it now: give it to an officer.")
    assert "Drove the lorry" in words(answer)
    assert now(row).handler is None
    assert opened(officer, row, "note").status_code == 404
    row = now(row)
    with pytest.raises(Stopped, match="cannot be given to officer"):
        assign(row, handler=officer, expected=row.version, by=complaints_officer, at=at("2026-10-13"))
    page = opened(complaints_officer, row, "assign").content.decode()
    assert f'value="{officer.pk}"' not in page
    with pytest.raises(Stopped, match="named already"):
        name_person_concerned(row, person, expected=row.version, by=complaints_officer, at=at("2026-10-13"))


def test_a_service_that_has_it_is_not_moved_to(complaints_officer, service):
    ServiceFactory(name="Parks")
    row = in_hand(complaints_officer, service)

    assert f'<option value="{service.pk}"' not in opened(complaints_officer, row, "move").content.decode()
