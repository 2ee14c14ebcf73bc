"""The items of a remit on a day, and where each of their words is from."""

from datetime import date, timedelta

import pytest

from council.access import Role
from portfolios.choices import AmendmentKind
from portfolios.models import Ruling
from tests.factories import PortfolioFactory, UserFactory
from tests.portfolios import s0
from tests.portfolios.remits import ANNUAL, commenced, decided, drafted, found
from tests.portfolios.shown import TODAY, page_of

KIND = AmendmentKind
pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return UserFactory(username="keeper", role=Role.ADMINISTRATOR)


@pytest.fixture
def paper(admin):
    return s0.paper(by=admin)


@pytest.mark.shows("S0-13", "F8")
@pytest.mark.parametrize(
    "day, text",
    [
        pytest.param(s0.DAY_BEFORE, s0.ONE_STOP_SHOP, id="the-day-before"),
        pytest.param(ANNUAL, s0.AMENDED, id="its-day"),
        pytest.param(TODAY, s0.AMENDED, id="today"),
    ],
)
def test_a_remit_reads_as_it_did_on_the_day(paper, day, text):
    assert [each.text for each in page_of(paper.egov, day).shown.items] == [text]


@pytest.mark.shows("S0-12", "F2", "F3")
def test_an_added_item_stands_last_with_its_kind(paper):
    items = page_of(paper.regeneration).shown.items

    assert [(each.number, each.text, each.kind_words) for each in items] == [
        (1, s0.PLANNING_POLICY, "Executive"),
        (2, s0.DELIVERY, "Executive"),
    ]


@pytest.mark.shows("S0-20")
def test_items_that_overlap_are_pointed_out_and_both_stay(paper):
    first, second = page_of(paper.regeneration).shown.items

    assert not first.overlaps
    assert [each.sentence for each in second.overlaps] == [
        "It overlaps with item 1, “planning policy”: both speak of “planning”. Both stay."
    ]


def test_words_say_which_decision_put_them_there_and_what_stood_before(paper):
    [item] = page_of(paper.egov).shown.items
    [origin] = item.origins

    assert origin.sentence == (
        "Words “Customer Relationship Management and” inserted (20 May 2005) "
        "by decision of the Cabinet of 7 April 2005"
    )
    assert origin.read_before == s0.ONE_STOP_SHOP
    assert [(each.text, each.note) for each in item.marked] == [
        ("responsibility for the ", 0),
        ("Customer Relationship Management and ", 1),
        ("One Stop Shop", 0),
    ]


def test_recorded_words_say_where_they_are_from_and_that_their_day_is_not_known(paper):
    [item] = page_of(paper.egov).shown.items

    assert [each.sentence for each in item.came] == [
        "Recorded from Constitution, part 3; from which day it stood is not known"
    ]


@pytest.mark.parametrize(
    "kind, fields, sentence",
    [
        pytest.param(
            KIND.SUBSTITUTE,
            {"anchor": "One Stop", "words": "Customer"},
            "Words “Customer” substituted for “One Stop” (20 May 2005)",
            id="substitute",
        ),
        pytest.param(KIND.OMIT, {"anchor": "One Stop"}, "Words “One Stop” omitted (20 May 2005)", id="omit"),
        pytest.param(
            KIND.INSERT_AFTER,
            {"anchor": "Shop", "words": "and its website"},
            "Words “and its website” inserted (20 May 2005)",
            id="insert-after",
        ),
    ],
)
def test_each_kind_of_change_has_its_footnote(admin, kind, fields, sentence):
    egov = PortfolioFactory(name="E-Government and Member Services")
    item = found(egov, s0.ONE_STOP_SHOP, by=admin)
    commenced(decided(drafted(kind, egov, item=item, by=admin, **fields), by=admin), by=admin)
    [shown] = page_of(egov).shown.items

    assert [each.sentence for each in shown.origins] == [
        f"{sentence} by decision of the Cabinet of 7 April 2005"
    ]


def test_a_moved_item_keeps_where_its_words_are_from_and_says_that_it_moved(paper, admin):
    move = drafted(
        KIND.MOVE_ITEM,
        paper.egov,
        item=paper.one_stop,
        to_portfolio=paper.regeneration,
        effective_on=ANNUAL + timedelta(1),
        by=admin,
    )
    commenced(decided(move, by=admin), by=admin, on=ANNUAL + timedelta(1))
    item = page_of(paper.regeneration).shown.items[-1]

    assert [each.said for each in item.origins] == ["Words “Customer Relationship Management and” inserted"]
    assert item.came[-1].sentence == (
        "Moved here from the E-Government and Member Services portfolio (21 May 2005) "
        "by decision of the Cabinet of 7 April 2005"
    )


@pytest.mark.shows("F11")
def test_rulings_stand_with_the_item_or_with_the_remit_and_not_before_their_day(paper):
    for item, question in ((paper.one_stop, "Does it run the telephones?"), (None, "Who signs?")):
        Ruling.objects.create(
            portfolio=paper.egov,
            item=item,
            question=question,
            ruling="Yes.",
            ruled_on=date(2006, 1, 9),
            ruled_by="Monitoring Officer",
        )
    page, before = page_of(paper.egov), page_of(paper.egov, date(2006, 1, 8))

    assert [each.question for each in page.shown.items[0].rulings] == ["Does it run the telephones?"]
    assert [each.question for each in page.rulings] == ["Who signs?"]
    assert (before.shown.items[0].rulings, before.rulings) == ([], [])
