"""Which words of a remit somebody's answering rests on, and whether they stand there."""

import pytest

from portfolios.choices import AmendmentKind
from portfolios.rules.remits import Operative
from portfolios.rules.remits.resting import changed, loss, not_there, quoted, stands
from tests.portfolios.rules.remits.cast import AMENDMENT_B, EGOV, MAY_20, REGENERATION, change, played

KIND = AmendmentKind
SHOP = "Remit: “the One Stop Shop”."


@pytest.mark.parametrize(
    "evidence, words",
    [
        ("Remit: “planning policy”.", ["planning policy"]),
        ("“planning policy” and “the town centre”", ["planning policy", "the town centre"]),
        ('In the remit as "planning policy"', ["planning policy"]),
        ("The leader's scheme: “Planning”.", []),
        ("The leader's scheme: “Planning”; remit: “planning policy”", ["planning policy"]),
        ("Remit: “planning policy”; Constitution, part 3: “Planning”", ["planning policy"]),
        ("Remit: planning policy.", ["planning policy"]),
        ("planning policy", ["planning policy"]),
        ("", []),
        ("Remit:", []),
    ],
)
def test_what_evidence_quotes_of_a_remit(evidence, words):
    assert [each.words for each in quoted(evidence)] == words


@pytest.mark.parametrize(
    "words, text, is_there",
    [
        ("planning policy", "planning policy and the local plan", True),
        ("Planning policy.", "planning policy", True),
        ("the council's land", "the council’s land", True),
        ("planning … local plan", "planning policy and the local plan", True),
        ("plan", "planning policy", False),
        ("…", "planning policy", False),
        ("[(*", "planning policy", False),
    ],
)
def test_whether_words_stand_in_a_text(words, text, is_there):
    assert stands(words, [text]) == is_there


@pytest.mark.parametrize(
    "evidence, stood, is_whole, gone",
    [
        pytest.param(SHOP, (), True, (), id="they-stand-there"),
        pytest.param("Remit: “parks”.", (), True, ("parks",), id="never-there"),
        pytest.param("Remit: “parks”.", (), False, (), id="the-rest-is-not-recorded"),
        pytest.param("Remit: “parks”.", ("parks and play",), False, ("parks",), id="recorded-and-gone"),
        pytest.param("Remit: parks", (), True, (), id="perhaps-no-quotation"),
        pytest.param("Remit: parks", ("parks",), True, ("parks",), id="a-quotation-without-marks"),
        pytest.param("The leader's scheme: “parks”", ("parks",), True, (), id="of-another-paper"),
    ],
)
def test_words_that_are_not_in_the_remit(evidence, stood, is_whole, gone):
    remit = played().remits.of(EGOV)

    assert not_there(evidence, remit, stood=stood, is_whole=is_whole) == gone


def test_a_remit_of_which_nothing_is_recorded_denies_no_words():
    empty = played(change(KIND.REPEAL_ITEM)).remits.of(EGOV)

    assert not_there(SHOP, empty, stood=(), is_whole=True) == ()
    assert not_there(SHOP, empty, stood=("the One Stop Shop",), is_whole=True) == ("the One Stop Shop",)


MOVE = change(KIND.MOVE_ITEM, to_portfolio=REGENERATION)


@pytest.mark.parametrize(
    "evidence, amendment, lost",
    [
        pytest.param(SHOP, MOVE, (("the One Stop Shop",), True), id="moved"),
        pytest.param(SHOP, change(KIND.REPEAL_ITEM), (("the One Stop Shop",), False), id="repealed"),
        pytest.param(
            SHOP, change(KIND.OMIT, anchor="One Stop"), (("the One Stop Shop",), False), id="omitted"
        ),
        pytest.param(SHOP, AMENDMENT_B, (("the One Stop Shop",), False), id="words-put-between"),
        pytest.param("Remit: “One Stop Shop”", AMENDMENT_B, None, id="words-put-before"),
        pytest.param("Remit: “parks”", MOVE, None, id="of-another-item"),
        pytest.param("Remit: “One Stop Shop”, “parks”", MOVE, (("One Stop Shop",), False), id="one-of-two"),
    ],
)
def test_what_an_amendment_takes_away_of_what_somebody_rests_on(evidence, amendment, lost):
    parks = Operative(13, KIND.RECORD, EGOV, words="parks")
    before, after = played(parks).remits, played(parks, amendment).remits
    found = loss(evidence, before.of(EGOV), after.of(EGOV), after.of(REGENERATION))

    assert (found and (found.words, found.go_along)) == lost


def test_the_portfolios_that_lose_words():
    new = Operative(31, KIND.ADD_ITEM, REGENERATION, words="parks", effective_on=MAY_20)
    before = played().remits

    assert list(changed(before, played(new, MOVE).remits)) == [EGOV]
