from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.rag import COUNTED, METHOD, RATED, Rag, RagSummary, whole_percentages

COUNTS = st.lists(st.integers(min_value=0, max_value=10**9), min_size=1, max_size=12)


@pytest.mark.shows("F47", "S2-07")
@pytest.mark.parametrize(
    "status, tag",
    [
        pytest.param(Rag.GREEN, "▲ Green", id="green"),
        pytest.param(Rag.AMBER, "◆ Amber", id="amber"),
        pytest.param(Rag.RED, "▼ Red", id="red"),
        pytest.param(Rag.NOT_KNOWN, "○ Not known", id="not known"),
        pytest.param(Rag.LATE, "◷ Late", id="late"),
        pytest.param(Rag.NOT_RATED, "· Not rated", id="not rated"),
        pytest.param(Rag.NOT_DUE, "– Not due", id="not due"),
    ],
)
def test_status_has_its_shape_and_its_word(status, tag):
    assert status.tag == tag


@pytest.mark.shows("F47")
def test_no_two_statuses_share_a_shape_or_a_word():
    assert len({status.shape for status in Rag}) == len(Rag)
    assert len({status.word for status in Rag}) == len(Rag)


@pytest.mark.shows("F39")
def test_summary_counts_the_rated_and_the_not_known():
    assert (*RATED, Rag.NOT_KNOWN) == COUNTED


@pytest.mark.shows("F40", "S2-21", "L6")
@pytest.mark.parametrize(
    "counts, percentages",
    [
        pytest.param([13, 3, 0, 0], [81, 19, 0, 0], id="the 16 rows of 2002/03"),
        pytest.param([14, 1, 0, 1], [88, 6, 0, 6], id="what the printed percentages were of"),
        pytest.param([13, 2, 0, 1], [81, 13, 0, 6], id="with the unknown row as not known"),
        pytest.param([1, 1, 1], [34, 33, 33], id="a tie goes to the first row"),
        pytest.param([2, 2, 2, 1], [29, 29, 28, 14], id="a tie of three for two points"),
        pytest.param([1, 1, 1, 1, 1, 1, 1, 1], [13, 13, 13, 13, 12, 12, 12, 12], id="eighths, not half-even"),
        pytest.param([64, 50], [56, 44], id="64 of 114 is 56, once printed as 55"),
        pytest.param([7], [100], id="one row is all"),
        pytest.param([0, 5, 0], [0, 100, 0], id="nought stays nought"),
        pytest.param([0, 0], [], id="nothing has no shares"),
        pytest.param([], [], id="no rows"),
    ],
)
def test_whole_percentages_by_largest_remainder(counts, percentages):
    assert whole_percentages(counts) == percentages


def test_whole_percentages_refuse_a_count_below_nought():
    with pytest.raises(ValueError, match="below nought"):
        whole_percentages([3, -1])


@pytest.mark.shows("F40", "L6")
@given(COUNTS.filter(any))
def test_whole_percentages_always_add_to_100(counts):
    assert sum(whole_percentages(counts)) == 100


@pytest.mark.shows("F40")
@given(COUNTS.filter(any))
def test_whole_percentage_is_within_1_of_the_exact_share(counts):
    exact = [Fraction(100 * count, sum(counts)) for count in counts]
    assert all(abs(whole - share) < 1 for whole, share in zip(whole_percentages(counts), exact, strict=True))


@pytest.mark.shows("F40")
@given(COUNTS.filter(any))
def test_larger_count_never_has_the_smaller_percentage(counts):
    pairs = sorted(zip(counts, whole_percentages(counts), strict=True))
    assert all(less[1] <= more[1] for less, more in zip(pairs, pairs[1:], strict=False) if less[0] < more[0])


@pytest.mark.shows("F40")
@given(COUNTS.filter(any), st.integers(min_value=1, max_value=1000))
def test_percentages_do_not_change_when_every_count_is_multiplied(counts, times):
    assert whole_percentages([times * count for count in counts]) == whole_percentages(counts)


