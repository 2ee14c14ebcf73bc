"""A step back takes words away again, and the history reads so."""

import pytest

from portfolios.choices import AmendmentKind
from portfolios.operations.amendments import undo, withdraw
from portfolios.rules.redline import redline
from tests.factories import PortfolioFactory
from tests.portfolios.admin.amending import page_of
from tests.portfolios.admin.test_amendment_history import NEW, OLD
from tests.portfolios.remits import ANNUAL, AT, commenced, decided, drafted

KIND = AmendmentKind
BEFORE = ANNUAL.replace(day=1)


def words(client, row):
    """Old and new words of its newest step, in the history."""
    change = client.get(page_of(row, "history")).context["page"].object_list[0].changes[0]
    return change.old, change.new


def told(client, row):
    """The redline of its newest step, on its own page."""
    return client.get(page_of(row)).context["entries"][0].changes


def back(verb, row, by):
    verb(row, expected=row.version, on=BEFORE, by=by, at=AT, why="Too soon")


@pytest.mark.shows("F13")
@pytest.mark.parametrize("verb", [undo, withdraw])
def test_words_that_went_away_again_are_told_as_gone(keeper, made, administrator, verb):
    back(verb, made, administrator)

    assert words(keeper, made) == (NEW, OLD)
    assert told(keeper, made) == redline(NEW, OLD)


def test_a_recorded_item_that_is_withdrawn_is_told_as_gone(keeper, one_stop, administrator):
    back(withdraw, one_stop, administrator)

    assert words(keeper, one_stop) == (OLD, "(blank)")


@pytest.mark.parametrize("verb", [undo, withdraw])
def test_a_merge_that_is_taken_back_is_told_the_other_way_round(keeper, egov, one_stop, administrator, verb):
    merge = drafted(KIND.MERGE, egov, to_portfolio=PortfolioFactory(name="Resources"), by=administrator)
    commenced(decided(merge, by=administrator), by=administrator)
    forth = words(keeper, merge)
    back(verb, merge, administrator)

    assert words(keeper, merge) == forth[::-1]
    assert forth[0] != forth[1]


def test_a_step_back_says_what_the_step_forward_said_though_the_text_has_changed(
    keeper, made, one_stop, egov, administrator
):
    early = ANNUAL.replace(month=4, day=8)
    other = drafted(
        KIND.SUBSTITUTE, egov, item=one_stop, anchor="One Stop Shop", words="Centre",
        effective_on=early, by=administrator,
    )  # fmt: skip
    commenced(decided(other, by=administrator), by=administrator, on=early)
    back(withdraw, made, administrator)

    assert words(keeper, made) == (NEW, OLD)
