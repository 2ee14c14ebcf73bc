"""What a dashboard shows is drawn once for the same facts, and anew as soon as one of them differs."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from council.audit import save_versioned
from performance.operations.returns import reopen
from performance.views.drawn import KEPT, figures_drawn
from tests.factories import (
    PortfolioFactory,
    PostFactory,
    ResponsibilityFactory,
    ServiceFactory,
    TargetFactory,
)
from tests.performance import lives
from tests.performance.views.pages import words


@pytest.fixture
def recycled(service):
    """Red in quarter 2 of 2026/27, green in the two before."""
    indicator = lives.measured(service, title="Waste recycled", owner=PostFactory(title="Head of Waste"))
    for number, value in ((1, "85"), (2, "60")):
        lives.signed_off(indicator, lives.quarter(number), value)
    lives.signed_off(indicator, lives.quarter(4, year=2025), "90")
    return indicator


@pytest.fixture
def look(browser_of, member):
    """Opens the dashboard of the whole council, or of a scope, and says its words."""
    browser = browser_of(member)
    return lambda query="": words(browser.get(f"/performance/?{query}"))


def queries_of(look, query=""):
    with CaptureQueriesContext(connection) as captured:
        look(query)
    return len(captured)


def corrected(row, lead, value):
    reopen(row, expected=row.version, by=lead, at=lives.AT, reason="A depot was left out.")
    row = lives.submitted(
        row.indicator, row.period, value, by=lives.somebody("enters"), expected=lives.fresh(row).version
    )
    lives.returns.sign_off(row, expected=row.version, by=lead, at=lives.AT)


def test_a_second_look_draws_nothing(look, recycled):
    first = look()

    drawn = figures_drawn.cache_info().misses
    assert look() == first
    assert figures_drawn.cache_info().misses == drawn


def test_everybody_shares_what_is_drawn(look, recycled, browser_of, officer):
    look()

    drawn = figures_drawn.cache_info().misses
    assert "Waste recycled" in words(browser_of(officer).get("/performance/"))
    assert figures_drawn.cache_info().misses == drawn


@pytest.mark.parametrize("query", ["", "service={service}"])
def test_a_first_look_takes_twelve_queries_and_those_after_it_ten(query, look, recycled, service):
    query = query.format(service=service.pk)

    assert queries_of(look, query) <= 12
    assert queries_of(look, query) <= 10


def test_queries_do_not_grow_with_the_indicators(look, recycled, service):
    few = queries_of(look)
    for _ in range(10):
        lives.signed_off(lives.measured(service), lives.quarter(2), "60")
        lives.measured(service)

    assert queries_of(look) == few


def test_what_is_signed_off_counts_at_once(look, recycled, service):
    waiting = lives.submitted(lives.measured(service), lives.quarter(2), "85", by=lives.somebody("enters"))
    assert "0 of 1 on target" in look()

    lives.returns.sign_off(waiting, expected=waiting.version, by=lives.somebody("signs"), at=lives.AT)

    assert "1 of 2 on target" in look()


@pytest.mark.parametrize(
    "number, year, before, after",
    [
        pytest.param(2, 2026, "60%", "61%", id="of-the-quarter"),
        pytest.param(4, 2025, "90, 85, 60", "91, 85, 60", id="of-an-earlier-one"),
    ],
)
def test_a_corrected_figure_shows_at_once(
    number, year, before, after, look, recycled, lead_officer, browser_of, member
):
    browser = browser_of(member)
    assert before in browser.get("/performance/").content.decode()

    row = recycled.returns.get(period=lives.quarter(number, year=year))
    corrected(row, lead_officer, after.rstrip("%").partition(",")[0])

    page = browser.get("/performance/").content.decode()
    assert (before in page, after in page) == (False, True)


def test_what_the_register_says_shows_at_once(look, recycled, service, administrator):
    portfolio = PortfolioFactory(name="Environment")
    ResponsibilityFactory(service=service, portfolio=portfolio)
    query = f"service={service.pk}"
    look(query)
    look()

    for row, field, new in (
        (recycled, "title", "Household waste recycled"),
        (recycled.owner, "title", "Head of Streets"),
        (service, "name", "Waste and streets"),
        (portfolio, "name", "Clean streets"),
    ):
        setattr(row, field, new)
        save_versioned(row, expected=row.version, by=administrator)
        assert new in look(query if row == service else ""), new


def test_a_target_that_is_set_shows_where_no_figure_stands(look, service):
    indicator = lives.measured(service, title="Homes let")
    lives.quarter(2)
    query = f"service={service.pk}"
    assert "No return yet 80" in look(query)

    TargetFactory(indicator=indicator, period=lives.quarter(2), as_written="77", value=77)

    assert "No return yet 77" in look(query)


def test_an_indicator_that_is_new_this_quarter_counts(look, recycled, service):
    new = lives.measured(service, starts_on=date(2026, 7, 1))
    lives.signed_off(new, lives.quarter(2), "85")

    assert "1 of 2 on target" in look()


def test_only_so_much_is_kept(look, recycled):
    for each in range(KEPT + 4):
        look(f"service={ServiceFactory(name=f'Service {each}').pk}")

    assert figures_drawn.cache_info().currsize == KEPT
