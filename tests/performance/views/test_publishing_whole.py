"""Publishing counts what was never begun too, and names what it leaves out."""

import pytest

from tests.performance import lives
from tests.performance.views.pages import words


@pytest.fixture
def quarter_of(service, period):
    """One signed off, one submitted, one drafted, one never begun and one that was over before."""
    titles = ("Signed", "Submitted", "Drafted", "Untouched")
    rows = {title: lives.measured(service, title=title) for title in titles}
    lives.measured(service, title="Over", ends_on="2026-03-31")
    lives.signed_off(rows["Signed"], period)
    lives.submitted(rows["Submitted"], period, by=lives.somebody("enters"))
    lives.drafted(rows["Drafted"], period, by=lives.somebody("enters"))
    return period


@pytest.mark.shows("F27")
def test_publishing_counts_what_was_never_begun(browser_of, administrator, quarter_of):
    page = words(browser_of(administrator).get("/performance/publishing/"))

    assert "Quarter 2 2026/27 Quarterly 1 3 0 Publish" in page


@pytest.mark.shows("F27")
def test_what_a_publication_leaves_out_is_named(browser_of, administrator, quarter_of):
    page = words(browser_of(administrator).get(f"/performance/publishing/{quarter_of.pk}/"))

    assert "1 signed-off return will be published" in page
    assert "3 left out These returns are not signed off and will not be published now." in page
    for title, stage in (("Submitted", "Submitted"), ("Drafted", "Draft"), ("Untouched", "Not begun")):
        assert f"{title} Waste and recycling {stage}" in page
    assert "Over" not in page.split("left out")[1]
