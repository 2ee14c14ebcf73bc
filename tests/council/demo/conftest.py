import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

NOVEMBER = datetime.date(2026, 11, 22)


@contextmanager
def seeded(today: datetime.date) -> Iterator[str]:
    """The demo council as of a day, with what the command printed; gone again at the end."""
    printed = StringIO()
    with transaction.atomic():
        call_command("seed_demo", today=today.isoformat(), stdout=printed)
        yield printed.getvalue()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def council(django_db_setup, django_db_blocker) -> Iterator[str]:
    """The demo council of 22 November 2026, once for all tests of a module."""
    with django_db_blocker.unblock(), seeded(NOVEMBER) as printed:
        yield printed
