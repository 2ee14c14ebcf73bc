"""What indicators are told of cases: in time, upheld, taken further, satisfied; each a number of a number."""

import datetime

import pytest

from complaints.choices import Channel, Finding, SurveyQuestion
from complaints.models import SurveyRequest
from complaints.operations.answering import acknowledge, escalate, reply
from complaints.operations.ending import close
from complaints.operations.surveys import answer
from council.computed.cases import (
    ACKNOWLEDGED_IN_TIME,
    COMPLAINTS_IN_TIME,
    COMPLAINTS_UPHELD,
    OF_CASES,
    SATISFIED_WITH_HANDLING,
    SATISFIED_WITH_OUTCOME,
    TAKEN_TO_STAGE_TWO,
)
from council.computed.sources import COMPUTATIONS
from performance.choices import Direction
from performance.rules.computed import Counted
from tests.complaints.lives import answered, at, day, in_hand, replied
from tests.complaints.surveying import ASKED_ON, ask, request_replied, survey
from tests.factories import ServiceFactory

FIRST, LAST = datetime.date(2026, 10, 1), datetime.date(2026, 10, 31)
pytestmark = pytest.mark.usefixtures("db")


def counted(computation, services=None):
    return computation.count(FIRST, LAST, services)


def acknowledged(by, service):
    row = in_hand(by, service)
    return acknowledge(row, expected=row.version, on=day("2026-10-13"), by=by, at=at("2026-10-13", 8))


def replied_on(by, service, on, *, finding=Finding.UPHELD, **more):
    row = answered(acknowledged(by, service), by, finding=finding, on="2026-10-13")
    return reply(row, "Sorry.", expected=row.version, on=day(on), by=by, at=at(on), **more)


@pytest.mark.shows("F70")
def test_what_is_open_and_late_is_in_what_the_share_is_of(officer, service):
    replied_on(officer, service, "2026-10-27")
    replied_on(officer, service, "2026-10-28", late_why="Ill")
    acknowledged(officer, service)

    assert counted(COMPLAINTS_IN_TIME) == Counted(1, 3, "1 is still open, and counts as not in time.")
    assert counted(ACKNOWLEDGED_IN_TIME) == Counted(3, 3)


def test_a_service_counts_its_own(officer, service):
    replied_on(officer, service, "2026-10-14")

    assert counted(COMPLAINTS_IN_TIME, {service.pk}).denominator == 1
    assert counted(COMPLAINTS_IN_TIME, {ServiceFactory().pk}) == Counted(0, 0)


def test_closed_complaints_are_upheld_or_not_as_at_the_stage_at_which_they_ended(officer, service):
    for finding in (Finding.UPHELD, Finding.PARTLY_UPHELD, Finding.NOT_UPHELD):
        row = replied_on(officer, service, "2026-10-14", finding=finding)
        close(row, expected=row.version, by=officer, at=at("2026-10-15"))
    replied_on(officer, service, "2026-10-14")

    assert counted(COMPLAINTS_UPHELD) == Counted(2, 3)


def test_complaints_taken_further_are_of_those_replied_to(officer, service):
    row = replied(officer, service)
    replied(officer, service)
    escalate(row, expected=row.version, why="", on=day("2026-10-19"), by=officer, at=at("2026-10-19"))

    assert counted(TAKEN_TO_STAGE_TWO) == Counted(1, 2)


@pytest.mark.shows("F72", "S1-08")
def test_satisfaction_is_of_those_who_answered_with_the_response_rate_beside(officer, service):
    survey()
    for _ in range(4):
        request_replied(officer, service)
    ask()
    first, second, _, _ = SurveyRequest.objects.order_by("pk")
    for row, said in ((first, "satisfied"), (second, "neither")):
        answer(row, SurveyQuestion.HANDLING, said, channel=Channel.WEB, by=None, at=at(ASKED_ON, 12))
    answer(first, SurveyQuestion.OUTCOME, "very_satisfied", channel=Channel.WEB, by=None, at=at(ASKED_ON, 12))
    aside = "Of 4 that ended, 4 were asked, and 2 answered (50%)."

    assert counted(SATISFIED_WITH_HANDLING) == Counted(1, 2, aside)
    assert counted(SATISFIED_WITH_OUTCOME) == Counted(1, 1, aside)


def test_each_is_offered_to_indicators_and_whether_upheld_is_only_for_information():
    assert all(COMPUTATIONS[each.source.key] is each for each in OF_CASES)
    assert COMPLAINTS_UPHELD.source.direction == Direction.NEITHER
