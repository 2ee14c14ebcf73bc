"""Dashboards, the list of indicators and one indicator, as members and officers read them."""

import re
from datetime import date

import pytest

from performance.models import Benchmark
from tests.factories import AppointmentFactory, PortfolioFactory, ResponsibilityFactory, ServiceFactory
from tests.performance import lives
from tests.performance.views.pages import words


@pytest.fixture
def council_rows(service, period, member):
    """Waste stood red and Housing green; the member holds Environment, which answers for waste."""
    environment = PortfolioFactory(name="Environment")
    AppointmentFactory(portfolio=environment, person=member.person, starts_on=date(2026, 5, 20))
    ResponsibilityFactory(portfolio=environment, service=service)
    housing = ServiceFactory(name="Housing")
    rows = {}
    for title, where, before, now in (
        ("Waste recycled", service, "85", "60"),
        ("Homes let", housing, "60", "85"),
    ):
        rows[title] = indicator = lives.measured(where, title=title)
        lives.signed_off(indicator, lives.quarter(1), before)
        lives.signed_off(indicator, period, now)
    return rows | {"housing": housing, "environment": environment}


@pytest.mark.shows("F39", "L5")
def test_the_whole_council_says_what_is_on_target_and_what_changed(browser_of, member, council_rows):
    page = words(browser_of(member).get("/performance/"))

    assert (
        "Quarter 2 2026/27: 1 of 2 on target. Since Quarter 1 2026/27: 1 turned red, 1 recovered to green"
        in page
    )
    assert "Needs attention" in page
    assert lives.WHY in page


@pytest.mark.shows("L5", "F39")
def test_a_dashboard_names_what_is_late_and_counts_it_everywhere(
    browser_of, member, council_rows, service, time_machine
):
    time_machine.move_to(date(2026, 11, 20))
    lives.measured(service, title="Bins missed")

    page = words(browser_of(member).get("/performance/"))

    assert "1 of 3 on target. Since Quarter 1 2026/27: 1 turned red, 1 recovered to green. 1 is late" in page
    assert "Late: nothing signed off Late" in page
    assert "Bins missed" in page
    assert re.search(r"Period Green Red Not known .* Quarter 2 2026/27 1 1 1", page)


@pytest.mark.shows("S1-20")
def test_portfolios_add_to_the_whole_and_what_two_share_is_said(browser_of, member, council_rows, service):
    ResponsibilityFactory(portfolio=PortfolioFactory(name="Climate"), service=service)

    page = words(browser_of(member).get("/performance/"))

    assert "1 indicator belongs to more than one portfolio and stands in the row of each." in page
    assert "The whole council 1 0 1 0 2" in page


@pytest.mark.parametrize(
    "query, shown, hidden",
    [
        pytest.param("portfolio={environment}", "Waste recycled", "Homes let", id="portfolio"),
        pytest.param("service={housing}", "Homes let", "Waste recycled", id="service"),
    ],
)
def test_a_dashboard_narrows_to_a_portfolio_or_a_service(
    query, shown, hidden, browser_of, member, council_rows
):
    keys = {name: council_rows[name].pk for name in ("environment", "housing")}

    page = words(browser_of(member).get(f"/performance/?{query.format(**keys)}"))

    assert (shown in page, hidden in page) == (True, False)


def test_a_member_begins_with_the_portfolios_they_hold(browser_of, member, council_rows):
    browser = browser_of(member)

    assert browser.get("/").url == "/performance/my-portfolios/"
    page = words(browser.get("/performance/my-portfolios/"))
    assert ("Waste recycled" in page, "Homes let" in page) == (True, False)


def test_an_officer_sees_the_services_their_posts_sit_in(browser_of, officer, council_rows):
    page = words(browser_of(officer).get("/performance/my-services/"))

    assert ("Waste recycled" in page, "Homes let" in page) == (True, False)


def test_an_earlier_quarter_can_be_asked_for(browser_of, member, council_rows):
    page = words(browser_of(member).get("/performance/?at=2026-q1"))

    assert "Quarter 1 2026/27: 1 of 2 on target" in page


