from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.rag import COUNTED, Rag, RagSummary
from performance.rules.published.summary import TypedLine, check_summary, derived

RED, AMBER, GREEN, NOT_KNOWN = Rag.RED, Rag.AMBER, Rag.GREEN, Rag.NOT_KNOWN
ROWS = [GREEN] * 3 + [AMBER] * 2 + [GREEN, AMBER] + [GREEN] * 9
BY_KEY = ROWS[:6] + [NOT_KNOWN] + ROWS[7:]
TYPED = [
    TypedLine("RED", 0, 0),
    TypedLine("AMBER", 3, 6),
    TypedLine("GREEN", 14, 88),
    TypedLine("NOT KNOWN", 0, 6),
]
TYPED += [TypedLine("TOTAL", 17, 100)]


def summary(red, amber, green, not_known, total):
    words = ("Red", "Amber", "Green", "Not known", "Total")
    pairs = zip(words, (red, amber, green, not_known, total), strict=True)
    return [TypedLine(word, *numbers) for word, numbers in pairs]


RIGHT = summary((0, 0), (3, 19), (13, 81), (0, 0), (16, 100))


def sentences(statuses, typed, **by_key):
    return [disagreement.sentence for disagreement in check_summary(statuses, typed, **by_key)]


@pytest.mark.shows("S2-20", "S2-21")
def test_printed_summary_of_2002_03_disagrees_with_its_rows_and_with_itself():
    assert sentences(ROWS, TYPED) == [
        "The table has 16 rows, not 17.",
        "The table has 13 green, not 14.",
        "The summary disagrees with itself on “AMBER”: 3 of 17 is 17.6%, not 6%.",
        "The summary disagrees with itself on “GREEN”: 14 of 17 is 82.4%, not 88%.",
        "The summary disagrees with itself on “NOT KNOWN”: 0 of 17 is 0%, not 6%.",
        "Its percentages are exactly those of 0 red, 1 amber, 14 green, 1 not known of 16. If so, the number was "
        "changed afterwards from 1 to 3 for amber and from 1 to 0 for not known. They also fit 0 red, 1 amber, "
        "15 green, 1 not known of 17.",
    ]


@pytest.mark.shows("S2-22")
def test_summary_by_the_tables_own_key_counts_the_unknown_row_as_not_known():
    assert check_summary(ROWS, RIGHT, by_key=BY_KEY) == [
        (
            "By the table's own key, in which not known is a status, it would be 0 red, 2 amber, 13 green, "
            "1 not known of 16 (0%, 13%, 81%, 6%).",
            "own_key",
        )
    ]


@pytest.mark.shows("S2-20")
def test_rows_give_their_own_summary():
    assert derived(ROWS) == "0 red, 3 amber, 13 green, 0 not known of 16 (0%, 19%, 81%, 0%)"


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(RIGHT, id="whole per cents"),
        pytest.param(
            summary((0, 0), (3, Decimal("18.75")), (13, Decimal("81.25")), (0, 0), (16, 100)),
            id="exact per cents",
        ),
        pytest.param(
            summary((0, 0), (3, Decimal("18.8")), (13, Decimal("81.3")), (0, 0), (16, Decimal("100.1"))),
            id="one decimal, a half upwards",
        ),
        pytest.param(summary((0, None), (3, None), (13, None), (0, None), (16, None)), id="numbers only"),
        pytest.param(summary((None, 0), (None, 19), (None, 81), (None, 0), (None, 100)), id="per cents only"),
        pytest.param(RIGHT[1:3], id="no lines for what is not there"),
        pytest.param([], id="no summary"),
    ],
)
def test_right_summary_has_no_disagreement(typed):
    assert check_summary(ROWS, typed, by_key=ROWS) == []


@pytest.mark.parametrize(
    "typed, sentence",
    [
        pytest.param(
            summary((0, 0), (3, 19), (13, 81), (0, 0), (18, None)),
            "The numbers of the summary add to 16, not to its total of 18.",
            id="total against its own numbers",
        ),
        pytest.param(
            RIGHT[:2] + RIGHT[3:],
            "The summary has no line for green; the table has 13 rows.",
            id="line left out",
        ),
        pytest.param(
            [*RIGHT, TypedLine("PURPLE", 1, 6)],
            "The summary has a line “PURPLE”, which is not a status of the table.",
            id="unknown word",
        ),
        pytest.param([*RIGHT, RIGHT[1]], "The summary has more than one line for “Amber”.", id="line twice"),
        pytest.param(
            summary((None, 0), (None, 25), (None, 75), (None, 0), (None, 100)),
            "Its percentages are exactly those of 0 red, 4 amber, 12 green, 0 not known of 16. They also fit 0 red, "
            "3 amber, 9 green, 0 not known of 12; 0 red, 5 amber, 15 green, 0 not known of 20; 0 red, 2 amber, "
            "6 green, 0 not known of 8; 1 more.",
            id="per cents only, of other numbers",
        ),
        pytest.param(
            summary((None, 0), (None, 25), (None, 75), (None, 0), (None, 100)),
            "In the table 13 of 16 are green, which is 81.3%, not 75%.",
            id="per cents only, against the rows",
        ),
        pytest.param(
            summary((0, 0), (4, 19), (12, 81), (0, 0), (16, 100)),
            "Its percentages are exactly those of the table's rows: 0 red, 3 amber, 13 green, 0 not known of 16. "
            "They also fit 0 red, 4 amber, 17 green, 0 not known of 21.",
            id="per cents of the rows beside other numbers",
        ),
    ],
)
def test_wrong_summary_says_how(typed, sentence):
    assert sentence in sentences(ROWS, typed)


@pytest.mark.shows("S2-20")
def test_share_of_64_in_114_printed_as_55_is_told():
    typed = [TypedLine("Green", 64, 55), TypedLine("Red", 50, 45), TypedLine("Total", 114, 100)]

    assert sentences([GREEN] * 64 + [RED] * 50, typed) == [
        "The summary disagrees with itself on “Green”: 64 of 114 is 56.1%, not 55%.",
        "The summary disagrees with itself on “Red”: 50 of 114 is 43.9%, not 45%.",
    ]


@pytest.mark.shows("S2-21")
@given(st.lists(st.sampled_from(COUNTED), max_size=60))
def test_summary_derived_from_the_rows_by_largest_remainder_never_disagrees(statuses):
    made = RagSummary.of({status: statuses.count(status) for status in COUNTED})
    typed = [TypedLine(share.status.word, share.number, share.per_cent) for share in made.rows]
    typed.append(TypedLine("Total", made.total, 100 if made.total else None))

    assert check_summary(statuses, typed) == []


NUMBERS = st.none() | st.integers(-3, 200)
LINES = st.builds(TypedLine, st.sampled_from(["Red", "a", "GREEN", "Total", "?"]), NUMBERS, NUMBERS)


@given(st.lists(st.sampled_from([*COUNTED, None]), max_size=30), st.lists(LINES, max_size=6))
def test_any_typed_summary_is_answered_in_sentences(statuses, typed):
    assert all(sentence.endswith(".") for sentence in sentences(statuses, typed))
