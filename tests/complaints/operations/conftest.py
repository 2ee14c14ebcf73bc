import pytest

from tests.complaints.canaries import closed


@pytest.fixture
def old(officer, service, settings, tmp_path):
    """A complaint that was over on 2 March 2020, with something in every table and a file."""
    settings.ATTACHMENTS = str(tmp_path)
    return closed(officer, service)
