from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.rules.wording import rounded_beside

FIGURES = st.decimals(min_value=-1000, max_value=1000, places=4)


@pytest.mark.shows("N37")
@pytest.mark.parametrize(
    ("value", "target", "decimals", "shown"),
    [
        pytest.param("77.1242", "90", 0, "77", id="far-off"),
        pytest.param("94.96", "95", 0, "94.96", id="would-round-onto-the-target"),
        pytest.param("94.9996", "95", 1, "94.9996", id="needs-all-places"),
        pytest.param("95.04", "95", 0, "95.04", id="just-over"),
        pytest.param("95", "95", 0, "95", id="on-target"),
        pytest.param("48.35", None, 1, "48.4", id="no-target-half-up"),
        pytest.param("70.5", "80", 0, "70.5", id="a-half-is-nobodys-whole"),
        pytest.param("70.6667", "70.5", 0, "70.7", id="as-many-places-as-its-target"),
    ],
)
def test_figure_is_rounded_but_never_onto_the_target(value, target, decimals, shown):
    goal = None if target is None else Decimal(target)

    assert str(rounded_beside(Decimal(value), goal, decimals)) == shown


@given(FIGURES, FIGURES, st.integers(min_value=0, max_value=4))
def test_rounded_figure_stays_on_its_side_of_the_target(value, target, decimals):
    shown = rounded_beside(value, target, decimals)

    assert (shown > target, shown < target) == (value > target, value < target)
