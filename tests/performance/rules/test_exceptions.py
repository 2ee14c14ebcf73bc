"""Off target so many periods running."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.rag import Rag
from performance.rules.exceptions import OFF_TARGET, off_target_run

G, A, R = Rag.GREEN, Rag.AMBER, Rag.RED
UNKNOWN, LATE, NOT_DUE, UNRATED = Rag.NOT_KNOWN, Rag.LATE, Rag.NOT_DUE, Rag.NOT_RATED


@pytest.mark.shows("F46")
@pytest.mark.parametrize(
    ("ratings", "fewest", "noun", "words"),
    [
        pytest.param([], 2, "quarter", "", id="nothing yet"),
        pytest.param([R], 2, "quarter", "", id="red once"),
        pytest.param([G, R, R], 2, "quarter", "red for 2 quarters running", id="red twice"),
        pytest.param([A, R, A], 2, "quarter", "red or amber for 3 quarters running", id="mixed"),
        pytest.param([G, A, A], 2, "month", "amber for 2 months running", id="amber"),
        pytest.param([R, R, G], 2, "quarter", "", id="recovered"),
        pytest.param([R, R], 3, "quarter", "", id="three are asked for"),
        pytest.param([R], 1, "year", "red for 1 year", id="one is enough"),
        pytest.param([R, R, NOT_DUE], 2, "quarter", "red for 2 quarters running", id="newest not due yet"),
        pytest.param([R, R, LATE], 2, "quarter", "", id="newest late"),
        pytest.param([R, UNKNOWN, R], 2, "quarter", "", id="a blank ends the run"),
        pytest.param([R, NOT_DUE, R], 2, "quarter", "", id="a gap ends the run"),
        pytest.param([R, UNRATED, R, R], 2, "period", "red for 2 periods running", id="not rated ends it"),
    ],
)
def test_an_indicator_off_target_for_periods_running_is_an_exception(ratings, fewest, noun, words):
    assert off_target_run(ratings, fewest=fewest, noun=noun).words == words


@given(st.lists(st.sampled_from(Rag), max_size=12), st.integers(1, 5))
def test_a_run_is_the_longest_end_that_is_off_target(ratings, fewest):
    run = off_target_run(ratings, fewest=fewest)
    kept = list(ratings)
    while kept and kept[-1] == NOT_DUE:
        kept.pop()

    assert all(each in OFF_TARGET for each in kept[len(kept) - run.number :])
    assert run.number == len(kept) or kept[-run.number - 1] not in OFF_TARGET
    assert run.is_exception == (run.number >= fewest)
