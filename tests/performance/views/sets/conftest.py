import pytest

from council.access import Role
from tests.factories import BodyFactory, ResponsibilityFactory, ServiceFactory
from tests.performance import lives


@pytest.fixture
def body():
    return BodyFactory(name="Prosperity Committee")


@pytest.fixture
def service(body):
    service = ServiceFactory(name="Waste")
    ResponsibilityFactory(service=service, portfolio=None, body=body, aspect="policy")
    return service


@pytest.fixture
def bins(service):
    return lives.measured(service, title="Missed bins")


@pytest.fixture
def calls(service):
    return lives.measured(service, title="Calls")


@pytest.fixture
def lead(browser_of):
    return browser_of(lives.somebody("lead"))


@pytest.fixture
def member(browser_of):
    return browser_of(lives.somebody("member", Role.MEMBER))


@pytest.fixture
def admin(browser_of):
    return browser_of(lives.somebody("admin", Role.ADMINISTRATOR))
