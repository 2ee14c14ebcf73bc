import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.text import TextProblem, Typed, clean_text, plain_figures

ONE_LINE = "Write this on one line: take out the line break"
FAMILY = "👨\u200d👩\u200d👧"
WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"


@pytest.mark.shows("T8", "T9", "T12", "T17", "T19", "T20", "T24", "T30", "T35", "T36", "T43")
@pytest.mark.parametrize(
    "typed, kept",
    [
        pytest.param("Bins", "Bins", id="plain"),
        pytest.param("  Bins \n", "Bins", id="blanks at the ends"),
        pytest.param("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour", id="one kind of line break"),
        pytest.param("one\x0btwo\x0cthree", "one\ntwo\nthree", id="line breaks of a word processor"),
        pytest.param("one\u2028two\u2029three\x85four", "one\ntwo\nthree\nfour", id="line separators"),
        pytest.param("a\tb", "a\tb", id="a tab"),
        pytest.param("a\x01\x02\x07\x08\x0e\x1b\x1fb\x7f", "ab", id="control characters"),
        pytest.param("it\x92s", "its", id="control characters of the second block"),
        pytest.param("\ufeffBins", "Bins", id="byte-order mark"),
        pytest.param("\u200b\u2060Bins\u200b", "Bins", id="zero-width at the ends"),
        pytest.param("\u200b \u00a0\ufeff", "", id="zero-width and no-break spaces only"),
        pytest.param("\u3164\u2800", "", id="fillers only"),
        pytest.param("\ufe0f", "", id="a variation selector only"),
        pytest.param("", "", id="nothing"),
        pytest.param("Jose\u0301", "José", id="composed"),
        pytest.param("ŵ ŷ", "ŵ ŷ", id="Welsh"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="joiners inside Persian"),
        pytest.param("שלום", "שלום", id="Hebrew"),
        pytest.param("地方政府", "地方政府", id="Chinese"),
        pytest.param(f"A {FAMILY}", f"A {FAMILY}", id="an emoji family"),
        pytest.param("❤\ufe0f", "❤\ufe0f", id="a red heart"),
        pytest.param(WALES, WALES, id="the flag of Wales"),
        pytest.param("“Bins” – it’s £5…", "“Bins” – it’s £5…", id="typesetter's signs"),
        pytest.param("O'Brien", "O'Brien", id="an apostrophe"),
        pytest.param("Null", "Null", id="a name like a keyword"),
        pytest.param("=HYPERLINK(1)", "=HYPERLINK(1)", id="a formula stays as typed"),
        pytest.param("{{7*7}} '; DROP TABLE x", "{{7*7}} '; DROP TABLE x", id="code stays as typed"),
    ],
)
def test_text_is_kept_without_what_nobody_sees(typed, kept):
    assert clean_text(typed, limit=100, lines=True) == kept


@pytest.mark.shows("T1", "T6", "T22")
@pytest.mark.parametrize(
    "typed, lines, sentence",
    [
        pytest.param("a\0b", True, "Take out the character that cannot be read (NUL)", id="NUL"),
        pytest.param("\0", False, "Take out the character that cannot be read (NUL)", id="NUL alone"),
        pytest.param(
            "a\ud800", True, "Take out the character that cannot be read (half", id="high surrogate"
        ),
        pytest.param("\udfffa", True, "Take out the character that cannot be read (half", id="low surrogate"),
        pytest.param("one\ntwo", False, ONE_LINE, id="line break in a line"),
        pytest.param("Subject\r\nBcc: all", False, ONE_LINE, id="header in a line"),
        pytest.param("one\u2028two", False, ONE_LINE, id="line separator in a line"),
    ],
)
def test_text_that_cannot_be_kept_is_refused(typed, lines, sentence):
    with pytest.raises(TextProblem) as refused:
        clean_text(typed, limit=100, lines=lines)

    assert refused.value.sentence.startswith(sentence)


@pytest.mark.shows("T9", "T10", "T25")
@pytest.mark.parametrize(
    "typed, sentence",
    [
        pytest.param("a" * 101, "You have 1 character too many", id="one"),
        pytest.param("a" * 112, "You have 12 characters too many", id="twelve"),
        pytest.param("a" * 1_000_000, "You have 999,900 characters too many", id="a megabyte"),
        pytest.param("a\r\n" * 50 + "b", "You have 1 character too many", id="a line break counts once"),
        pytest.param(FAMILY * 21, "You have 5 characters too many", id="code points of emoji"),
    ],
)
def test_text_over_the_limit_says_by_how_many(typed, sentence):
    with pytest.raises(TextProblem) as refused:
        clean_text(typed, limit=100, lines=True)

    assert refused.value.sentence == sentence


@pytest.mark.shows("T10")
def test_text_at_the_limit_is_kept_and_blanks_do_not_count():
    assert clean_text(f"  {'a' * 100}\n", limit=100, lines=True) == "a" * 100


def test_a_tab_in_a_line_is_a_space():
    assert clean_text("Waste\tservice\n", limit=100, lines=False) == "Waste service"


@pytest.mark.shows("T1", "T6", "T24", "T36")
@given(st.text(st.characters(), max_size=60), st.booleans())
def test_what_is_kept_can_be_stored_and_stays_as_it_is(text, lines):
    try:
        kept = clean_text(text, limit=1000, lines=lines)
    except TextProblem:
        return

    assert clean_text(kept, limit=1000, lines=lines) == kept
    assert kept == unicodedata.normalize("NFC", kept.strip())
    assert all(letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs") for letter in kept)
    assert lines or not set(kept) & set("\n\t")


@pytest.mark.shows("N21", "N23", "N24", "N30", "D12")
@pytest.mark.parametrize(
    "typed, plain, echo",
    [
        pytest.param("1,234.5", "1,234.5", False, id="plain already"),
        pytest.param("１，２３４．５％", "1,234.5%", True, id="full width"),
        pytest.param("％", "%", False, id="a full-width sign alone needs no echo"),
        pytest.param("٣٤", "34", True, id="Arabic-Indic"),
        pytest.param("१२", "12", True, id="Devanagari"),
        pytest.param("−–—‑", "----", False, id="dashes"),
        pytest.param("1\u00a02\u202f3\u20094\u30005", "1 2 3 4 5", False, id="spaces"),
        pytest.param("\ufeff\u200b7\u200e", "7", False, id="zero-width"),
        pytest.param("\u202e12", "12", True, id="turned around"),
        pytest.param("½²Ⅳ①", "½²Ⅳ①", False, id="not whole digits"),
        pytest.param("1\t2\n3", "1\t2\n3", False, id="tabs and lines stay"),
    ],
)
def test_figures_are_put_into_plain_characters(typed, plain, echo):
    assert plain_figures(typed) == Typed(plain, echo)
