"""An administrator says that the product computes an indicator, and from what."""

import pytest

from performance.models import Indicator
from tests.council.admin.filled import problems, save
from tests.factories import IndicatorFactory


def url(indicator):
    return f"/admin/performance/indicator/{indicator.pk}/change/"


def test_a_source_is_chosen_with_its_query_in_words(keeper):
    indicator = IndicatorFactory()

    page = keeper.get(url(indicator)).content.decode()
    save(keeper, url(indicator), computed_from="promises_kept", is_council_wide="", why="Counted here now")

    indicator.refresh_from_db()
    assert "A promise without a day is due in no period." in page
    assert (indicator.computed_from, indicator.is_council_wide) == ("promises_kept", False)


@pytest.mark.parametrize(
    "change, said",
    [
        pytest.param(
            {"value_kind": "count"},
            {"value_kind": ["“Share of promises kept” gives a percentage. Choose that"]},
            id="a-count-holds-no-share",
        ),
        pytest.param(
            {"direction": "lower"},
            {"direction": ["Of “Share of promises kept” higher is better. Choose “Higher is better”"]},
            id="the-wrong-way",
        ),
        pytest.param(
            {"computed_from": "guesses"},
            {"computed_from": ["Select a valid choice. guesses is not one of the available choices."]},
            id="no-such-source",
        ),
    ],
)
def test_what_cannot_hold_the_share_is_told(keeper, change, said):
    indicator = IndicatorFactory()

    answer = save(keeper, url(indicator), **{"computed_from": "promises_kept", "why": "Test"} | change)

    assert problems(answer) == said
    assert Indicator.objects.get().computed_from == ""


def test_a_cycle_says_how_early_people_are_reminded(keeper):
    indicator = IndicatorFactory()
    cycle = f"/admin/performance/cycle/{indicator.cycle_id}/change/"

    refused = save(keeper, cycle, remind_working_days="0", why="Test")
    save(keeper, cycle, remind_working_days="3", untouched_days="7", carried_periods="4", why="Agreed")

    row = type(indicator.cycle).objects.get()
    assert "Reminders need a number of 1 or more" in str(problems(refused))
    assert (row.remind_working_days, row.untouched_days, row.carried_periods) == (3, 7, 4)
