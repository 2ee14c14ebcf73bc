"""A portfolio with one item, and an amendment of it that is a draft."""

import pytest

from portfolios.choices import AmendmentKind
from tests.factories import PortfolioFactory, UserFactory
from tests.portfolios.remits import drafted, found


@pytest.fixture
def admin(db):
    return UserFactory(username="administrator")


@pytest.fixture
def egov(db):
    return PortfolioFactory(name="E-Government and Member Services")


@pytest.fixture
def one_stop(egov, admin):
    return found(egov, "responsibility for the One Stop Shop", by=admin)


@pytest.fixture
def insertion(egov, one_stop, admin):
    return drafted(
        AmendmentKind.INSERT_BEFORE,
        egov,
        item=one_stop,
        anchor="One Stop Shop",
        words="Customer Relationship Management and",
        by=admin,
    )
