"""The progress reports of the demo council: everything that the product knows of them is there at least once."""

import pytest

from council.dates import Precision
from performance.choices import ItemKind, ItemUpdate
from performance.figures.progress.owners import owed
from performance.figures.progress.paper import paper_of
from performance.models import Erratum, ItemOwner, ProgressItem, ProgressReport
from performance.rules.progress.presenting import presenting_problems
from tests.council.demo.conftest import NOVEMBER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _council(council):
    """Every test here looks at the demo council."""


@pytest.mark.shows("S2-04", "S2-30", "F49")
def test_two_areas_report_three_times_running_and_one_is_still_writing():
    rows = ProgressReport.objects.values_list("area__name", flat=True)

    assert sorted(rows) == ["Clean Streets"] * 3 + ["Customer Service"] * 3
    [draft] = ProgressReport.objects.drafts().with_named()
    assert len(presenting_problems(paper_of(draft, on=NOVEMBER))) == 3
    assert set(ProgressItem.objects.values_list("kind", flat=True)) == set(ItemKind)
    assert set(ProgressItem.objects.values_list("update", flat=True)) == {"", *ItemUpdate}


@pytest.mark.shows("S2-12", "L21")
def test_times_are_of_every_kind_that_papers_write():
    found = set(ProgressItem.objects.values_list("precision", flat=True))

    kinds = {Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.RECURRING, Precision.NONE}
    assert found == {str(each) for each in kinds}
    assert ProgressItem.objects.filter(by_when_as_written="??").exists()
    misprint = ProgressItem.objects.get(text__startswith="How the One Stop", times_carried=0)
    assert "o" in misprint.by_when_as_written.split()[1]
    assert misprint.latest is not None


@pytest.mark.shows("S2-16", "S2-31")
def test_one_item_waits_one_is_awake_one_post_is_overloaded_and_an_erratum_stands():
    report = ProgressReport.objects.with_named().presented().filter(area__name="Customer Service").first()
    items = paper_of(report, on=NOVEMBER).items

    assert any(item.is_waiting for item in items)
    assert any(item.is_awake for item in items)
    assert owed(on=NOVEMBER).overloaded.short == "HCS"
    assert Erratum.objects.count() == 1
    assert ItemOwner.objects.filter(post=None).exists()
