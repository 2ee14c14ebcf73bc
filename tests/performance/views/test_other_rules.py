"""Beside a rating stands what other common rules would have said, for members to see on the indicator's page."""

import pytest

from council.rag import Rag
from performance.choices import Direction, ValueKind
from performance.figures.other_rules import other_ratings, others_in_words
from performance.operations.returns import override_rating
from tests.factories import TargetFactory
from tests.performance import lives
from tests.performance.views.pages import words


@pytest.mark.shows("L7")
def test_a_member_reads_what_other_common_rules_would_say(browser_of, member, service, period):
    indicator = lives.measured(service)
    lives.signed_off(indicator, period, "74")

    page = words(browser_of(member).get(indicator.get_absolute_url()))

    assert "Under other common rules 3 of 4 would rate it otherwise" in page
    assert "Amber down to 95% of the target Red 74%" in page
    assert "Green from 90%, amber from 70% of the target Green" in page
    assert "Forecast for the year end Not known" in page


@pytest.mark.shows("L7", "F37")
def test_other_rules_are_held_against_the_rule_and_not_a_set_rating(service, period, lead_officer):
    indicator = lives.measured(service)
    row = lives.submitted(indicator, period, "85", by=lives.somebody("enters"))
    override_rating(row, expected=row.version, by=lead_officer, at=lives.AT, rating=Rag.RED, reason="x")

    others = other_ratings(indicator, lives.fresh(row).standing, period)

    assert ([each.differs for each in others], others_in_words(others)) == (
        [False] * 4,
        "none of 4 would rate it otherwise",
    )


@pytest.mark.parametrize(
    "more, written",
    [
        pytest.param({"value_kind": ValueKind.MILESTONE}, "Done", id="words"),
        pytest.param({"direction": Direction.NEITHER}, "85", id="for information"),
        pytest.param({}, "Not known", id="not known"),
    ],
)
def test_other_rules_say_nothing_where_no_rule_measures(more, written, browser_of, member, service, period):
    indicator = lives.measured(service, **more)
    lives.signed_off(indicator, period, written)

    assert "Under other common rules" not in words(browser_of(member).get(indicator.get_absolute_url()))


def test_other_rules_take_the_ends_of_a_range(service, period):
    indicator = lives.measured(service, direction=Direction.RANGE)
    indicator.targets.all().delete()
    TargetFactory(
        indicator=indicator, year=2026, as_written="40 to 60", basis="range", value=None, low=40, high=60
    )
    row = lives.signed_off(indicator, period, "62")

    assert [each.rating for each in other_ratings(indicator, row.standing, period)][:2] == ["amber", "green"]
