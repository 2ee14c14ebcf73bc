from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portfolios.choices import AmendmentKind, AmendmentStage
from portfolios.operations.amendments import propose, withdraw
from tests.factories import PortfolioFactory
from tests.portfolios.admin.amending import plain
from tests.portfolios.remits import AT, commenced, decided, drafted, found

KIND = AmendmentKind
LIST = "/admin/portfolios/amendment/"
TODAY = date(2005, 4, 8)


@pytest.fixture
def lives(egov, one_stop, administrator):
    """One amendment at each stage, by stage."""

    def new(words, **more):
        return drafted(KIND.ADD_ITEM, egov, words=words, item_kind="executive", by=administrator, **more)

    made = {
        AmendmentStage.IN_FORCE: commenced(
            decided(new("fairs", effective_on=None), by=administrator), by=administrator, on=TODAY
        ),
        AmendmentStage.PENDING: commenced(decided(new("markets"), by=administrator), by=administrator),
        AmendmentStage.DECIDED: decided(new("museums"), by=administrator),
        AmendmentStage.PROPOSED: new("parks"),
        AmendmentStage.WITHDRAWN: new("piers"),
        AmendmentStage.DRAFT: new("libraries"),
    }
    who = {"by": administrator, "at": AT}
    proposed, given_up = made[AmendmentStage.PROPOSED], made[AmendmentStage.WITHDRAWN]
    propose(proposed, expected=proposed.version, **who)
    withdraw(given_up, expected=given_up.version, on=TODAY, why="Not wanted", **who)
    return made


def rows(client, query=""):
    return {row.pk for row in client.get(LIST + query).context["cl"].result_list}


@pytest.mark.shows("F7")
def test_each_row_says_how_far_it_is_today(keeper, lives):
    page = plain(keeper.get(LIST))

    for words in (
        "Draft",
        "Proposed",
        "Decided, to be brought into force",
        "Pending from 20 May 2005",
        "Withdrawn",
    ):
        assert f'<td class="field-stage_today">{words}' in page
    assert "In force since 8 April 2005" in page


@pytest.mark.parametrize("stage", AmendmentStage)
def test_amendments_are_filtered_by_stage(keeper, lives, one_stop, stage):
    expected = {lives[stage].pk} if stage in lives else set()
    expected |= {one_stop.pk} if stage == AmendmentStage.IN_FORCE else set()

    assert rows(keeper, f"?stage={stage.value}") == expected


def test_amendments_are_filtered_by_kind_and_portfolio_and_found_by_their_words(
    keeper, lives, egov, one_stop, administrator
):
    other = PortfolioFactory(name="Resources")
    recorded = found(other, "council tax", by=administrator)

    assert rows(keeper, "?kind__exact=record") == {one_stop.pk, recorded.pk}
    assert rows(keeper, f"?portfolio__id__exact={other.pk}") == {recorded.pk}
    assert rows(keeper, "?q=markets") == {lives[AmendmentStage.PENDING].pk}


@pytest.mark.parametrize(
    "query", ["?stage=nonsense", "?stage=", "?q=%00", "?p=9999", "?portfolio__id__exact=x"]
)
def test_nonsense_in_the_address_is_no_crash(keeper, lives, query):
    assert keeper.get(LIST + query).status_code in (200, 302, 400)


@pytest.mark.shows("F9")
def test_what_cannot_be_applied_is_flagged_loudly(keeper, egov, one_stop, administrator):
    omission = drafted(KIND.OMIT, egov, item=one_stop, anchor="One", by=administrator)
    repeal = drafted(KIND.REPEAL_ITEM, egov, item=one_stop, effective_on=TODAY, by=administrator)
    assert "Cannot be applied" not in plain(keeper.get(LIST))

    commenced(decided(repeal, by=administrator), by=administrator, on=TODAY)

    page = plain(keeper.get(LIST))
    assert '<strong class="flag">Cannot be applied</strong>' in page
    assert "1 amendment is held by call-in or cannot be applied: show why" in plain(keeper.get(LIST))
    assert "Cannot be applied: The item is not in this remit" in page
    assert f'/admin/portfolios/amendment/{omission.pk}/change/">{omission}</a>' in page
    assert "Cannot be applied: The item is not in" in plain(keeper.get(f"{LIST}{omission.pk}/change/"))


def test_the_list_takes_the_same_queries_however_long(keeper, egov, administrator):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert keeper.get(LIST).status_code == 200
        return len(captured)

    found(egov, "item 0", by=administrator)
    drafted(KIND.ADD_ITEM, egov, words="x", item_kind="shared", by=administrator)
    few = queries()
    for number in range(10):
        found(egov, f"item {number}", by=administrator)
        drafted(KIND.ADD_ITEM, egov, words=f"more {number}", item_kind="shared", by=administrator)

    assert queries() == few <= 14