@pytest.mark.shows("F39", "S2-05")
def test_summary_has_number_and_per_cent_of_each_status():
    summary = RagSummary.of({Rag.GREEN: 13, Rag.AMBER: 3})
    assert [(row.status, row.number, row.per_cent) for row in summary.rows] == [
        (Rag.GREEN, 13, 81),
        (Rag.AMBER, 3, 19),
        (Rag.RED, 0, 0),
        (Rag.NOT_KNOWN, 0, 0),
    ]
    assert summary.total == 16


@pytest.mark.shows("F40", "L6")
def test_summary_keeps_the_exact_shares_and_names_its_method():
    summary = RagSummary.of({Rag.GREEN: 13, Rag.AMBER: 3})
    assert summary.row(Rag.GREEN).share == Fraction(13, 16)
    assert summary.row(Rag.RED).share == 0
    assert summary.method == METHOD
    assert "largest remainder" in summary.method


@pytest.mark.shows("F20", "L9")
def test_late_counts_as_not_known_and_is_still_said():
    summary = RagSummary.of({Rag.GREEN: 12, Rag.NOT_KNOWN: 1, Rag.LATE: 3})
    unknown = summary.row(Rag.NOT_KNOWN)
    assert (unknown.number, unknown.per_cent, summary.total, summary.late) == (4, 25, 16, 3)
    assert unknown.words == "4 not known, 3 of them late"


@pytest.mark.parametrize(
    "counts, words",
    [
        pytest.param({Rag.NOT_KNOWN: 4}, "4 not known", id="none late"),
        pytest.param({Rag.LATE: 3}, "3 not known, all of them late", id="all late"),
        pytest.param({Rag.LATE: 1}, "1 not known, 1 of them late", id="the only one late"),
        pytest.param({Rag.NOT_KNOWN: 1200}, "1,200 not known", id="thousands"),
    ],
)
def test_not_known_says_how_many_are_late(counts, words):
    assert RagSummary.of(counts).row(Rag.NOT_KNOWN).words == words


def test_only_the_not_known_can_be_late():
    assert RagSummary.of({Rag.GREEN: 1, Rag.LATE: 1}).row(Rag.GREEN).late_words == ""


@pytest.mark.shows("F20", "L9")
def test_not_rated_and_not_due_stand_outside_the_total_and_are_said():
    summary = RagSummary.of({Rag.GREEN: 1, Rag.NOT_RATED: 2, Rag.NOT_DUE: 5})
    assert summary.total == 1
    assert summary.row(Rag.GREEN).per_cent == 100
    assert summary.outside == "Not counted: 2 not rated, 5 not due."


def test_nothing_left_out_needs_no_sentence():
    assert RagSummary.of({Rag.GREEN: 1}).outside == ""


@pytest.mark.shows("F39")
def test_summary_of_nothing_has_no_percentages():
    summary = RagSummary.of({Rag.NOT_DUE: 5})
    assert [(row.per_cent, row.share) for row in summary.rows] == [(None, None)] * 4
    assert summary.words == "Nothing to count yet."


def test_summary_reads_as_a_sentence():
    summary = RagSummary.of({Rag.GREEN: 12, Rag.AMBER: 3, Rag.LATE: 1})
    assert summary.words == (
        "16 counted: 12 green (75%), 3 amber (19%), 0 red (0%), 1 not known (6%, 1 of them late)."
    )


@pytest.mark.shows("F39", "L5")
@given(st.dictionaries(st.sampled_from(Rag), st.integers(min_value=0, max_value=10**6)))
def test_summary_never_disagrees_with_its_rows(counts):
    summary = RagSummary.of(counts)
    assert sum(row.number for row in summary.rows) == summary.total
    assert summary.total + summary.not_rated + summary.not_due == sum(counts.values())
    assert summary.late <= summary.row(Rag.NOT_KNOWN).number
