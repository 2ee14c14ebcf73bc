"""Dates that contradict each other, and decisions that cannot be, are told in sentences."""

import datetime

import pytest

from complaints.rules.ombudsman import (
    Ruling,
    recommendation_problems,
    referral_problems,
    ruling_problems,
    settling_problems,
)


def october(number):
    return datetime.date(2026, 10, number)


@pytest.mark.shows("F77")
@pytest.mark.parametrize(
    "referred, received, told",
    [
        pytest.param(13, 12, [], id="after"),
        pytest.param(12, 12, [], id="same-day"),
        pytest.param(13, None, [], id="directly"),
        pytest.param(
            14, None, ["It is 13 October 2026 today. Enter the day it came to the Ombudsman"], id="to-come"
        ),
        pytest.param(
            11, 12, ["Our case came in on 12 October 2026. Enter that day or a later one"], id="before"
        ),
    ],
)
def test_when_it_came_to_the_ombudsman(referred, received, told):
    received_on = received and october(received)
    found = referral_problems(referred_on=october(referred), received_on=received_on, on=october(13))

    assert [each.sentence for each in found] == told


@pytest.mark.shows("F77")
@pytest.mark.parametrize(
    "ombudsman, stated, told",
    [
        pytest.param("lgsco", {"decision": "upheld", "fault": "Delay"}, [], id="upheld"),
        pytest.param("lgsco", {"decision": "closed"}, [], id="closed"),
        pytest.param("housing", {"decision": "service_failure", "fault": "Damp"}, [], id="housing"),
        pytest.param("lgsco", {"decision": "service_failure", "fault": "x"}, ["decision"], id="not-theirs"),
        pytest.param("lgsco", {"decision": "upheld"}, ["fault"], id="no-fault-said"),
        pytest.param(
            "lgsco", {"decision": "closed", "injustice": "x"}, ["fault"], id="injustice-without-fault"
        ),
        pytest.param("lgsco", {"decision": "not_upheld", "injustice": ""}, [], id="not-upheld"),
        pytest.param(
            "lgsco",
            {"decision": "not_upheld", "is_remedied_before": True},
            ["is_remedied_before"],
            id="nothing-to-remedy",
        ),
        pytest.param(
            "lgsco", {"decision": "closed", "decided_on": october(9)}, ["decided_on"], id="before-it-came"
        ),
        pytest.param(
            "lgsco", {"decision": "closed", "decided_on": october(14)}, ["decided_on"], id="to-come"
        ),
    ],
)
def test_what_may_be_decided(ombudsman, stated, told):
    ruling = Ruling(**({"decided_on": october(12)} | stated))
    found = ruling_problems(ruling, ombudsman=ombudsman, referred_on=october(10), on=october(13))

    assert [each.field for each in found] == told


def test_a_recommendation_is_due_after_the_decision():
    assert recommendation_problems(due_on=october(12), decided_on=october(12)) == []
    [problem] = recommendation_problems(due_on=october(11), decided_on=october(12))
    assert problem.sentence == "It was decided on 12 October 2026. Enter that day or a later one"


@pytest.mark.parametrize(
    "done, reported, told",
    [
        pytest.param(12, None, [], id="done"),
        pytest.param(12, 13, [], id="told"),
        pytest.param(14, None, ["That day is still to come. Enter it once it is done"], id="to-come"),
        pytest.param(12, 11, ["They cannot have been told before it was done"], id="told-before"),
        pytest.param(12, 14, ["That day is still to come. Enter it once they are told"], id="told-to-come"),
        pytest.param(
            9,
            None,
            ["It came to the Ombudsman on 10 October 2026. Enter that day or a later one"],
            id="early",
        ),
    ],
)
def test_when_a_recommendation_was_carried_out(done, reported, told):
    found = settling_problems(
        done_on=october(done),
        reported_on=reported and october(reported),
        referred_on=october(10),
        on=october(13),
    )

    assert [each.sentence for each in found] == told
