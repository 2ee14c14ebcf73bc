"""Owners as papers write them, and what is counted of items."""

import datetime

import pytest

from council.dates import Precision
from performance.choices import ItemKind, ItemUpdate
from performance.rules.progress.counts import count, owner_counts
from performance.rules.progress.owners import read_owners
from performance.rules.progress.paper import Item, Owner, Paper, Section
from performance.rules.progress.presenting import beginning_problem, presenting_problems, short

POSTS = {"capm": [1], "hsrp": [2], "cd": [3, 4], "head of hr": [5], "planning/ building manager": [6]}
DAY = datetime.date(2026, 10, 12)


@pytest.mark.shows("S2-11")
@pytest.mark.parametrize(
    "text, owners",
    [
        pytest.param("CAPM", [("CAPM", 1)], id="one-post"),
        pytest.param("(CAPM)", [("(CAPM)", 1)], id="in-brackets"),
        pytest.param("CAPM/ HSRP", [("CAPM", 1), ("HSRP", 2)], id="joint"),
        pytest.param("Head of HR/ CAPM", [("Head of HR", 5), ("CAPM", 1)], id="title-and-initials"),
        pytest.param("CAPM; hsrp.", [("CAPM", 1), ("hsrp.", 2)], id="semicolon"),
        pytest.param(
            "Planning/ Building Manager", [("Planning/ Building Manager", 6)], id="one-post-with-a-stroke"
        ),
        pytest.param("CAPM/ capm", [("CAPM", 1)], id="the-same-twice"),
        pytest.param("CAPM/ Directors", [("CAPM", 1), ("Directors", None)], id="no-post"),
        pytest.param("RD/OD", [("RD", None), ("OD", None)], id="not-known"),
        pytest.param("CD", [("CD", None)], id="two-posts"),
        pytest.param(" / ; ", [], id="only-strokes"),
        pytest.param("CAPM and HSRP", [("CAPM", 1), ("HSRP", 2)], id="and"),
        pytest.param(
            "CAPM, HSRP & Head of HR", [("CAPM", 1), ("HSRP", 2), ("Head of HR", 5)], id="comma-ampersand"
        ),
        pytest.param("CAPM, HSRP, and Head of HR", [("CAPM", 1), ("HSRP", 2), ("Head of HR", 5)], id="list"),
        pytest.param("CAPM and partners", [("CAPM and partners", None)], id="and-who-is-no-post"),
        pytest.param("Planning and Building", [("Planning and Building", None)], id="and-in-words"),
        pytest.param("", [], id="blank"),
    ],
)
def test_owners_are_read_as_written(text, owners):
    assert [(each.words, each.post) for each in read_owners(text, POSTS)] == owners


def test_words_that_could_be_two_posts_say_so():
    [read] = read_owners("CD", POSTS)

    assert read.remark == "“CD” could be 2 posts, so it is kept in words."


def item(number, **more):
    return Item(**{"pk": number, "number": number, "kind": ItemKind.ISSUE, "text": f"Item {number}"} | more)


def paper(*items):
    return Paper(
        area="A", period="P", lead="L", sections=(Section("Leadership", items), Section("Process", ()))
    )


@pytest.mark.parametrize(
    "more, undated, waiting, overdue",
    [
        pytest.param({"by_when": "??"}, 1, 0, 0, id="question-marks"),
        pytest.param({}, 1, 0, 0, id="blank"),
        pytest.param({"event": 1, "is_awaited": True}, 0, 1, 0, id="waits"),
        pytest.param({"event": 1, "happened_on": DAY}, 1, 0, 0, id="awake-and-without-a-time"),
        pytest.param({"precision": Precision.RECURRING}, 0, 0, 0, id="ongoing"),
        pytest.param({"precision": Precision.DAY, "latest": DAY}, 0, 0, 0, id="due-today"),
        pytest.param(
            {"precision": Precision.DAY, "latest": DAY - datetime.timedelta(days=1)},
            0,
            0,
            1,
            id="day-is-over",
        ),
        pytest.param({"kind": ItemKind.PROGRESS}, 0, 0, 0, id="progress-is-never-undated"),
        pytest.param({"times_carried": 1, "update": ItemUpdate.DONE}, 0, 0, 0, id="done"),
    ],
)
def test_an_open_item_is_undated_waiting_or_overdue(more, undated, waiting, overdue):
    counts = count(paper(item(1, **more)), on=DAY)

    assert (counts.undated, counts.waiting, counts.overdue) == (undated, waiting, overdue)


@pytest.mark.shows("S2-31")
def test_a_joint_item_counts_for_each_owner_and_words_are_compared_without_capitals():
    one, other, words = Owner("CAPM", 1), Owner("HSRP", 2), Owner("Directors")
    items = [
        item(1, owners=(one, other)),
        item(2, owners=(one, words)),
        item(3, owners=(Owner("directors"),)),
    ]

    assert [(each.owner.name, each.items, each.joint) for each in owner_counts(items, on=DAY)] == [
        ("CAPM", 2, 2),
        ("Directors", 2, 1),
        ("HSRP", 1, 1),
    ]


@pytest.mark.shows("S2-31")
@pytest.mark.parametrize(
    "mine, others, overloaded",
    [
        pytest.param(3, 2, True, id="more-than-half"),
        pytest.param(3, 3, True, id="half"),
        pytest.param(2, 3, False, id="less"),
        pytest.param(2, 2, False, id="too-few-to-say"),
    ],
)
def test_who_owns_half_or_more_is_overloaded(mine, others, overloaded):
    items = [item(each, owners=(Owner("CAPM", 1),)) for each in range(mine)]
    items += [item(mine + each, owners=(Owner(f"Other {each}"),)) for each in range(others)]

    assert (count(paper(*items), on=DAY).overloaded is not None) is overloaded


def test_a_draft_without_items_is_not_presented():
    assert [each.field for each in presenting_problems(paper())] == ["add"]


def test_a_dropped_item_says_why():
    dropped = item(2, times_carried=1, update=ItemUpdate.DROPPED, update_note=" ")

    assert [each.sentence for each in presenting_problems(paper(dropped))] == [
        "Say why item 2, “Item 2”, was dropped."
    ]


def test_an_item_without_an_issue_is_told_by_who_and_when():
    assert short(item(1, kind=ItemKind.UNMATCHED, text="", who="CAPM", by_when="Jan 03")) == "CAPM Jan 03"


@pytest.mark.parametrize(
    "more, words",
    [
        pytest.param({}, "", id="first"),
        pytest.param({"has_headings": False}, "There is no heading", id="no-heading"),
        pytest.param({"draft": "Quarter 1"}, "The report for Quarter 1 is not presented yet", id="draft"),
        pytest.param({"latest_ends_on": DAY}, "A report for that time or a later one", id="same-end"),
        pytest.param({"latest_ends_on": DAY - datetime.timedelta(days=1)}, "", id="later"),
    ],
)
def test_a_report_follows_the_last_one_presented(more, words):
    usual = {"draft": "", "latest_ends_on": None, "ends_on": DAY, "has_headings": True}

    assert beginning_problem(**usual | more).startswith(words)
    assert bool(beginning_problem(**usual | more)) is bool(words)
