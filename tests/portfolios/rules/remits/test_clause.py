"""The operative words of an amendment name what it amends, as the remit has it."""

import pytest

from portfolios.choices import AmendmentKind, Placing
from portfolios.rules.remits import Operative, clause
from tests.portfolios.rules.remits.cast import EGOV, NAMES, REGENERATION, change, played

KIND = AmendmentKind
OF_REGENERATION = "the remit of the Development and Economic Regeneration portfolio"


@pytest.mark.parametrize(
    "stands, typed, quoted",
    [
        pytest.param("the “one stop” shop", 'the "one stop" shop', "“the “one stop” shop”", id="quotes"),
        pytest.param("the public’s parks", "public's  parks", "“public’s parks”", id="apostrophe-and-spaces"),
        pytest.param("parks 2004–05", "2004-05", "“2004–05”", id="dash"),
        pytest.param("parks and play", "libraries", "“libraries”", id="not-there"),
    ],
)
def test_what_is_sought_is_quoted_as_the_remit_has_it(stands, typed, quoted):
    item = Operative(41, KIND.RECORD, EGOV, words=stands)
    words = clause(change(KIND.OMIT, item=41, anchor=typed), played(item).remits, names=NAMES)

    assert words.endswith(f"omit {quoted}.")


@pytest.mark.parametrize(
    "kind, fields, words",
    [
        (KIND.MOVE_ITEM, {"to_portfolio": EGOV}, f"Move an item that is not in {OF_REGENERATION} to"),
        (KIND.OMIT, {"anchor": "the"}, f"In an item that is not in {OF_REGENERATION}, omit “the”."),
        (KIND.REPEAL_ITEM, {}, "omit an item that is not there."),
        (KIND.ADD_ITEM, {"words": "x", "placing": Placing.AFTER}, "after an item that is not there add"),
        (KIND.SPLIT, {"items": (12, 11)}, "take item 1 and an item that is not there"),
    ],
)
def test_an_item_of_another_remit_is_never_named_by_its_number_there(kind, fields, words):
    """Item 12 stands in the other remit by then."""
    amendment = change(kind, portfolio=REGENERATION, **fields)

    assert words in clause(amendment, played().remits, names=NAMES)
