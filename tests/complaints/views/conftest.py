import pytest


@pytest.fixture(autouse=True)
def tuesday(time_machine, holidays):
    """Tuesday 13 October 2026, the day after the cases of these tests came in."""
    time_machine.move_to("2026-10-13 11:00:00+00:00", tick=True)
