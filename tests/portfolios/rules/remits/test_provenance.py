"""Words with notes of where they are from: every word has its origin, and the notes are numbered as they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolios.choices import AmendmentKind
from portfolios.rules.remits import Item, marked, notes, replay
from portfolios.rules.remits.runs import Run
from tests.portfolios.rules.remits.cast import AMENDMENT_B, EGOV, NAMES, change, played
from tests.portfolios.rules.remits.test_laws import histories

RUNS = st.lists(
    st.builds(Run, st.text("ab ", max_size=4), st.integers(1, 4), st.text("cd", max_size=3)), max_size=8
).map(tuple)
ITEMS = st.builds(Item, st.just(1), RUNS)


def shown(item):
    """An item in one line, each noted run in brackets with its number."""
    return "".join(
        f"{run.leading}[{run.inner}]{run.note}{run.trailing}" if run.note else run.text
        for run in marked(item)
    )


def only_item(*operatives):
    return played(*operatives).remits.of(EGOV).items[0]


@pytest.mark.shows("S0-13")
def test_inserted_words_stand_in_brackets_with_their_note():
    item = only_item(AMENDMENT_B)

    assert shown(item) == "responsibility for the [Customer Relationship Management and]1 One Stop Shop"
    assert [(note.number, note.source, note.words, note.before) for note in notes(item)] == [
        (1, 22, "Customer Relationship Management and", "")
    ]


@pytest.mark.parametrize(
    "operatives, line, told",
    [
        pytest.param((), "responsibility for the One Stop Shop", [], id="as-found"),
        pytest.param(
            (change(AmendmentKind.OMIT, anchor="One Stop"),),
            "responsibility for the[]1 Shop",
            [(1, "", " One Stop")],
            id="omitted",
        ),
        pytest.param(
            (change(AmendmentKind.SUBSTITUTE, anchor="One Stop", words="Customer"),),
            "responsibility for the [Customer]1 Shop",
            [(1, "Customer", "One Stop")],
            id="substituted",
        ),
        pytest.param(
            (AMENDMENT_B, change(AmendmentKind.SUBSTITUTE, anchor="Relationship", words="Contact", place=2)),
            "responsibility for the [Customer]1 [Contact]2 [Management and]1 One Stop Shop",
            [(1, "Customer … Management and", ""), (2, "Contact", "Relationship")],
            id="one-amendment-inside-another",
        ),
    ],
)
def test_each_change_has_its_note(operatives, line, told):
    item = only_item(*operatives)

    assert shown(item) == line
    assert [(note.number, note.words, note.before) for note in notes(item)] == [
        (number, words, before.strip()) for number, words, before in told
    ]


@given(ITEMS)
def test_the_marked_words_together_are_the_text(item):
    assert "".join(run.text for run in marked(item)) == item.text
    for run in marked(item):
        assert run.leading + run.inner + run.trailing == run.text


@given(ITEMS)
def test_notes_are_numbered_in_the_order_in_which_their_words_first_stand(item):
    met = list(dict.fromkeys(run.note for run in marked(item) if run.note))

    assert met == [note.number for note in notes(item)] == list(range(1, len(met) + 1))


@given(histories())
def test_every_word_is_the_items_own_or_has_the_note_of_the_amendment_that_put_it_there(history):
    found, changes = history
    words = {each.key: each.words for each in changes}
    for remit in replay([*found, *changes], names=NAMES).remits:
        for item in remit.items:
            sources = {note.number: note.source for note in notes(item)}
            for run in marked(item):
                if run.note:
                    assert run.inner in words[sources[run.note]]
