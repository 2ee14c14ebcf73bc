"""The promises and queries of the demo council."""

import pytest

from portfolios.choices import DueKind, Fate, PromiseVerb, QueryStage
from portfolios.figures.promises import ledger, promised
from portfolios.models import Promise, Query
from tests.council.demo.conftest import NOVEMBER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _council(council):
    """Every test here looks at the demo council."""


@pytest.mark.shows("S0-15", "S1-10", "S3-15", "S4-13", "X-03")
def test_there_is_a_promise_of_each_kind_and_each_fate():
    said = Promise.objects.values_list("verb", "due_kind", "fate")
    verbs, kinds, fates = (set(each) for each in zip(*said, strict=True))

    assert (verbs, kinds, fates) == (set(PromiseVerb), set(DueKind), set(Fate))
    assert Promise.objects.get(due_as_written="contract start + 6 months").due_on is None


@pytest.mark.shows("S2-31", "S3-23", "L21")
def test_some_are_overdue_undated_or_unowned_and_one_post_owns_most():
    found = ledger(on=NOVEMBER)

    assert found.overdue >= 1
    assert found.undated >= 4
    assert found.unowned == 1
    assert found.overloaded.title == "Head of Customer Services (HCS)"
    assert found.phantoms


@pytest.mark.shows("L12")
def test_some_come_to_the_next_meeting():
    pressing = promised(on=NOVEMBER)

    assert {each.agenda_body for each in pressing.coming} == {"Cabinet", "Overview and Scrutiny Committee"}
    assert [each.what for each in pressing.overdue][0].startswith("Report on the noise")


@pytest.mark.shows("F89", "S1-15")
def test_of_three_queries_one_is_answered_and_one_overdue():
    answered = Query.objects.get(stage=QueryStage.ANSWERED)

    assert Query.objects.count() == 3
    assert answered.figure.indicator.reference == "CS1"
    assert [each.service.name for each in Query.objects.overdue(on=NOVEMBER)] == ["Street Cleansing"]
