"""Another decision on what a case is, after it was acknowledged."""

import pytest

from complaints.models import CaseProcedure
from complaints.operations.answering import acknowledge
from complaints.operations.triaging import Decided, triage
from tests.complaints.lives import accepted, at, clocks, day, line, usual
from tests.factories.complaints import case


@pytest.fixture
def acknowledged(officer, service, holidays):
    row = accepted(case(), officer, service)
    return acknowledge(row, expected=row.version, on=day("2026-10-14"), by=officer, at=at("2026-10-14"))


def decided_again(row, officer, service, number, procedure):
    decided = Decided(line=line(number), procedure=procedure, service=service)
    return triage(row, decided, expected=row.version, by=officer, at=at("2026-10-16"))


@pytest.mark.shows("F60", "S20")
def test_another_procedure_counts_its_reply_from_the_acknowledgement_that_was_sent(
    acknowledged, officer, service
):
    housing = CaseProcedure.objects.filter(kind="complaint", code="housing").first()

    decided_again(acknowledged, officer, service, "1.4", housing)

    assert clocks(acknowledged) == [
        (1, "acknowledgement", "2026-10-19", "2026-10-14"),
        (1, "reply", "2026-10-28", "2026-10-16"),
        (1, "reply", "2026-10-28", "None"),
    ]


def test_what_was_acknowledged_as_a_complaint_is_acknowledged_anew_as_a_request(
    acknowledged, officer, service
):
    row = decided_again(acknowledged, officer, service, "1.2", usual("request"))

    again = decided_again(row, officer, service, "1.4", usual())
    assert clocks(again)[-1] == (1, "acknowledgement", "2026-10-19", "None")
