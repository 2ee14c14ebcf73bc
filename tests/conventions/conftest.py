import pytest

from tests import kept
from tests.conventions import scene


@pytest.fixture
def council(db, time_machine):
    """The small council of `scene`, on a day on which a quarter has just ended."""
    time_machine.move_to(scene.TODAY)
    return kept.laid_out(scene.build)
