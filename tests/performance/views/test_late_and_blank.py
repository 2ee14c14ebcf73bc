"""The page of an indicator says what is late, and what a published table left blank."""

from datetime import date

import pytest

from performance.models import Indicator
from tests.performance import lives
from tests.performance.imports.files import in_register
from tests.performance.views.pages import words


@pytest.mark.shows("L5", "F20")
def test_a_rating_of_an_older_period_is_not_all_that_the_page_says(
    browser_of, member, service, period, time_machine
):
    time_machine.move_to(date(2026, 11, 20))
    indicator = lives.measured(service)
    lives.signed_off(indicator, lives.quarter(1), "85")

    page = words(browser_of(member).get(indicator.get_absolute_url()))

    assert "Late Quarter 2 2026/27 is late. The rating above is that of Quarter 1 2026/27." in page


@pytest.mark.shows("F20")
def test_what_is_in_or_not_due_yet_is_not_called_late(browser_of, member, service, period):
    indicator = lives.measured(service)
    lives.signed_off(indicator, lives.quarter(1), "85")

    assert "is late" not in words(browser_of(member).get(indicator.get_absolute_url()))


@pytest.mark.shows("F20", "S2-05")
def test_a_blank_printed_cell_is_not_a_late_return(browser_of, member, service):
    in_register(service)
    satisfied = Indicator.objects.get(reference="3")

    page = words(browser_of(member).get(satisfied.get_absolute_url()))

    assert "2001/02 Blank in the published table Not judged yet Not due" in page
    assert "Late" not in page
