"""Presenting a report."""

import datetime

import pytest

from council.audit import Conflict
from portfolios.models import Report
from portfolios.operations.reports import NotReadyToPresent, present
from tests.factories.decisions import RecommendationFactory, ReportFactory, RouteStopFactory

pytestmark = pytest.mark.django_db

AT = datetime.datetime(2026, 10, 7, 18, 0, tzinfo=datetime.UTC)


@pytest.fixture
def report():
    """Fit to be presented."""
    row = ReportFactory()
    RouteStopFactory(report=row)
    RecommendationFactory(report=row)
    return row


def test_presenting_is_done_once(report, administrator):
    present(report, expected=1, by=administrator, at=AT)

    with pytest.raises(NotReadyToPresent, match="presented before"):
        present(report, expected=2, by=administrator, at=AT)
    assert Report.objects.get().presented_at == AT


def test_of_two_at_once_the_second_is_told(report, administrator):
    second = Report.objects.get()
    present(report, expected=1, by=administrator, at=AT)

    with pytest.raises(Conflict):
        present(second, expected=1, by=administrator, at=AT)


@pytest.mark.parametrize(
    "spoil, field",
    [
        pytest.param(lambda row: Report.objects.update(text=" "), "text", id="no-words"),
        pytest.param(
            lambda row: row.recommendations.all().delete(), "recommendations", id="no-recommendation"
        ),
        pytest.param(lambda row: row.stops.all().delete(), "stops", id="no-body"),
    ],
)
def test_what_is_missing_is_told(report, administrator, spoil, field):
    spoil(report)

    with pytest.raises(NotReadyToPresent) as refused:
        present(Report.objects.get(), expected=1, by=administrator, at=AT)

    assert [problem.field for problem in refused.value.problems] == [field]
