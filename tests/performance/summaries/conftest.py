"""Who writes summaries, and a service to write of."""

import pytest

from tests.performance import lives
from tests.performance.summaries.rows import measured_service


@pytest.fixture
def lead():
    return lives.somebody("writes summaries")


@pytest.fixture
def bins():
    """Waste, whose one indicator is red at 60 against 80, after two green quarters."""
    return measured_service("Waste", "60")
