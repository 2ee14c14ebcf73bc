import datetime

import pytest

from council.access import Role
from council.models import BankHoliday
from tests.conftest import _holder
from tests.factories import ServiceFactory

CHRISTMAS = (
    ("2025-12-25", "Christmas Day"),
    ("2025-12-26", "Boxing Day"),
    ("2026-01-01", "New Year’s Day"),
    ("2026-04-03", "Good Friday"),
    ("2026-04-06", "Easter Monday"),
    ("2026-05-04", "Early May bank holiday"),
)


@pytest.fixture
def holidays(db):
    """The bank holidays of England and Wales that the vectors of the code cross."""
    for day, title in CHRISTMAS:
        BankHoliday.objects.create(date=datetime.date.fromisoformat(day), title=title)


@pytest.fixture
def complaints_officer(db):
    """Decides what cases are, and sees those of every service."""
    return _holder(ServiceFactory(name="Customer services"), Role.COMPLAINTS_OFFICER, "complaints")


@pytest.fixture
def second_officer(service):
    """Another officer of waste and recycling."""
    return _holder(service, Role.OFFICER, "second")