@pytest.mark.parametrize(
    "query", ["at=2199-q9", "at=", "portfolio=999", "service=abc", "portfolio=1&service="]
)
def test_what_an_address_says_wrongly_falls_back(query, browser_of, member, council_rows):
    assert browser_of(member).get(f"/performance/?{query}").status_code == 200


def test_an_empty_council_says_that_there_is_nothing(browser_of, member):
    assert "Nothing to show for this choice" in words(browser_of(member).get("/performance/"))


@pytest.mark.parametrize(
    "query, shown, hidden",
    [
        pytest.param("status=red", "Waste recycled", "Homes let", id="rating"),
        pytest.param("search=homes", "Homes let", "Waste recycled", id="search"),
        pytest.param("service={housing}", "Homes let", "Waste recycled", id="service"),
        pytest.param("portfolio={environment}", "Waste recycled", "Homes let", id="portfolio"),
    ],
)
def test_the_list_of_indicators_can_be_narrowed(query, shown, hidden, browser_of, member, council_rows):
    keys = {name: council_rows[name].pk for name in ("environment", "housing")}

    answer = browser_of(member).get(f"/performance/indicators/?{query.format(**keys)}")

    titles = [record.title for record in answer.context["list"].table.records()]
    assert (shown in titles, hidden in titles) == (True, False)


@pytest.mark.shows("P6", "F57")
def test_the_file_of_a_list_holds_what_the_list_holds(browser_of, member, council_rows):
    answer = browser_of(member).get("/performance/indicators/?status=red&export=csv")

    text = b"".join(answer).decode("utf-8-sig")
    assert ("Waste recycled" in text, "Homes let" in text) == (True, False)


@pytest.mark.shows("F36", "F41")
def test_an_indicator_shows_its_rule_its_figures_and_its_thread(browser_of, member, council_rows):
    page = words(browser_of(member).get(council_rows["Waste recycled"].get_absolute_url()))

    for said in ("60%", "85%", "Quarter 1 2026/27", "Environment", "Waste and recycling", "no post owns it"):
        assert said in page
    assert "Green at the target or better" in page


@pytest.mark.shows("F32", "S2-27")
def test_a_benchmark_that_the_council_beats_is_never_shown_as_a_shortfall(browser_of, member, council_rows):
    indicator = council_rows["Homes let"]
    Benchmark.objects.create(indicator=indicator, year=2025, as_written="70%", value=70, group="All councils")

    page = words(browser_of(member).get(indicator.get_absolute_url()))

    assert "In the top quarter" in page
    assert "Short of" not in page


@pytest.mark.shows("F32")
def test_published_figures_stand_beside_our_own_of_their_year_with_their_method(
    browser_of, member, council_rows
):
    indicator = council_rows["Homes let"]
    common = {"indicator": indicator, "year": 2026, "group": "Neighbours"}
    for kind, label, written in (
        ("neighbour", "Northbury", 80),
        ("neighbour", "Southbury", 70),
        ("median", "Median", 71),
    ):
        Benchmark.objects.create(kind=kind, label=label, as_written=f"{written}", value=written, **common)
    Benchmark.objects.create(
        kind="rank", label="Our rank", as_written="12 of 45", rank=12, out_of=45, **common
    )

    page = words(browser_of(member).get(indicator.get_absolute_url()))

    assert "Worse than Northbury by 7.5 points" in page
    assert "Better than the median by 1.5 points" in page
    assert "Our figure: 72.5%, the mean of 2 quarters, 2026/27 so far" in page
    assert "12th of 45 (Neighbours, 2026/27), where 1st is best: in the second quarter" in page


def test_an_indicator_without_a_return_says_so(browser_of, member, service, period):
    page = words(browser_of(member).get(lives.measured(service).get_absolute_url()))

    assert "Nothing has been signed off yet" in page


def test_my_returns_says_what_is_late_to_do_and_done(browser_of, officer, service, period):
    lives.submitted(lives.measured(service), period, by=officer)
    browser = browser_of(officer)
    assert "Everything is in." in words(browser.get("/performance/returns/"))

    lives.measured(service)
    assert "1 to do." in words(browser.get("/performance/returns/"))
