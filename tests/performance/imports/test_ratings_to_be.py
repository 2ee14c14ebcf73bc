"""A file of returns shows the rating that each would get; one that counts at once has to be complete."""

import pytest

from performance.models import Return
from tests.factories import IndicatorFactory, RatingRuleFactory, TargetFactory
from tests.performance import lives
from tests.performance.imports.files import applied, brought, csv, looked_at, planned, told
from tests.performance.imports.test_pages import preview, text

pytestmark = pytest.mark.django_db
HEADER = "Reference,Indicator,Period,Value,Comment"
COUNTS_AT_ONCE = pytest.mark.parametrize("step", ["signed_off", "published"])


@pytest.fixture
def bins(service):
    lives.quarter(1), lives.quarter(2)
    indicator = IndicatorFactory(service=service, reference="BV 1", title="Bins emptied")
    for year in (2025, 2026):
        TargetFactory(indicator=indicator, year=year, value=95)
    return indicator


def row(value, comment="", period="Q2 2026/27"):
    return f"BV 1,,{period},{value},{comment}"


@pytest.mark.shows("F24", "F35")
def test_preview_shows_the_rating_to_be_and_where_no_comment_comes_with_it(client, administrator, bins):
    client.force_login(administrator)
    content = csv(HEADER, row("50%"), row("96%", "Fine", "Q1 2026/27"))

    page = text(preview(client, brought("returns", content, step="drafted")))

    assert "New Value: 50% Red no comment" in page
    assert "Comment: Fine Green" in page


@COUNTS_AT_ONCE
@pytest.mark.shows("F24", "F38")
def test_figure_off_target_that_counts_at_once_needs_its_comment(bins, step):
    plan = planned("returns", csv(HEADER, row("50%"), row("96%", "", "Q1 2026/27")), step=step)

    assert told(plan) == [("Cell E2", "This is off target. Say in the comment why, and what happens next.")]
    assert not Return.objects.exists()


def test_draft_off_target_may_come_without_a_comment(bins):
    applied("returns", csv(HEADER, row("50%")), step="drafted")

    assert Return.objects.get().latest.rating == "red"


@COUNTS_AT_ONCE
@pytest.mark.shows("F25")
def test_period_that_has_not_ended_is_refused_at_any_step(bins, step):
    lives.quarter(3)
    plan = planned("returns", csv(HEADER, row("96%", "", "Q3 2026/27")), step=step)

    assert told(plan) == [
        ("Row 2", "Quarter 3 2026/27 ends on 31 December 2026. Returns are made once a period has ended.")
    ]


def test_rating_to_be_is_that_which_is_kept_where_the_file_holds_the_year_before_too(bins):
    """Held since last year is amber by this rule: only the file knows last year's value."""
    RatingRuleFactory(year=2020, travel_effect="held_is_amber")
    lives.quarter(2, 2025)
    content = csv(HEADER, row("50%", "Vans", "Q2 2026/27"), row("50%", "Vans", "Q2 2025/26"))

    plan = planned("returns", content, step="signed_off")
    applied("returns", content, step="signed_off")

    kept = [each.standing.rating for each in Return.objects.order_by("-period__ends_on")]
    assert [change.rating for change in plan.changes] == kept == ["amber", "red"]


def test_ratings_of_a_file_ask_the_database_by_the_period(bins, service, django_assert_max_num_queries):
    lines = [row("96%")]
    for number in range(2, 30):
        IndicatorFactory(service=service, reference=f"BV {number}", title=f"Measure {number}")
        lines.append(f"BV {number},,Q2 2026/27,96%,")

    batch = brought("returns", csv(HEADER, *lines), step="signed_off")
    with django_assert_max_num_queries(14):
        assert looked_at(batch).number == 29
