"""What each kind of amendment does to a remit, and when it is refused."""

from datetime import date

import pytest

from portfolios.choices import AmendmentKind, Placing
from portfolios.rules.remits import Run
from tests.portfolios.rules.remits.cast import (
    AMENDMENT_A,
    AMENDMENT_B,
    DELIVERY,
    EGOV,
    MAY_20,
    NAMES,
    REGENERATION,
    change,
    played,
    texts,
)

KIND = AmendmentKind


@pytest.mark.shows("S0-12", "F4")
def test_the_planning_amendment_adds_an_item():
    assert texts(played(AMENDMENT_A), REGENERATION) == ["planning policy", DELIVERY]


@pytest.mark.shows("S0-13", "L1", "F4")
def test_the_customer_amendment_goes_in_before_its_anchor():
    after = played(AMENDMENT_B)

    assert texts(after, EGOV) == ["responsibility for the Customer Relationship Management and One Stop Shop"]


@pytest.mark.shows("F7", "F8")
@pytest.mark.parametrize(
    "day, items", [pytest.param(date(2005, 5, 19), 1, id="before"), pytest.param(MAY_20, 2, id="on-the-day")]
)
def test_words_stand_from_their_day_and_not_a_day_before(day, items):
    assert len(texts(played(AMENDMENT_A, on=day), REGENERATION)) == items


@pytest.mark.parametrize(
    "operative, text",
    [
        pytest.param(
            change(KIND.INSERT_AFTER, anchor="Shop", words="and the contact centre"),
            "responsibility for the One Stop Shop and the contact centre",
            id="after",
        ),
        pytest.param(
            change(KIND.INSERT_AFTER, anchor="Shop", words=", and its staff"),
            "responsibility for the One Stop Shop, and its staff",
            id="after-with-a-comma",
        ),
        pytest.param(
            change(KIND.INSERT_BEFORE, anchor="responsibility", words="executive"),
            "executive responsibility for the One Stop Shop",
            id="at-the-start",
        ),
        pytest.param(
            change(KIND.INSERT_BEFORE, anchor="Stop", words="-"),
            "responsibility for the One -Stop Shop",
            id="a-dash-takes-no-space",
        ),
        pytest.param(
            change(KIND.SUBSTITUTE, anchor="One Stop Shop", words="customer centre"),
            "responsibility for the customer centre",
            id="substitute",
        ),
        pytest.param(change(KIND.OMIT, anchor="One Stop Shop"), "responsibility for the", id="omit-the-end"),
        pytest.param(
            change(KIND.OMIT, anchor="responsibility for"), "the One Stop Shop", id="omit-the-start"
        ),
        pytest.param(
            change(KIND.OMIT, anchor="the"), "responsibility for One Stop Shop", id="omit-in-the-middle"
        ),
    ],
)
def test_words_are_joined_as_people_write(operative, text):
    assert texts(played(operative), EGOV) == [text]


@pytest.mark.parametrize(
    "operative, code",
    [
        pytest.param(change(KIND.OMIT, anchor="Two Stop Shop"), "no_hit", id="no-hit"),
        pytest.param(change(KIND.OMIT, anchor="one stop shop"), "no_hit", id="other-capitals"),
        pytest.param(change(KIND.OMIT, anchor=" "), "no_anchor", id="no-anchor"),
        pytest.param(change(KIND.INSERT_AFTER, anchor="Shop"), "no_words", id="no-words"),
        pytest.param(change(KIND.SUBSTITUTE, anchor="Shop", words="Shop"), "no_change", id="no-change"),
        pytest.param(
            change(KIND.OMIT, anchor="responsibility for the One Stop Shop"), "nothing_left", id="all-of-it"
        ),
        pytest.param(change(KIND.OMIT, item=11, anchor="policy"), "no_item", id="item-of-another"),
        pytest.param(change(KIND.REPEAL_ITEM, item=None), "no_item", id="no-item"),
        pytest.param(change(KIND.MOVE_ITEM), "no_portfolio", id="to-nowhere"),
        pytest.param(change(KIND.MOVE_ITEM, to_portfolio=EGOV), "same", id="to-where-it-is"),
        pytest.param(change(KIND.RENAME, words=NAMES[EGOV]), "no_change", id="same-name"),
        pytest.param(change(KIND.SPLIT, words="Customers"), "no_items", id="split-of-nothing"),
        pytest.param(change(KIND.MERGE, to_portfolio=EGOV), "same", id="merged-into-itself"),
        pytest.param(change(KIND.ADD_ITEM, words=" "), "no_words", id="empty-item"),
    ],
)
def test_what_cannot_be_applied_is_refused_whole(operative, code):
    after = played(operative)

    assert after.problems[operative.key].code == code
    assert after.remits == played().remits


