"""What of today's remit cannot be chosen for an amendment says why, and what to do instead."""

import pytest

from portfolios.choices import AmendmentKind
from tests.factories import PortfolioFactory
from tests.portfolios.admin.amending import plain, said, shown, to_add
from tests.portfolios.remits import commenced, decided, drafted, found

KIND = AmendmentKind


@pytest.fixture
def resources(db):
    return PortfolioFactory(name="Resources")


@pytest.fixture
def merge(egov, one_stop, resources, administrator):
    row = drafted(KIND.MERGE, egov, to_portfolio=resources, by=administrator)
    return commenced(decided(row, by=administrator), by=administrator)


@pytest.fixture
def move(egov, one_stop, resources, administrator):
    found(egov, "libraries", by=administrator)
    row = drafted(KIND.MOVE_ITEM, egov, item=one_stop, to_portfolio=resources, by=administrator)
    return decided(row, by=administrator)


MERGED = (
    "The E-Government and Member Services portfolio is merged into Resources from 20 May 2005: "
    "draft the amendment for Resources, or enter a day before that."
)


@pytest.mark.parametrize("day", ["", "21 May 2005"])
def test_a_portfolio_that_is_merged_by_then_says_where_to_amend(
    keeper, egov, resources, one_stop, merge, day
):
    page = keeper.get(to_add(egov, KIND.OMIT, effective_on=day, item=one_stop.pk, go="1"))

    assert MERGED in plain(page)
    assert "Choose another one" not in plain(page)
    address = page.context["not_to_choose"].address
    assert f"portfolio={resources.pk}&kind=omit" in address
    assert keeper.get(address).context["remit"].portfolio == resources.pk
    answer = shown(keeper, to_add(egov, KIND.OMIT, effective_on=day), item=str(one_stop.pk), anchor="the")
    assert said(answer)["item"] == [MERGED]


def test_the_day_before_its_items_are_there_to_be_chosen(keeper, egov, one_stop, merge):
    page = keeper.get(to_add(egov, KIND.OMIT, effective_on="19 May 2005", item=one_stop.pk, go="1"))

    assert "is merged into" not in plain(page)
    assert str(one_stop.pk) in dict(page.context["form"].fields["item"].choices)


LEAVES = "“responsibility for the One Stop Shop” leaves this remit"


@pytest.mark.parametrize("kind", [KIND.OMIT, KIND.SPLIT, KIND.REPEAL_ITEM])
def test_an_item_that_is_to_leave_says_from_which_day(keeper, egov, one_stop, move, administrator, kind):
    address = to_add(egov, kind)
    undated = f"{LEAVES} on 20 May 2005 by amendment {move.pk}. Enter a day before that to choose it."
    assert undated in plain(keeper.get(address))
    commenced(move, by=administrator)

    assert undated in plain(keeper.get(address))
    assert LEAVES not in plain(keeper.get(to_add(egov, kind, effective_on="19 May 2005")))
    assert keeper.get(to_add(egov, kind, item=one_stop.pk)).context["notice"] == undated


def test_an_item_that_is_to_leave_on_a_day_not_known_says_that(
    keeper, egov, one_stop, resources, administrator
):
    row = drafted(
        KIND.MOVE_ITEM, egov, item=one_stop, to_portfolio=resources, effective_on=None, by=administrator
    )
    decided(row, by=administrator)

    assert f"{LEAVES} by amendment {row.pk}, which has no day of effect yet. Enter a day" in plain(
        keeper.get(to_add(egov, KIND.OMIT))
    )


def test_what_asks_for_no_item_does_not_speak_of_them(keeper, egov, move):
    assert LEAVES not in plain(keeper.get(to_add(egov, KIND.RENAME)))
