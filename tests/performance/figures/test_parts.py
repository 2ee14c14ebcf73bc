"""A dashboard's parts: what changed, what needs attention, and who answers for what."""

from datetime import date
from decimal import Decimal

import pytest

from council.rag import Rag
from performance.figures.board import board, facts_of, indicator_lines
from performance.figures.dashboard import QUARTERS_BACK, moments
from performance.figures.parts import NO_PORTFOLIO, by_portfolio, by_service, changes, counted_in_several
from performance.figures.standing import quarters_ended
from performance.operations.returns import override_rating
from portfolios.figures.structure import structure
from tests.factories import PortfolioFactory, PostFactory, ResponsibilityFactory, ServiceFactory
from tests.performance import lives

TODAY = date(2026, 11, 2)
VALUE = {Rag.GREEN: "80", Rag.AMBER: "72", Rag.RED: "71"}


def when():
    return moments(quarters_ended(TODAY)[:QUARTERS_BACK], today=TODAY)


def needs_attention():
    return board(when(), facts_of(when())).attention


def went(service, before, now, **more):
    """An indicator that stood at one status and then at another; None for no return."""
    indicator = lives.measured(service, **more)
    for number, status in ((1, before), (2, now)):
        period = lives.quarter(number)
        if status in VALUE:
            lives.signed_off(indicator, period, VALUE[status])
        elif status == Rag.NOT_KNOWN:
            lives.not_known(indicator, period)
    return indicator


@pytest.mark.parametrize(
    "before, now, group",
    [
        pytest.param(Rag.GREEN, Rag.RED, "turned_red", id="green-to-red"),
        pytest.param(Rag.AMBER, Rag.RED, "turned_red", id="amber-to-red"),
        pytest.param(Rag.RED, Rag.GREEN, "recovered", id="red-to-green"),
        pytest.param(Rag.AMBER, Rag.GREEN, "recovered", id="amber-to-green"),
        pytest.param(Rag.GREEN, Rag.AMBER, "others", id="green-to-amber"),
        pytest.param(Rag.RED, Rag.AMBER, "others", id="red-to-amber"),
        pytest.param(Rag.RED, Rag.RED, None, id="still-red"),
        pytest.param(Rag.NOT_KNOWN, Rag.RED, None, id="not-known-before"),
        pytest.param(Rag.GREEN, Rag.NOT_KNOWN, None, id="not-known-now"),
        pytest.param(None, Rag.RED, None, id="new"),
        pytest.param(Rag.GREEN, None, None, id="late-now"),
    ],
)
def test_what_changed_is_among_those_rated_twice(before, now, group, service):
    went(service, before, now)

    found = changes(indicator_lines(when()))

    groups = ("turned_red", "recovered", "others")
    assert [name for name in groups if getattr(found, name)] == ([group] if group else [])


@pytest.mark.parametrize(
    "pairs, words",
    [
        pytest.param([], "no rating changed", id="nothing"),
        pytest.param([(Rag.GREEN, Rag.RED)], "1 turned red", id="one"),
        pytest.param(
            [(Rag.GREEN, Rag.RED), (Rag.AMBER, Rag.RED), (Rag.RED, Rag.GREEN), (Rag.RED, Rag.AMBER)],
            "2 turned red, 1 recovered to green, 1 changed otherwise",
            id="all-three",
        ),
    ],
)
def test_the_headline_says_what_changed(pairs, words, service):
    for before, now in pairs:
        went(service, before, now)

    assert changes(indicator_lines(when())).words == words


@pytest.mark.shows("L5")
def test_what_is_late_is_named_whatever_it_was_before(service):
    for before in (Rag.GREEN, None):
        went(service, before, None, title=f"Was {before and before.value}")
    went(service, Rag.GREEN, Rag.GREEN)

    found = changes(indicator_lines(when()))

    assert ({line.title for line in found.late}, found.late_words, found.words) == (
        {"Was green", "Was None"},
        "2 are late",
        "no rating changed",
    )


@pytest.mark.shows("S2-29")
def test_red_and_what_slipped_need_attention_the_newly_red_first(service):
    went(service, Rag.GREEN, Rag.AMBER, title="D slipped")
    went(service, Rag.RED, Rag.RED, title="B still red")
    went(service, Rag.AMBER, Rag.RED, title="C newly red")
    went(service, Rag.RED, Rag.AMBER, title="Better")
    went(service, Rag.GREEN, Rag.GREEN, title="Well")
    went(service, Rag.GREEN, None, title="Late")

    found = needs_attention()

    assert [each.line.title for each in found] == ["C newly red", "B still red", "D slipped"]


def test_attention_shows_the_values_so_far_the_comment_and_the_owner(service):
    went(service, Rag.AMBER, Rag.RED, owner=PostFactory(title="Head of Waste", abbreviation="HW"))

    (found,) = needs_attention()

    assert (found.values, found.target, found.owner) == ([Decimal(72), Decimal(71)], 80, "Head of Waste (HW)")
    assert found.comment == lives.WHY
    assert found.spark_title.endswith(": 72, 71; target 80")


@pytest.mark.shows("S2-29")
def test_attention_says_that_nobody_owns_it(service):
    went(service, Rag.GREEN, Rag.RED)

    (found,) = needs_attention()

    assert found.owner == ""


def test_an_override_to_red_needs_attention(service, lead_officer):
    row = lives.submitted(lives.measured(service), lives.quarter(2), "80", by=lives.somebody("enters"))
    override_rating(row, expected=row.version, by=lead_officer, at=lives.AT, rating=Rag.RED, reason="x")

    assert len(needs_attention()) == 1


def parts_of(member):
    return by_portfolio(indicator_lines(when()), structure(day=TODAY, reader=member))


@pytest.mark.shows("S1-20")
def test_an_indicator_follows_the_portfolio_of_the_nearest_service_above(member, service):
    environment, finance = PortfolioFactory(name="Environment"), PortfolioFactory(name="Finance")
    team = ServiceFactory(name="Street cleansing", parent=service)
    apart = ServiceFactory(name="Waste accounts", parent=service)
    ResponsibilityFactory(service=service, portfolio=environment)
    ResponsibilityFactory(service=apart, portfolio=finance)
    went(team, None, Rag.RED)
    went(apart, None, Rag.GREEN)

    found = {part.name: (part.red, part.summary.total) for part in parts_of(member)}

    assert found == {"Environment": (1, 1), "Finance": (0, 1)}


def test_two_portfolios_that_share_a_service_both_count_it(member, service):
    for name in ("Environment", "Finance"):
        ResponsibilityFactory(service=service, portfolio=PortfolioFactory(name=name))
    went(service, None, Rag.RED)

    parts = parts_of(member)

    assert [(part.name, part.red) for part in parts] == [("Environment", 1), ("Finance", 1)]
    assert counted_in_several(parts) == 1


@pytest.mark.shows("S0-03")
def test_what_nobody_answers_for_is_a_part_of_its_own(member, service):
    ResponsibilityFactory(service=service, portfolio=PortfolioFactory(name="Gone"), ends_on=date(2026, 6, 30))
    went(service, None, Rag.RED)

    assert [(part.pk, part.name, part.red) for part in parts_of(member)] == [(None, NO_PORTFOLIO, 1)]


def test_parts_by_service_stand_in_the_order_of_their_names(member):
    for name in ("Waste", "Housing", "Parks"):
        went(ServiceFactory(name=name), None, Rag.GREEN)
    ServiceFactory(name="Without indicators")

    parts = by_service(indicator_lines(when()), structure(day=TODAY, reader=member))

    assert [part.name for part in parts] == ["Housing", "Parks", "Waste"]
