"""An anchor is found once as whole words, however its quotes, dashes and spaces are written."""

import pytest

from portfolios.rules.remits.finding_words import find_other_capitals, find_words

ONE_STOP = "responsibility for the One Stop Shop"


@pytest.mark.shows("F5", "S0-13")
@pytest.mark.parametrize(
    "text, sought, found",
    [
        pytest.param(ONE_STOP, "One Stop Shop", ["One Stop Shop"], id="once"),
        pytest.param("the shop and the shop", "the shop", ["the shop", "the shop"], id="twice"),
        pytest.param("the cat the cat the cat", "the cat the cat", ["the cat the cat"] * 2, id="overlapping"),
        pytest.param(ONE_STOP, "Two Stop Shop", [], id="never"),
        pytest.param(ONE_STOP, "one stop shop", [], id="capitals-count"),
        pytest.param("planning services", "service", [], id="part-of-a-word-is-no-hit"),
        pytest.param("planning-services", "planning", ["planning"], id="a-hyphen-ends-a-word"),
        pytest.param("(planning)", "planning", ["planning"], id="brackets-end-a-word"),
        pytest.param("planning", "", [], id="nothing-sought"),
        pytest.param("planning", "   ", [], id="only-spaces-sought"),
        pytest.param("a.b and axb", "a.b", ["a.b"], id="a-dot-is-a-dot"),
        pytest.param("costs (£) [2] $", "(£) [2] $", ["(£) [2] $"], id="no-pattern"),
        pytest.param("see <b>this</b>", "<b>this</b>", ["<b>this</b>"], id="markup-is-text"),
        pytest.param("café", "café", ["café"], id="accents"),
    ],
)
def test_whole_words_are_found(text, sought, found):
    assert [hit.found for hit in find_words(text, sought)] == found


@pytest.mark.parametrize(
    "text, sought, difference",
    [
        pytest.param("the “One Stop” Shop", 'the "One Stop" Shop', "other quotation marks", id="curly"),
        pytest.param("members’ services", "members' services", "other quotation marks", id="apostrophe"),
        pytest.param("one–stop", "one-stop", "another kind of dash", id="dash"),
        pytest.param("One\u00a0Stop  Shop", "One Stop Shop", "other spaces", id="spaces"),
        pytest.param("One\nStop Shop", "One Stop Shop", "other spaces", id="line-break"),
        pytest.param("One Stop\u200b Shop", "One Stop Shop", "characters that cannot be seen", id="unseen"),
        pytest.param("and so on…", "and so on...", "an ellipsis", id="ellipsis"),
    ],
)
def test_what_is_spelt_otherwise_is_found_and_said(text, sought, difference):
    (hit,) = find_words(text, sought)

    assert text[hit.start : hit.end] == hit.found
    assert any(difference in each for each in hit.differences)


def test_the_same_words_have_no_difference():
    assert find_words(ONE_STOP, " One Stop Shop ")[0].differences == ()


def test_a_hit_shows_what_is_around_it():
    (hit,) = find_words(ONE_STOP, "One")

    assert (hit.before, hit.after) == ("responsibility for the ", " Stop Shop")


def test_other_capitals_are_offered():
    assert find_other_capitals(ONE_STOP, "one stop shop") == ["One Stop Shop"]


def test_other_capitals_survive_letters_that_change_length():
    assert find_other_capitals("İstanbul one", "ONE") == []
