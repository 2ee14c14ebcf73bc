"""An indicator's reference and title in one line."""

import pytest

from performance.rules.naming import called


@pytest.mark.parametrize(
    "reference, title, words",
    [
        pytest.param("LP2", "Missed bins", "LP2 Missed bins", id="words"),
        pytest.param("3", "% of citizens satisfied", "3: % of citizens satisfied", id="no-three-per-cent"),
        pytest.param("156", "999 calls answered", "156: 999 calls answered", id="no-other-number"),
        pytest.param("5", "Complaints upheld", "5: Complaints upheld", id="no-number-of-them"),
        pytest.param("1a", "Timetable", "1a Timetable", id="letter-and-number"),
        pytest.param("Local 03", "% of public seen", "Local 03: % of public seen", id="spaced"),
        pytest.param("", "% of calls answered", "% of calls answered", id="no-reference"),
        pytest.param("p32", "", "p32", id="no-title"),
    ],
)
def test_a_reference_is_never_read_as_a_figure_of_its_title(reference, title, words):
    assert called(reference, title) == words
