"""More time: extensions, pauses, and what is not taken on at all."""

import pytest

from complaints.choices import (
    CaseState,
    MessageKind,
    RefusalGround,
)
from complaints.models import (
    CaseProcedure,
    Message,
)
from complaints.operations.answering import acknowledge, escalate
from complaints.operations.clocks import extend, pause, resume
from complaints.operations.steps import NotNow, Stopped
from complaints.operations.triaging import refuse
from tests.complaints.lives import at, day, in_hand, replied, usual
from tests.factories.complaints import case

pytestmark = pytest.mark.usefixtures("holidays")


@pytest.mark.shows("F62")
def test_an_extension_keeps_to_the_cap_and_tells_of_the_ombudsman(complaints_officer, service):
    row = in_hand(complaints_officer, service)
    row = acknowledge(
        row, expected=row.version, on=day("2026-10-12"), by=complaints_officer, at=at("2026-10-12")
    )
    longer = {"told_on": day("2026-10-20"), "by": complaints_officer, "at": at("2026-10-20")}

    with pytest.raises(Stopped, match="at most 10"):
        extend(row, expected=row.version, working_days=11, why="Ill", **longer)
    row = extend(row, expected=row.version, working_days=10, why="The crew is ill.", **longer)

    assert str(row.due_on) == "2026-11-09"
    message = Message.objects.get(kind=MessageKind.EXTENDED)
    assert "9 November 2026" in message.body
    assert "The crew is ill." in message.body
    assert "Local Government and Social Care Ombudsman" in message.body


@pytest.mark.shows("F62", "F64")
def test_what_is_late_is_not_made_timely_by_more_time(complaints_officer, service):
    row = in_hand(complaints_officer, service)
    row = acknowledge(
        row, expected=row.version, on=day("2026-10-12"), by=complaints_officer, at=at("2026-10-12")
    )
    longer = {"working_days": 10, "why": "Ill", "by": complaints_officer, "at": at("2026-10-27")}

    with pytest.raises(Stopped, match="due on 26 October 2026, and the customer has to be told"):
        extend(row, expected=row.version, told_on=day("2026-10-27"), **longer)
    row = extend(row, expected=row.version, told_on=day("2026-10-26"), **longer)

    assert str(row.due_on) == "2026-11-09"


def test_a_clock_stands_still_only_where_the_procedure_allows_it(complaints_officer, service):
    row = in_hand(complaints_officer, service)
    row = acknowledge(
        row, expected=row.version, on=day("2026-10-12"), by=complaints_officer, at=at("2026-10-12")
    )
    still = {"why": "Waiting for the landlord", "since": day("2026-10-14"), "by": complaints_officer}

    with pytest.raises(Stopped, match="allows no pause"):
        pause(row, expected=row.version, at=at("2026-10-14"), **still)
    CaseProcedure.objects.filter(pk=usual().pk).update(may_pause=True)
    row = pause(row, expected=row.version, at=at("2026-10-14"), **still)
    assert row.due_on is None
    with pytest.raises(NotNow):
        pause(row, expected=row.version, at=at("2026-10-14"), **still)
    row = resume(
        row, expected=row.version, until=day("2026-10-16"), by=complaints_officer, at=at("2026-10-19")
    )

    assert str(row.due_on) == "2026-10-29"


@pytest.mark.shows("F65")
def test_a_refusal_has_reasons_and_names_the_ombudsman(complaints_officer):
    row = case()
    refusing = {"ground": RefusalGround.TOO_OLD, "by": complaints_officer, "at": at("2026-10-13")}

    with pytest.raises(Stopped, match="Give the reasons"):
        refuse(row, expected=row.version, why="", **refusing)
    row = refuse(row, expected=row.version, why="It happened in 2019.", **refusing)

    assert row.state == CaseState.REFUSED
    assert (
        "You have the right to take this decision to the Local Government"
        in Message.objects.latest("pk").body
    )


def test_what_was_answered_at_stage_one_is_not_refused_at_stage_two(
    complaints_officer, second_officer, service
):
    row = replied(complaints_officer, service)
    row = escalate(
        row, expected=row.version, why="", on=day("2026-10-20"), by=second_officer, at=at("2026-10-20")
    )

    with pytest.raises(Stopped, match="stage 2 ends with a reply"):
        refuse(
            row,
            expected=row.version,
            ground=RefusalGround.OTHER,
            why="No",
            by=second_officer,
            at=at("2026-10-20"),
        )
