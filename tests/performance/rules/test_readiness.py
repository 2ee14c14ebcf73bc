"""What keeps a return from being submitted."""

import pytest

from council.rag import Rag
from performance.choices import Known, ValueStatus
from performance.rules.readiness import submission_problems


@pytest.mark.parametrize(
    "known, carried_from, asked",
    [
        pytest.param(Known.KNOWN, "", ["carried_from"], id="without-a-day"),
        pytest.param(Known.KNOWN, "March 2026", [], id="with-its-day"),
        pytest.param(Known.NOT_DUE, "", [], id="nothing-to-carry"),
    ],
)
def test_a_value_carried_forward_says_when_it_was_measured(known, carried_from, asked):
    problems = submission_problems(
        known=known,
        as_written="85",
        comment="",
        rating=Rag.GREEN,
        value_status=ValueStatus.CARRIED_FORWARD,
        carried_from=carried_from,
    )

    assert [each.field for each in problems] == asked
