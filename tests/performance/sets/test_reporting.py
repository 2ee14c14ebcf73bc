"""What bodies are told of as at a quarter, and what only teams keep."""

from datetime import date

import pytest

from council.periods import Frequency, spans
from performance.figures.reporting import reporting
from tests.factories import BodyFactory, IndicatorFactory, ServiceFactory
from tests.performance.sets.sets import IN, OUT, TEAM, adopted, drafted, moved

pytestmark = pytest.mark.django_db


def quarter(number, year=2026):
    return spans(Frequency.QUARTERLY, year=year)[number - 1]


@pytest.fixture
def service():
    return ServiceFactory()


@pytest.fixture
def bins(service):
    return IndicatorFactory(service=service, title="Missed bins")


@pytest.fixture
def calls(service):
    return IndicatorFactory(service=service, title="Calls")


@pytest.mark.shows("S1-21", "S1-13")
@pytest.mark.parametrize(
    "number, year, number_told",
    [
        pytest.param(4, 2024, None, id="before-any-set"),
        pytest.param(1, 2025, 2, id="first-set"),
        pytest.param(1, 2026, 2, id="old-set-until-the-new-one-is-used"),
        pytest.param(2, 2026, 1, id="new-set-from-its-first-quarter"),
        pytest.param(1, 2027, 1, id="goes-on-until-another-is-adopted"),
    ],
)
def test_a_set_is_used_from_its_quarter_until_the_next_one_is(bins, calls, number, year, number_told):
    body = BodyFactory()
    adopted(body, {bins: IN, calls: IN}, year=2025)
    adopted(body, {calls: TEAM}, reason="Too small", year=2026, first_quarter=2)

    told = reporting(quarter(number, year)).told(body.pk)

    assert (len(told.indicator_ids) if told else None) == number_told


def test_a_draft_reports_nothing(bins):
    body = BodyFactory()
    drafted(body, {bins: IN})

    assert reporting(quarter(2)).bodies == {}


@pytest.mark.shows("F30", "S1-14")
def test_what_a_body_dropped_is_kept_by_the_team_unless_another_body_is_told(bins, calls):
    adopted(BodyFactory(name="Cabinet"), {bins: TEAM, calls: IN})
    assert reporting(quarter(2)).kept_by_team == {bins.pk}

    adopted(BodyFactory(name="Panel"), {bins: IN, calls: OUT})
    told = reporting(quarter(2))
    assert told.kept_by_team == set()
    assert told.words_of(bins.pk) == ["Panel"]


def test_a_change_after_adoption_counts_at_once(bins, calls):
    body = BodyFactory()
    made = adopted(body, {bins: IN, calls: IN})
    moved(made, {bins: OUT}, reason="Nobody asks")

    assert reporting(quarter(2)).told(body.pk).indicator_ids == {calls.pk}


def test_everything_is_one_query(bins, calls, django_assert_num_queries):
    adopted(BodyFactory(), {bins: IN, calls: TEAM})
    adopted(BodyFactory(), {bins: IN, calls: TEAM})

    with django_assert_num_queries(1):
        reporting(quarter(2))


def test_the_day_of_adoption_does_not_move_the_quarter(bins):
    body = BodyFactory()
    adopted(body, {bins: IN}, on=date(2026, 5, 20))

    assert reporting(quarter(1)).told(body.pk) is not None
