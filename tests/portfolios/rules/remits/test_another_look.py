from datetime import date

import pytest

from portfolios.rules.remits.another_look import needs_another_look

DRAFTED = date(2005, 4, 7)


@pytest.mark.shows("S0-16")
@pytest.mark.parametrize(
    "looked_on, final_on, expected",
    [
        pytest.param(DRAFTED, date(2005, 6, 3), True, id="final-since"),
        pytest.param(DRAFTED, DRAFTED, False, id="final-that-day"),
        pytest.param(DRAFTED, date(2005, 3, 1), False, id="final-before"),
        pytest.param(DRAFTED, None, False, id="not-final"),
        pytest.param(None, date(2005, 6, 3), False, id="never-drafted"),
    ],
)
def test_another_look_is_due_when_the_finding_became_final_after_the_words(looked_on, final_on, expected):
    assert needs_another_look(looked_on=looked_on, final_on=final_on) == expected
