from datetime import date

import pytest

from performance.rules.spc import Cause, analyse
from tests.performance.rules.spc.quarters import ORDINARY, changed, day_of, rebase, series

LOWER = [each - 30 for each in ORDINARY]


def spans(spc):
    return [(segment.first, segment.last) for segment in spc.segments]


@pytest.mark.shows("F44")
def test_limits_start_anew_at_a_rebase_with_its_reason():
    spc = analyse(series(ORDINARY + LOWER, starts=(rebase(14),)))

    assert spans(spc) == [(0, 13), (14, 27)]
    assert spc.segments[1].starts == (rebase(14),)
    assert spc.segments[0].limits.mean - spc.segments[1].limits.mean == 30


@pytest.mark.shows("S2-34")
def test_limits_start_anew_where_a_new_definition_breaks_the_series():
    spc = analyse(series(ORDINARY + LOWER, starts=(changed(day_of(14)),)))

    assert spans(spc) == [(0, 13), (14, 27)]
    assert spc.segments[1].starts[0].cause == Cause.BREAK
    assert spc.remarks == ()


def test_a_break_within_a_period_counts_from_that_period_and_says_that_it_mixes_both():
    spc = analyse(series(ORDINARY + LOWER, starts=(changed(date(2023, 11, 1)),)))

    assert spans(spc) == [(0, 13), (14, 27)]
    assert spc.remarks == (
        "Definition 2 began in the midst of Quarter 3 2023/24: that figure mixes both definitions.",
    )


@pytest.mark.parametrize("place", [-2, 0])
def test_a_rebase_before_or_at_the_first_figure_changes_nothing_and_says_so(place):
    plain, rebased = analyse(series(ORDINARY)), analyse(series(ORDINARY, starts=(rebase(place),)))

    assert rebased.segments == plain.segments
    assert rebased.variation == plain.variation
    assert rebased.remarks == ("Rebase changes nothing: it is at or before the first figure.",)


def test_a_definition_that_was_new_before_the_first_figure_is_not_worth_a_word():
    assert analyse(series(ORDINARY, starts=(changed(day_of(-1)),))).remarks == ()


def test_a_rebase_after_the_last_figure_waits_and_says_so():
    spc = analyse(series(ORDINARY, starts=(rebase(14),)))

    assert spans(spc) == [(0, 13)]
    assert spc.remarks == (
        "Rebase has no figure after it yet, so the limits are still those from before it.",
    )


def test_a_rebase_and_a_break_at_one_period_are_one_start_with_both_reasons():
    spc = analyse(series(ORDINARY + LOWER, starts=(rebase(14), changed(day_of(14)))))

    assert spans(spc) == [(0, 13), (14, 27)]
    assert {each.cause for each in spc.segments[1].starts} == {Cause.REBASE, Cause.BREAK}


def test_limits_start_anew_after_a_gap_and_the_gap_is_said():
    spc = analyse(series([*ORDINARY, "not known", *LOWER]))

    assert spans(spc) == [(0, 13), (15, 28)]
    assert spc.segments[1].starts[0].why == "Quarter 3 2023/24: not known"
    assert spc.remarks == (
        "A series must have no gaps, so limits start anew after one (Quarter 3 2023/24: not known).",
    )


@pytest.mark.parametrize("word", ["not due", "carried forward", "forecast"])
def test_what_was_not_due_or_not_measured_leaves_no_gap(word):
    values = [*ORDINARY[:7], word, *ORDINARY[7:]]
    spc = analyse(series(values))

    assert spans(spc) == [(0, 14)]
    assert spc.limits == analyse(series(ORDINARY)).limits
    assert spc.points[7].variation is None


def test_what_is_left_out_because_nothing_was_measured_is_said():
    assert analyse(series([*ORDINARY, "carried forward"])).remarks == (
        "1 figure was carried forward or forecast and is left out: nothing was measured.",
    )
    assert analyse(series([*ORDINARY, "forecast", "carried forward"])).remarks == (
        "2 figures were carried forward or forecast and are left out: nothing was measured.",
    )


def test_a_gap_before_the_first_figure_is_none():
    assert spans(analyse(series(["no return", *ORDINARY]))) == [(1, 14)]


def test_a_rebase_in_a_gap_counts_from_the_next_figure():
    spc = analyse(series([*ORDINARY, "not known", *LOWER], starts=(rebase(14),)))

    assert spans(spc) == [(0, 13), (15, 28)]
    assert [each.cause for each in spc.segments[1].starts] == [Cause.REBASE, Cause.GAP]
