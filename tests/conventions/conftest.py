import pytest

from tests.conventions import scene


@pytest.fixture
def council(db, time_machine):
    """The small council of `scene`, on a day on which a quarter has just ended."""
    time_machine.move_to(scene.TODAY)
    return scene.build()
