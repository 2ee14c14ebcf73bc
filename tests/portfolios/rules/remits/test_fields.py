import pytest

from portfolios.choices import AmendmentKind, Placing
from portfolios.rules.remits.fields import FIELDS, field_problems

KIND = AmendmentKind
FULL = {
    KIND.RECORD: {"words": "libraries", "source": "Constitution, part 3"},
    KIND.ADD_ITEM: {"words": "libraries", "item_kind": "executive"},
    KIND.INSERT_BEFORE: {"item": 1, "anchor": "One Stop Shop", "words": "the"},
    KIND.INSERT_AFTER: {"item": 1, "anchor": "One Stop Shop", "words": "the"},
    KIND.SUBSTITUTE: {"item": 1, "anchor": "One Stop Shop", "words": "the"},
    KIND.OMIT: {"item": 1, "anchor": "One Stop Shop"},
    KIND.REPEAL_ITEM: {"item": 1},
    KIND.MOVE_ITEM: {"item": 1, "to_portfolio": 2},
    KIND.RENAME: {"words": "Customers"},
    KIND.SPLIT: {"items": [1], "words": "Customers"},
    KIND.MERGE: {"to_portfolio": 2},
}
EVERYTHING = {
    "item": 1,
    "anchor": "One Stop Shop",
    "words": "the",
    "item_kind": "executive",
    "body": 3,
    "to_portfolio": 2,
    "source": "Minutes",
}
BLANK = dict.fromkeys([*EVERYTHING, "items"], "") | {"placing": Placing.END, "place": 1, "finding": None}


def told(kind, given):
    return [(problem.field, problem.sentence) for problem in field_problems(kind, given)]


def test_every_kind_says_which_fields_it_has():
    assert set(FIELDS) == set(KIND) == set(FULL)


@pytest.mark.shows("F4")
@pytest.mark.parametrize("kind", KIND)
def test_a_kind_with_what_it_needs_and_nothing_else_is_fine(kind):
    assert told(kind, BLANK | FULL[kind]) == []


@pytest.mark.parametrize("kind", KIND)
def test_what_a_kind_needs_is_asked_for(kind):
    assert {field for field, _ in told(kind, BLANK)} == {*FIELDS[kind].needs}


@pytest.mark.parametrize("kind", KIND)
def test_what_a_kind_does_not_have_is_refused(kind):
    given = BLANK | EVERYTHING | FULL[kind]
    refused = {field for field, sentence in told(kind, given) if "Leave it out" in sentence}

    assert refused == {*EVERYTHING} - {*FIELDS[kind].all}


@pytest.mark.parametrize(
    "kind, given, expected",
    [
        pytest.param(KIND.RENAME, {"words": " "}, [("words", "Enter the new name.")], id="name"),
        pytest.param(KIND.SUBSTITUTE, {"words": "\n"}, [("words", "Enter the new words.")], id="words"),
        pytest.param(KIND.ADD_ITEM, {"words": ""}, [("words", "Enter the words of the item.")], id="item"),
        pytest.param(
            KIND.MERGE,
            {"to_portfolio": None},
            [("to_portfolio", "Choose the portfolio that it is merged into.")],
            id="merge",
        ),
        pytest.param(
            KIND.OMIT, {"words": "x"}, [("words", "“Omit words” has no new words. Leave it out.")], id="omit"
        ),
        pytest.param(KIND.OMIT, {"finding": 4}, [], id="any-may-rest-on-a-finding"),
        pytest.param(KIND.RENAME, {"words": "x" * 200}, [], id="longest-name"),
        pytest.param(
            KIND.RENAME,
            {"words": "x" * 201},
            [("words", "A portfolio’s name has at most 200 characters: take out 1 character.")],
            id="name-too-long",
        ),
        pytest.param(
            KIND.ADD_ITEM,
            {"placing": Placing.BEFORE, "item": None},
            [("item", "Choose the item that it goes before or after.")],
            id="before-what",
        ),
        pytest.param(
            KIND.ADD_ITEM,
            {"placing": Placing.END, "item": 1},
            [("placing", "Say whether it goes before or after the item that you chose.")],
            id="beside-how",
        ),
        pytest.param(KIND.ADD_ITEM, {"placing": Placing.AFTER, "item": 1}, [], id="after-one"),
    ],
)
def test_the_sentence_says_what_to_do(kind, given, expected):
    assert told(kind, given) == expected


def test_only_what_is_given_is_judged():
    assert told(KIND.SPLIT, {"words": "Customers"}) == []
