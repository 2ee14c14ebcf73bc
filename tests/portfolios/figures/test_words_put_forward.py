"""What was proposed or decided keeps its operative words, whatever becomes of the remit around it."""

from datetime import timedelta

import pytest

from council.access import Role
from portfolios.choices import AmendmentKind
from portfolios.figures.amendment_page import amendment_page
from portfolios.figures.remits import remit_register
from portfolios.models import Amendment
from portfolios.operations.amendments import decide, propose, undo, withdraw
from tests.factories import PortfolioFactory, UserFactory
from tests.portfolios.remits import ANNUAL, AT, cabinet_decision, commenced, decided, drafted, found

KIND = AmendmentKind
DAY_BEFORE = ANNUAL - timedelta(1)
pytestmark = pytest.mark.django_db
SHOP = "Move item 2 of the remit of the Customers portfolio to the Streets portfolio."


@pytest.fixture
def admin():
    return UserFactory(username="keeper", role=Role.ADMINISTRATOR)


@pytest.fixture
def customers():
    return PortfolioFactory(name="Customers")


@pytest.fixture
def move(customers, admin):
    """The second item of a remit is to go to another portfolio."""
    found(customers, "libraries", by=admin)
    shop = found(customers, "the One Stop Shop", by=admin)
    streets = PortfolioFactory(name="Streets")
    return drafted(KIND.MOVE_ITEM, customers, item=shop, to_portfolio=streets, by=admin)


@pytest.fixture
def gone(move, customers, admin):
    """The item goes elsewhere first."""

    def go():
        parks = PortfolioFactory(name="Parks")
        other = drafted(
            KIND.MOVE_ITEM, customers, item=move.item, to_portfolio=parks, effective_on=DAY_BEFORE, by=admin
        )
        commenced(decided(other, by=admin), by=admin, on=DAY_BEFORE)

    return go


def clauses(row):
    """Its operative words on its page and in the list."""
    page = amendment_page(remit_register(), Amendment.objects.get(pk=row.pk), on=DAY_BEFORE)
    return {page.card.clause, Amendment.objects.with_clause().get(pk=row.pk).clause}


def taken_back(row, verb, admin):
    verb(row, expected=row.version, on=DAY_BEFORE, by=admin, at=AT, why="Not now")


@pytest.mark.shows("F13")
def test_what_was_decided_reads_as_it_was_decided_though_its_item_is_gone(move, gone, admin):
    decided(move, by=admin)
    gone()

    assert clauses(move) == {SHOP}


def test_a_draft_is_read_in_the_remit_as_it_stands(move, gone):
    gone()

    page = amendment_page(remit_register(), move, on=DAY_BEFORE)
    assert page.card.clause.startswith("Move an item that is not in the remit of the Customers portfolio to")


@pytest.mark.parametrize("verb", [undo, withdraw])
def test_a_step_back_leaves_the_words_as_they_were_put_forward(move, gone, admin, verb):
    decided(move, by=admin)
    gone()
    move.refresh_from_db()
    taken_back(move, verb, admin)

    assert clauses(move) == {SHOP}
    assert move.entries.first().clause == SHOP


def test_a_proposal_whose_decision_was_taken_back_reads_as_it_was_proposed(move, customers, admin):
    """Between the two an item was put before it."""
    propose(move, expected=move.version, by=admin, at=AT)
    before = drafted(
        KIND.ADD_ITEM, customers, item=move.item, placing="before", words="museums",
        item_kind="executive", effective_on=DAY_BEFORE, by=admin,
    )  # fmt: skip
    commenced(decided(before, by=admin), by=admin, on=DAY_BEFORE)
    decide(move, decision=cabinet_decision(), expected=move.version, by=admin, at=AT)
    assert clauses(move) == {SHOP.replace("item 2", "item 3")}
    taken_back(move, undo, admin)

    assert clauses(move) == {SHOP}
