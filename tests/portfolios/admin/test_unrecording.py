"""A recorded item is withdrawn with a warning, a reason, and only while nothing in force rests on it."""

from datetime import date

import pytest

from portfolios.choices import AmendmentKind
from portfolios.models import Ruling
from portfolios.operations.amendments import NotNow, withdraw
from tests.factories import PortfolioFactory, ResponsibilityFactory, ServiceFactory
from tests.portfolios.admin.amending import buttons, page_of, plain, press, said, step_of
from tests.portfolios.remits import ANNUAL, AT, commenced, decided, drafted, texts

KIND = AmendmentKind
WORDS = "responsibility for the One Stop Shop"
TODAY = date(2005, 4, 8)


def test_the_page_says_which_words_go_since_when_and_who_answers_by_them(keeper, egov, one_stop):
    shops = ServiceFactory(name="Shops")
    ResponsibilityFactory(service=shops, portfolio=egov, evidence="Remit: “the One Stop Shop”.")
    Ruling.objects.create(
        portfolio=egov,
        item=one_stop,
        question="All?",
        ruling="Yes",
        ruled_on=TODAY,
        ruled_by="Monitoring Officer",
    )
    page = plain(keeper.get(page_of(one_stop, "withdraw")))

    for told in (
        "as if they had never stood there, on every day, past days too, and without a decision",
        f'<blockquote class="clause">{WORDS}</blockquote>',
        "item 1 of the E-Government and Member Services remit, on every day",
        "Shops, delivery and improvement, is answered for expressly by these words.",
        "Monitoring Officer, Ruling of 8 April 2005.",
        f"kind=repeal_item&amp;item={one_stop.pk}",
    ):
        assert told in page


def test_any_other_amendment_is_withdrawn_without_that_warning(keeper, insertion):
    assert "as if they had never stood there" not in plain(keeper.get(page_of(insertion, "withdraw")))


def test_it_takes_a_reason_on_the_page_and_anywhere_else(keeper, one_stop, egov, administrator):
    answer = press(keeper, page_of(one_stop, "withdraw"), "take")
    assert said(answer)["why"] == ["Say why, in a few words."]
    with pytest.raises(NotNow, match="Say why"):
        withdraw(one_stop, expected=one_stop.version, on=TODAY, by=administrator, at=AT, why=" ")

    press(keeper, page_of(one_stop, "withdraw"), "take", why="Another council's")
    assert (step_of(one_stop), texts(egov, TODAY)) == ("withdrawn", [])


def test_an_item_that_a_merge_in_force_took_along_is_not_withdrawn(keeper, egov, one_stop, administrator):
    other = PortfolioFactory(name="Resources")
    merge = drafted(KIND.MERGE, egov, to_portfolio=other, effective_on=TODAY, by=administrator)
    decided(merge, by=administrator)
    assert "withdraw" in buttons(keeper, one_stop)
    commenced(merge, by=administrator, on=TODAY)

    assert "withdraw" not in buttons(keeper, one_stop)
    assert f"Amendment {merge.pk} (merge the portfolio into another) is in force" in plain(
        keeper.get(page_of(one_stop, "withdraw"))
    )
    with pytest.raises(NotNow, match="took this item along"):
        withdraw(one_stop, expected=one_stop.version, on=ANNUAL, by=administrator, at=AT, why="Wrong")
    assert texts(other, ANNUAL) == [WORDS]
