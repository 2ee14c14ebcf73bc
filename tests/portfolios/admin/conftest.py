import pytest

from portfolios.choices import AmendmentKind
from portfolios.operations.amendments import propose
from tests.factories import PortfolioFactory
from tests.portfolios.admin.amending import CRM
from tests.portfolios.remits import AT, decided, drafted, found


@pytest.fixture
def keeper(client, administrator):
    """A browser in which the administrator is signed in."""
    client.force_login(administrator)
    return client


@pytest.fixture
def egov(db):
    return PortfolioFactory(name="E-Government and Member Services")


@pytest.fixture
def one_stop(egov, administrator):
    """The item that the papers name, as it was before."""
    return found(egov, "responsibility for the One Stop Shop", by=administrator)


@pytest.fixture
def insertion(egov, one_stop, administrator):
    """The amendment that the papers propose, as a draft for the annual meeting."""
    kind = AmendmentKind.INSERT_BEFORE
    return drafted(kind, egov, item=one_stop, anchor="One Stop Shop", words=CRM, by=administrator)


@pytest.fixture
def proposed(insertion, administrator):
    propose(insertion, expected=insertion.version, by=administrator, at=AT)
    return insertion


@pytest.fixture
def made(insertion, administrator):
    """It is decided, and waits for its day of effect."""
    return decided(insertion, by=administrator)


@pytest.fixture(autouse=True)
def spring(time_machine):
    """The day after the cabinet decided, weeks before the annual meeting of 20 May."""
    time_machine.move_to("2005-04-08 10:00")
