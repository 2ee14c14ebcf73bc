"""A complaint from its receipt to the end of stage 2, by the Ombudsman's code, step by step."""

import pytest
from django.core.exceptions import ValidationError

from complaints.choices import (
    CaseState,
    ClockKind,
    MessageKind,
)
from complaints.models import (
    Case,
    Clock,
    Message,
)
from complaints.operations.answering import acknowledge, reply
from complaints.operations.receiving import receive_case
from complaints.operations.steps import Stopped
from tests.complaints.lives import answered, at, clocks, day, in_hand
from tests.factories.complaints import case, told

pytestmark = pytest.mark.usefixtures("holidays")


@pytest.mark.shows("F60", "S1-05")
def test_a_complaint_is_numbered_and_its_acknowledgement_is_due_in_five_working_days(db):
    first, second = case(), case()

    assert (first.reference, second.reference) == ("C-2026-0001", "C-2026-0002")
    assert clocks(first) == [(1, ClockKind.ACKNOWLEDGEMENT, "2026-10-19", "None")]
    assert (first.state, first.due_for, str(first.due_on)) == ("waiting", "acknowledgement", "2026-10-19")
    assert [entry.step for entry in first.entries.all()] == ["received"]


def test_sent_twice_it_is_one_case(db):
    said = told()

    assert [
        receive_case(said, received_at=at("2026-10-12"), by=None, at=at("2026-10-12")).pk for _ in range(2)
    ] == [Case.objects.get().pk] * 2


def test_it_cannot_be_received_in_time_to_come(db):
    with pytest.raises(ValidationError):
        receive_case(told(), received_at=at("2026-10-13"), by=None, at=at("2026-10-12"))


@pytest.mark.shows("F60", "F58")
def test_the_reply_is_counted_from_the_acknowledgement(complaints_officer, service):
    row = in_hand(complaints_officer, service)
    row = acknowledge(
        row, expected=row.version, on=day("2026-10-14"), by=complaints_officer, at=at("2026-10-14")
    )

    assert clocks(row) == [
        (1, "acknowledgement", "2026-10-19", "2026-10-14"),
        (1, "reply", "2026-10-28", "None"),
    ]
    assert (row.due_for, str(row.due_on)) == ("reply", "2026-10-28")
    assert "1. My bin was not emptied" in Message.objects.get(kind=MessageKind.ACKNOWLEDGED).body


@pytest.mark.shows("F66", "F67")
def test_a_reply_waits_for_an_answer_to_every_point(complaints_officer, service):
    row = in_hand(complaints_officer, service, points=("Bin", "Rude"))

    with pytest.raises(Stopped, match="Point 1 is not answered"):
        reply(
            row,
            "Sorry.",
            expected=row.version,
            on=day("2026-10-13"),
            by=complaints_officer,
            at=at("2026-10-13"),
        )
    row = answered(row, complaints_officer)
    row = reply(
        row, "Sorry.", expected=row.version, on=day("2026-10-13"), by=complaints_officer, at=at("2026-10-13")
    )

    assert row.state == CaseState.REPLIED
    assert [each[3] for each in clocks(row)] == ["2026-10-13", "2026-10-13"]
    assert row.due_on is None


def test_a_reply_before_the_complaint_is_refused(complaints_officer, service):
    row = answered(in_hand(complaints_officer, service), complaints_officer)

    with pytest.raises(Stopped, match="cannot be before 12 October 2026"):
        reply(
            row,
            "Sorry.",
            expected=row.version,
            on=day("2026-10-09"),
            by=complaints_officer,
            at=at("2026-10-13"),
        )


@pytest.mark.shows("F69")
def test_a_late_reply_says_why(complaints_officer, service):
    row = answered(in_hand(complaints_officer, service), complaints_officer)
    sending = {"on": day("2026-11-20"), "by": complaints_officer, "at": at("2026-11-20")}

    with pytest.raises(Stopped, match="Say why it is late"):
        reply(row, "Sorry.", expected=row.version, **sending)
    reply(row, "Sorry.", expected=row.version, late_why="The crew was ill.", **sending)

    assert Clock.objects.get(case=row, kind="acknowledgement").late_why == "The crew was ill."
