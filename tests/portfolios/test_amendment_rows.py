"""Amendments in the database: how far each is on a day, and who may see it."""

from datetime import date, timedelta

import pytest

from portfolios.choices import AmendmentKind, AmendmentStage
from portfolios.models import Amendment
from portfolios.operations.amendments import propose, undo, withdraw
from tests.factories import PortfolioFactory, UserFactory
from tests.portfolios.remits import ANNUAL, AT, commenced, decided, drafted, found

pytestmark = pytest.mark.django_db
TODAY = date(2005, 4, 20)


@pytest.fixture
def admin():
    return UserFactory(username="keeper")


@pytest.fixture
def rows(admin):
    """One amendment at each stage, and one recorded item."""
    portfolio = PortfolioFactory()

    def another(words):
        return drafted(AmendmentKind.ADD_ITEM, portfolio, words=words, item_kind="executive", by=admin)

    proposed, gone = another("proposed"), another("withdrawn")
    for each in (proposed, gone):
        propose(each, expected=each.version, by=admin, at=AT)
    withdraw(gone, expected=gone.version, on=TODAY, by=admin, at=AT, why="No")
    return {
        AmendmentStage.DRAFT: another("draft"),
        AmendmentStage.PROPOSED: proposed,
        AmendmentStage.DECIDED: decided(another("decided"), by=admin),
        AmendmentStage.PENDING: commenced(decided(another("pending"), by=admin), by=admin),
        AmendmentStage.IN_FORCE: found(portfolio, "found", by=admin),
        AmendmentStage.WITHDRAWN: gone,
    }


@pytest.mark.parametrize("day", [TODAY, ANNUAL - timedelta(1), ANNUAL])
def test_the_stage_of_a_row_and_of_the_queryset_are_one(rows, day):
    for row in Amendment.objects.with_stage(on=day):
        assert row.stage_then == row.stage(on=day)
    assert {row.stage(on=TODAY) for row in Amendment.objects.all()} == {*AmendmentStage} - {
        AmendmentStage.HELD,
        AmendmentStage.WITHOUT_EFFECT,
    }


def test_a_draft_is_not_put_forward_and_what_was_once_proposed_is(rows, admin):
    put_forward = set(Amendment.objects.put_forward())

    assert put_forward == {*rows.values()} - {rows[AmendmentStage.DRAFT]}


def test_a_draft_that_was_withdrawn_or_taken_back_stays_unseen(rows, admin):
    draft, proposed = rows[AmendmentStage.DRAFT], rows[AmendmentStage.PROPOSED]
    withdraw(draft, expected=draft.version, on=TODAY, by=admin, at=AT, why="No")
    undo(proposed, expected=proposed.version, on=TODAY, by=admin, at=AT, why="Not yet")

    assert not {draft, proposed} & set(Amendment.objects.put_forward())


def test_the_clause_of_a_row_is_that_of_its_newest_entry(rows):
    row = Amendment.objects.with_clause().get(pk=rows[AmendmentStage.PENDING].pk)

    assert row.clause == row.entries.first().clause


def test_recorded_items_are_no_changes(rows):
    assert set(Amendment.objects.changes()) == {*rows.values()} - {rows[AmendmentStage.IN_FORCE]}
