import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from tests import kept

NOVEMBER = datetime.date(2026, 11, 22)


@contextmanager
def seeded(today: datetime.date) -> Iterator[str]:
    """The demo council as of a day, with what the command printed; gone again at the end."""
    with transaction.atomic():
        yield _seed(today)
        transaction.set_rollback(True)


def _seed(today: datetime.date) -> str:
    printed = StringIO()
    call_command("seed_demo", today=today.isoformat(), stdout=printed)
    return printed.getvalue()


def _of_november() -> str:
    return _seed(NOVEMBER)


@pytest.fixture(scope="module")
def council(django_db_setup, django_db_blocker) -> Iterator[str]:
    """The demo council of 22 November 2026, laid out once for all tests of a module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield kept.laid_out(_of_november)
        transaction.set_rollback(True)
