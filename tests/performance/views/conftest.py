import pytest
from django.test import Client

from tests.conventions import scene
from tests.performance import lives


@pytest.fixture(autouse=True)
def today(time_machine):
    """A Monday on which quarter 2 is over and its returns are due in nine days."""
    time_machine.move_to(scene.TODAY)


@pytest.fixture
def period(db):
    return lives.quarter(2)


@pytest.fixture
def browser_of():
    """A browser in which somebody has signed in."""

    def signed_in(user):
        client = Client()
        client.force_login(user)
        return client

    return signed_in
