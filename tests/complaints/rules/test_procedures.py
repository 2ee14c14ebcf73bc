from dataclasses import replace

import pytest

from complaints.choices import Code
from complaints.rules.procedures import TERMS, departures

CODE = TERMS[Code.OMBUDSMAN]


@pytest.mark.parametrize(
    "change, told",
    [
        ({}, []),
        ({"reply_days": 7}, []),
        ({"reply_days": 20}, ["20 working days to reply; the code says 10."]),
        ({"acknowledge_days": None}, ["Nothing is acknowledged apart from the reply; the code asks for it."]),
        ({"accept_months": 6}, ["6 months in which a complaint is accepted; the code says 12."]),
        ({"accept_months": 24}, []),
        ({"may_pause": True}, ["Clocks may be paused; the code knows no pause."]),
        ({"has_stage_two": False}, ["There is no second stage; the code has two."]),
    ],
    ids=[
        "as-the-code",
        "quicker",
        "20-days",
        "unacknowledged",
        "half-a-year",
        "longer",
        "pauses",
        "one-stage",
    ],
)
def test_where_a_procedure_falls_short_of_the_code(change, told):
    assert departures(replace(CODE, **change), Code.OMBUDSMAN) == told


def test_the_councils_own_procedure_departs_from_nothing():
    assert departures(replace(CODE, reply_days=60), Code.OWN) == []
