from decimal import Decimal

import pytest

from council.rag import Rag
from performance.choices import (
    Direction,
    Known,
)
from performance.rules.rating import DEFAULT_RULE, rate
from tests.performance.rules.aims import figure

D = Decimal
HIGHER, NEITHER = Direction.HIGHER, Direction.NEITHER
RED = Rag.RED


@pytest.mark.shows("F20", "L9", "N1", "N39")
@pytest.mark.parametrize(
    "value, target, direction, told, status, why",
    [
        pytest.param(
            None, figure("1"), HIGHER, {}, Rag.NOT_KNOWN, "No value has been entered.", id="no value"
        ),
        pytest.param(
            None,
            figure("1"),
            HIGHER,
            {"known": Known.NOT_KNOWN},
            Rag.NOT_KNOWN,
            "The value is not known.",
            id="not known",
        ),
        pytest.param(
            None,
            figure("1"),
            HIGHER,
            {"known": Known.NOT_DUE},
            Rag.NOT_DUE,
            "No value is due for this period yet.",
            id="not due",
        ),
        pytest.param(
            None,
            figure("1"),
            HIGHER,
            {"late": True},
            Rag.LATE,
            "The return is late: no value has been entered.",
            id="late",
        ),
        pytest.param(
            None,
            figure("1"),
            HIGHER,
            {"late": True, "known": Known.NOT_KNOWN},
            Rag.NOT_KNOWN,
            "The value is not known.",
            id="said not to be known is not late",
        ),
        pytest.param(D("1"), None, HIGHER, {}, Rag.NOT_RATED, "There is no target.", id="no target"),
        pytest.param(
            D("1"),
            figure("1"),
            NEITHER,
            {},
            Rag.NOT_RATED,
            "For information: neither higher nor lower is better.",
            id="for information",
        ),
        pytest.param(
            None, None, HIGHER, {"late": True}, Rag.NOT_RATED, "There is no target.", id="no target and late"
        ),
    ],
)
def test_blanks_are_states_of_their_own(value, target, direction, told, status, why):
    judged = rate(value, target, direction, DEFAULT_RULE, **told)
    assert (judged.status, judged.why, judged.shortfall) == (status, why, None)


def test_nought_is_a_value_and_not_a_blank():
    assert rate(D("0"), figure("10"), HIGHER, DEFAULT_RULE).status == RED
