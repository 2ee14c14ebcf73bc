"""Services go along with the words that give them, once and not twice, and come back when that is undone."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from portfolios.choices import AmendmentKind, Basis
from portfolios.models import Portfolio, Responsibility
from portfolios.operations.amendments import undo, withdraw
from tests.factories import PortfolioFactory, ResponsibilityFactory, ServiceFactory
from tests.portfolios.remits import ANNUAL, AT, commenced, decided, drafted, found

KIND = AmendmentKind
DAY_BEFORE = ANNUAL - timedelta(days=1)
SINCE, LATER = date(2004, 5, 1), ANNUAL + timedelta(days=100)
SHOP = "Remit: “the One Stop Shop”."
pytestmark = pytest.mark.django_db


@pytest.fixture
def other():
    return PortfolioFactory(name="Resources")


@pytest.fixture
def held(egov, one_stop):
    """Answered for by the words of the item."""
    return ResponsibilityFactory(portfolio=egov, evidence=SHOP, starts_on=SINCE)


def settled(kind, portfolio, by, **fields):
    return commenced(decided(drafted(kind, portfolio, by=by, **fields), by=by), by=by)


def answering(service, day):
    """Who answers for a service on a day, expressly or not, and until when."""
    rows = Responsibility.objects.on(day).filter(service=service).order_by("pk")
    return [(row.portfolio.name, row.basis, row.ends_on) for row in rows]


@pytest.mark.shows("F10", "F8")
@pytest.mark.parametrize("verb", [undo, withdraw])
def test_an_item_that_moves_takes_its_services_along_until_that_is_undone(
    egov, one_stop, other, held, admin, verb
):
    move = settled(KIND.MOVE_ITEM, egov, admin, item=one_stop, to_portfolio=other)

    assert answering(held.service, DAY_BEFORE) == [(egov.name, Basis.EXPRESS, DAY_BEFORE)]
    assert answering(held.service, ANNUAL) == [("Resources", Basis.EXPRESS, None)]
    verb(move, expected=move.version, on=DAY_BEFORE, by=admin, at=AT, why="Not yet")

    assert answering(held.service, ANNUAL) == [(egov.name, Basis.EXPRESS, None)]
    assert not other.responsibilities.exists()


@pytest.mark.shows("F10")
def test_items_that_are_split_off_take_their_services_along_until_that_is_undone(egov, one_stop, held, admin):
    split = settled(KIND.SPLIT, egov, admin, items=[one_stop.pk], words="Shops")
    assert answering(held.service, ANNUAL) == [("Shops", Basis.EXPRESS, None)]
    undo(split, expected=split.version, on=DAY_BEFORE, by=admin, at=AT, why="Not yet")

    assert answering(held.service, ANNUAL) == [(egov.name, Basis.EXPRESS, None)]
    assert not Portfolio.objects.filter(name="Shops").exists()


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"evidence": "Remit: “libraries”."}, id="by-another-item"),
        pytest.param({"evidence": f"{SHOP} And “libraries”."}, id="by-another-item-too"),
        pytest.param({"evidence": "The leader's scheme: “One Stop Shop”."}, id="by-another-paper"),
        pytest.param({"evidence": SHOP, "basis": Basis.INFORMAL}, id="informally"),
        pytest.param({"evidence": SHOP, "ends_on": DAY_BEFORE}, id="not-any-more"),
        pytest.param({"evidence": ""}, id="no-words-recorded"),
    ],
)
def test_a_service_that_rests_on_anything_else_stays(egov, one_stop, other, admin, fields):
    found(egov, "libraries", by=admin)
    held = ResponsibilityFactory(portfolio=egov, **{"starts_on": SINCE, **fields})
    settled(KIND.MOVE_ITEM, egov, admin, item=one_stop, to_portfolio=other)

    held.refresh_from_db()
    assert held.ends_on == fields.get("ends_on")
    assert not other.responsibilities.exists()


def test_a_move_is_refused_where_a_service_would_end_before_it_begins(egov, one_stop, other, admin):
    ResponsibilityFactory(portfolio=egov, evidence=SHOP, starts_on=ANNUAL)

    with pytest.raises(ValidationError, match="starts on 20 May 2005"):
        settled(KIND.MOVE_ITEM, egov, admin, item=one_stop, to_portfolio=other)


WORDS, CUSTOM = Basis.EXPRESS, Basis.INFORMAL


@pytest.mark.parametrize(
    "mine, theirs, then, later",
    [
        pytest.param((WORDS, None), (WORDS, None), [WORDS], [WORDS], id="both-express"),
        pytest.param((CUSTOM, None), (WORDS, None), [WORDS], [WORDS], id="theirs-is-express"),
        pytest.param((WORDS, None), (CUSTOM, None), [WORDS], [WORDS], id="mine-is-express"),
        pytest.param((CUSTOM, None), (CUSTOM, None), [CUSTOM], [CUSTOM], id="both-informal"),
        pytest.param((WORDS, None), (WORDS, LATER), [WORDS], [WORDS], id="theirs-ends-first"),
        pytest.param((WORDS, LATER), (WORDS, None), [WORDS], [WORDS], id="mine-ends-first"),
        pytest.param(
            (WORDS, LATER), (CUSTOM, None), [WORDS, CUSTOM], [CUSTOM], id="mine-is-stronger-and-ends-first"
        ),
    ],
)
def test_after_a_merge_nobody_answers_twice_for_the_same(
    egov, one_stop, other, admin, mine, theirs, then, later
):
    service = ServiceFactory()
    for portfolio, (basis, until) in ((egov, mine), (other, theirs)):
        ResponsibilityFactory(
            service=service,
            portfolio=portfolio,
            basis=basis,
            evidence="Words",
            starts_on=SINCE,
            ends_on=until,
        )
    was = list(Responsibility.objects.values_list("pk", "portfolio", "basis", "starts_on", "ends_on"))
    merge = settled(KIND.MERGE, egov, admin, to_portfolio=other)

    for day, bases in ((ANNUAL, then), (LATER + timedelta(1), later)):
        assert sorted(basis for _, basis, _ in answering(service, day)) == bases
        assert {name for name, _, _ in answering(service, day)} == {"Resources"}
    undo(merge, expected=merge.version, on=DAY_BEFORE, by=admin, at=AT, why="Not yet")

    assert list(Responsibility.objects.values_list("pk", "portfolio", "basis", "starts_on", "ends_on")) == was