@pytest.mark.shows("F5", "L1")
def test_an_anchor_found_twice_is_refused_with_its_places():
    twice = change(KIND.INSERT_AFTER, 30, anchor="Shop", words="and the Shop")
    problem = played(twice, change(KIND.OMIT, anchor="Shop", place=2)).problems[31]

    assert (problem.code, len(problem.hits)) == ("many_hits", 2)
    assert problem.hits[1].before.endswith("and the ")


@pytest.mark.shows("F2")
@pytest.mark.parametrize(
    "placing, items",
    [
        pytest.param(Placing.BEFORE, ["licensing", "planning policy", DELIVERY], id="before"),
        pytest.param(Placing.AFTER, ["planning policy", "licensing", DELIVERY], id="after"),
        pytest.param(Placing.END, ["planning policy", DELIVERY, "licensing"], id="end"),
    ],
)
def test_an_item_goes_where_it_is_put(placing, items):
    added = change(
        KIND.ADD_ITEM, portfolio=REGENERATION, item=11, words="licensing", placing=placing, place=2
    )

    assert texts(played(AMENDMENT_A, added), REGENERATION) == items


@pytest.mark.shows("F10")
def test_a_moved_item_keeps_its_words_and_where_they_are_from():
    moved = played(AMENDMENT_B, change(KIND.MOVE_ITEM, to_portfolio=REGENERATION, place=2))

    assert texts(moved, EGOV) == []
    assert [run.source for run in moved.remits.of(REGENERATION).items[1].words] == [12, 22, 12]


@pytest.mark.shows("F10")
def test_a_circle_of_moves_is_refused():
    there = change(KIND.MOVE_ITEM, 31, to_portfolio=REGENERATION)
    back = change(KIND.MOVE_ITEM, 32, portfolio=REGENERATION, to_portfolio=EGOV, place=2)
    after = played(there, back)

    assert after.problems[32].code == "cycle"
    assert texts(after, REGENERATION) == ["planning policy", "responsibility for the One Stop Shop"]


def test_an_item_may_come_back_on_another_day():
    there = change(KIND.MOVE_ITEM, 31, to_portfolio=REGENERATION)
    back = change(
        KIND.MOVE_ITEM, 32, portfolio=REGENERATION, to_portfolio=EGOV, effective_on=date(2006, 5, 20)
    )

    assert played(there, back).problems == {}


@pytest.mark.shows("F10")
def test_a_split_takes_items_to_a_new_portfolio():
    split = change(KIND.SPLIT, item=None, items=(12,), words="Customers")
    after = played(split)

    assert after.remits.of(-31).name == "Customers"
    assert texts(after, -31) == ["responsibility for the One Stop Shop"]


@pytest.mark.shows("F10")
def test_a_merged_portfolio_gives_all_its_items_and_takes_no_more():
    merge = change(KIND.MERGE, to_portfolio=REGENERATION)
    late = change(KIND.ADD_ITEM, 32, words="libraries", place=2)
    after = played(merge, late)

    assert len(texts(after, REGENERATION)) == 2
    assert after.problems[32].code == "ended"


def test_two_portfolios_cannot_merge_into_each_other():
    one = change(KIND.MERGE, 31, to_portfolio=REGENERATION)
    other = change(KIND.MERGE, 32, portfolio=REGENERATION, to_portfolio=EGOV, place=2)

    assert played(one, other).problems[32].code == "ended"


@pytest.mark.shows("S0-20")
def test_an_overlap_is_shown_and_not_refused():
    from portfolios.rules.remits import apply

    applied = apply(played().remits, AMENDMENT_A)

    assert applied.problem is None
    assert "overlaps with item 1, “planning policy”" in applied.notes[0]


@pytest.mark.shows("F9")
def test_amendments_of_one_day_build_on_each_other_in_their_order():
    first = change(KIND.SUBSTITUTE, 32, anchor="Shop", words="Centre", place=1)
    second = change(KIND.INSERT_AFTER, 31, anchor="One Stop Centre", words="and its staff", place=2)

    assert texts(played(second, first), EGOV) == ["responsibility for the One Stop Centre and its staff"]


def test_provenance_says_what_stood_before():
    (item,) = played(change(KIND.SUBSTITUTE, anchor="One Stop", words="Customer")).remits.of(EGOV).items

    assert item.words == (
        Run("responsibility for the ", 12),
        Run("Customer", 31, before="One Stop"),
        Run(" Shop", 12),
    )
