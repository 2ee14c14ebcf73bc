"""Laws of remits that hold for any text and any amendments."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolios.choices import AmendmentKind
from portfolios.rules.remits import Operative, apply, clause, replay, text_of
from portfolios.rules.remits.finding_words import find_words
from portfolios.rules.remits.runs import Run, insert_after, insert_before, omit, splice
from tests.portfolios.rules.remits.cast import EGOV, MAY_20, NAMES, REGENERATION, texts

WORD = st.text("abcdeé’-", min_size=1, max_size=6).filter(
    lambda word: word[0].isalpha() and word[-1].isalpha()
)
PHRASE = st.lists(WORD, min_size=1, max_size=8).map(" ".join)
WORD_KINDS = st.sampled_from(
    [
        AmendmentKind.INSERT_BEFORE,
        AmendmentKind.INSERT_AFTER,
        AmendmentKind.SUBSTITUTE,
        AmendmentKind.OMIT,
    ]
)


@st.composite
def histories(draw):
    """Items as found, and amendments of their words on several days; many of them cannot be applied."""
    found = [
        Operative(key, AmendmentKind.RECORD, draw(st.sampled_from([EGOV, REGENERATION])), words=draw(PHRASE))
        for key in (1, 2, 3)
    ]
    changes = []
    for key in range(10, 10 + draw(st.integers(0, 6))):
        item = draw(st.sampled_from(found))
        anchor = draw(st.sampled_from(item.words.split()))
        changes.append(
            Operative(
                key,
                draw(WORD_KINDS),
                item.portfolio,
                item=item.key,
                anchor=anchor,
                words=draw(PHRASE),
                effective_on=MAY_20 + timedelta(days=draw(st.integers(0, 3))),
                place=draw(st.integers(1, 3)),
            )
        )
    return found, changes


def both(replayed):
    return [texts(replayed, EGOV), texts(replayed, REGENERATION)]


@given(histories(), st.integers(-1, 4))
def test_text_on_a_day_is_the_replay_of_the_amendments_in_force(history, days):
    found, changes = history
    day = MAY_20 + timedelta(days=days)
    in_force = [each for each in changes if each.effective_on <= day]

    assert both(replay([*found, *changes], names=NAMES, on=day)) == both(
        replay([*found, *in_force], names=NAMES)
    )


@given(histories(), st.randoms())
def test_the_order_in_which_amendments_are_read_does_not_count(history, chance):
    found, changes = history
    shuffled = [*found, *changes]
    chance.shuffle(shuffled)

    assert both(replay(shuffled, names=NAMES)) == both(replay([*found, *changes], names=NAMES))


@pytest.mark.shows("F9")
@given(PHRASE, PHRASE, PHRASE, PHRASE)
def test_two_orders_of_independent_amendments_agree(one, other, new, newer):
    """Amendments of different items of one day, in either order."""

    def on_item(key, item, place):
        words = {10: new, 11: newer}[key]
        return Operative(
            key, AmendmentKind.ADD_ITEM if item is None else AmendmentKind.SUBSTITUTE, EGOV, item=item,
            anchor=one if item == 1 else other, words=words, effective_on=MAY_20, place=place,
        )  # fmt: skip

    found = [
        Operative(1, AmendmentKind.RECORD, EGOV, words=one),
        Operative(2, AmendmentKind.RECORD, EGOV, words=other),
    ]
    first = replay([*found, on_item(10, 1, 1), on_item(11, 2, 2)], names=NAMES)
    second = replay([*found, on_item(10, 1, 2), on_item(11, 2, 1)], names=NAMES)

    assert first.remits == second.remits


@given(histories())
def test_a_refused_amendment_changes_nothing(history):
    found, changes = history
    replayed = replay([*found, *changes], names=NAMES)
    applied = [each for each in changes if each.key not in replayed.problems]

    assert both(replay([*found, *applied], names=NAMES)) == both(replayed)


@given(histories())
def test_every_run_knows_an_amendment_that_put_it_there(history):
    found, changes = history
    replayed = replay([*found, *changes], names=NAMES)
    keys = {each.key for each in [*found, *changes]}

    for remit in replayed.remits:
        for item in remit.items:
            assert {run.source for run in item.words} <= keys
            assert "".join(run.text for run in item.words) == text_of(item.words)


RUNS = st.lists(st.builds(Run, st.text("ab ", max_size=4), st.integers(1, 3)), max_size=5).map(tuple)


@given(RUNS, st.integers(0, 20), st.integers(0, 20), st.text("cd", max_size=3))
def test_splicing_runs_reads_as_splicing_their_text(words, start, length, new):
    text = text_of(words)
    start = min(start, len(text))
    end = min(start + length, len(text))
    spliced = splice(words, start, end, new, source=9)

    assert text_of(spliced) == text[:start] + new + text[end:]
    assert Run(new, 9, text[start:end]) in spliced


@given(PHRASE, PHRASE)
def test_what_is_inserted_stands_beside_its_anchor_as_words(text, new):
    words = (Run(text, 1),)

    assert text_of(insert_before(words, 0, new, source=2)).startswith(f"{new} ")
    assert text_of(insert_after(words, len(text), new, source=2)).endswith(f" {new}")


@given(st.lists(WORD, min_size=2, max_size=8), st.integers(0, 7))
def test_omitting_a_word_leaves_no_double_space(parts, which):
    which = min(which, len(parts) - 1)
    start = len(" ".join(parts[:which])) + (1 if which else 0)
    left = omit((Run(" ".join(parts), 1),), start, start + len(parts[which]), source=2)

    assert text_of(left) == " ".join(parts[:which] + parts[which + 1 :])


@given(PHRASE, st.integers(0, 7), st.integers(1, 4))
def test_words_taken_from_a_text_are_found_in_it(text, first, count):
    parts = text.split()
    first = min(first, len(parts) - 1)
    sought = " ".join(parts[first : first + count])

    assert any(hit.found == sought for hit in find_words(text, sought))


@given(st.lists(PHRASE, min_size=2, max_size=5), st.randoms())
def test_a_split_reads_the_same_in_whichever_order_its_items_are_named(phrases, chance):
    """A database gives them in an order of its own."""
    found = [Operative(key, AmendmentKind.RECORD, EGOV, words=each) for key, each in enumerate(phrases, 1)]
    named = [each.key for each in found]
    chance.shuffle(named)
    split = Operative(9, AmendmentKind.SPLIT, EGOV, items=tuple(named), words="Shops", effective_on=MAY_20)
    before = replay(found, names=NAMES)
    applied = apply(before.remits, split)

    assert [item.text for item in applied.remits.of(-9).items] == phrases
    in_order = replace(split, items=tuple(sorted(named)))
    assert clause(split, before.remits, names=NAMES) == clause(in_order, before.remits, names=NAMES)
