"""The second stage, by somebody who did not answer at the first; and cases that come of others."""

import pytest

from complaints.choices import (
    CaseKind,
    CaseState,
    Channel,
    RedressKind,
)
from complaints.models import (
    CaseDefinition,
    Clock,
    Message,
    Remedy,
)
from complaints.operations.answering import acknowledge, assign, escalate, reply
from complaints.operations.ending import close, promise_remedy, reopen, settle_remedy, withdraw
from complaints.operations.steps import Stopped
from complaints.operations.triaging import complain_of_response
from council.audit import Conflict
from tests.complaints.lives import accepted, answered, at, clocks, day, in_hand, replied
from tests.factories import PostFactory
from tests.factories.complaints import CustomerFactory, case, told

pytestmark = pytest.mark.usefixtures("holidays")


@pytest.mark.shows("F64")
def test_stage_two_is_answered_by_somebody_else(complaints_officer, second_officer, service):
    row = replied(complaints_officer, service)
    asked = {"why": "", "on": day("2026-10-20"), "by": None, "at": at("2026-10-20")}

    with pytest.raises(Stopped, match="Assign it to another officer"):
        escalate(row, expected=row.version, handler=complaints_officer, **asked)
    row = escalate(row, expected=row.version, **asked)
    with pytest.raises(Stopped, match="Assign it to another officer"):
        assign(
            row,
            handler=complaints_officer,
            expected=row.version,
            by=complaints_officer,
            at=at("2026-10-20"),
        )
    given = {"by": complaints_officer, "at": at("2026-10-20")}
    row = assign(row, handler=second_officer, expected=row.version, **given)
    row = acknowledge(row, expected=row.version, on=day("2026-10-21"), by=second_officer, at=at("2026-10-21"))
    with pytest.raises(Stopped, match="did not answer at stage 1"):
        answered(row, complaints_officer, on="2026-10-22")
    row = answered(row, second_officer, on="2026-10-22")
    with pytest.raises(Stopped, match="did not answer at stage 1"):
        reply(
            row,
            "No.",
            expected=row.version,
            on=day("2026-10-22"),
            by=complaints_officer,
            at=at("2026-10-22"),
        )
    row = reply(
        row, "Yes.", expected=row.version, on=day("2026-10-22"), by=second_officer, at=at("2026-10-22")
    )

    assert clocks(row)[2:] == [
        (2, "acknowledgement", "2026-10-27", "2026-10-21"),
        (2, "reply", "2026-11-18", "2026-10-22"),
    ]
    with pytest.raises(Stopped, match="may go to the Ombudsman"):
        escalate(row, expected=row.version, **asked)


@pytest.mark.shows("F59")
def test_a_request_becomes_a_complaint_and_work_on_it_goes_on(complaints_officer, service):
    request = accepted(case(kind=CaseKind.REQUEST), complaints_officer, service, number="1.2")
    complaint = complain_of_response(
        request,
        told(subject="Nobody came"),
        expected=request.version,
        by=complaints_officer,
        at=at("2026-10-20"),
    )
    request.refresh_from_db()

    assert (complaint.kind, complaint.arose_from, complaint.customer) == (
        "complaint",
        request,
        request.customer,
    )
    assert request.state == CaseState.IN_HAND
    assert Clock.objects.running().filter(case=request).count() == 1
    assert str(complaint.due_on) == "2026-10-27"


@pytest.mark.shows("F58")
def test_another_kind_has_other_clocks_and_both_decisions_stay(complaints_officer, service):
    row = accepted(case(), complaints_officer, service, number="1.2")

    assert (row.kind, row.asked_as) == ("request", "complaint")
    assert clocks(row) == [
        (1, "acknowledgement", "2026-10-19", "2026-10-12"),
        (1, "reply", "2026-10-26", "None"),
    ]
    assert row.triages.get().line.number == "1.2"


def test_a_case_is_not_closed_without_an_outcome_or_with_a_remedy_owed(complaints_officer, service):
    row = replied(complaints_officer, service)
    remedy = Remedy(
        case=row,
        kind=RedressKind.ACT,
        what="Empty the bin",
        owner=PostFactory(),
        due_on=day("2026-10-20"),
    )
    promise_remedy(remedy, expected=row.version, by=complaints_officer, at=at("2026-10-15"))
    row.refresh_from_db()

    with pytest.raises(Stopped, match="1 remedy is promised"):
        close(row, expected=row.version, by=complaints_officer, at=at("2026-10-16"))
    settle_remedy(
        remedy,
        expected=remedy.version,
        done_on=day("2026-10-16"),
        by=complaints_officer,
        at=at("2026-10-16"),
    )
    row.refresh_from_db()

    assert close(row, expected=row.version, by=complaints_officer, at=at("2026-10-16")).state == "closed"


def test_what_was_late_when_it_was_withdrawn_stays_late(complaints_officer, service):
    row = in_hand(complaints_officer, service)
    row = withdraw(row, expected=row.version, why="Sorted out", by=complaints_officer, at=at("2026-11-20"))

    assert Clock.objects.get(case=row).timeliness(on=day("2026-12-01")) == "done_late"


def test_what_was_not_put_right_is_taken_up_again(complaints_officer, service):
    row = replied(complaints_officer, service)
    row = reopen(row, expected=row.version, why="Not fixed", by=None, at=at("2026-10-20"))

    assert (row.state, str(row.due_on)) == ("in_hand", "2026-11-03")


def test_the_second_of_two_handlers_at_once_is_told(complaints_officer, service):
    row = in_hand(complaints_officer, service)
    acknowledge(row, expected=row.version, on=day("2026-10-13"), by=complaints_officer, at=at("2026-10-13"))

    with pytest.raises(Conflict):
        withdraw(row, expected=row.version, why="No", by=complaints_officer, at=at("2026-10-13"))


@pytest.mark.shows("F80")
def test_triage_goes_by_the_definition_of_the_day(db):
    CaseDefinition.objects.create(number=2, starts_on=day("2026-11-01"), source="Ours")

    assert CaseDefinition.objects.in_force(day("2026-10-31")).number == 1
    assert CaseDefinition.objects.in_force(day("2026-11-01")).number == 2


def test_who_hears_by_letter_has_a_message_that_is_sent_to_nobody(db):
    row = case(customer=CustomerFactory(way="letter"), channel=Channel.LETTER)

    assert Message.objects.get(case=row).to == ""
