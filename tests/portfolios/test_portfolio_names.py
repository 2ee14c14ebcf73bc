"""The other names of portfolios: kept once, and found in the register."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from council.access import Role
from portfolios.models import PortfolioAlias
from tests.factories import PortfolioFactory, UserFactory
from tests.portfolios import s0
from tests.portfolios.remits import commenced, decided, drafted

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return UserFactory(username="keeper", role=Role.ADMINISTRATOR)


@pytest.fixture
def alias():
    portfolio = PortfolioFactory(name="E-Government and Member Services")
    return PortfolioAlias.objects.create(
        portfolio=portfolio, name="E-Government and Member Service Portfolio"
    )


def found(admin, words):
    client = Client()
    client.force_login(admin)
    answer = client.get(reverse("admin:portfolios_portfolio_changelist"), {"q": words})
    return [row.name for row in answer.context["cl"].result_list]


@pytest.mark.shows("S0-17")
def test_a_portfolio_is_found_under_the_spelling_of_a_paper(alias, admin):
    PortfolioFactory(name="Another")

    assert found(admin, "Member Service Portfolio") == ["E-Government and Member Services"]


@pytest.mark.shows("F10")
def test_a_portfolio_is_found_under_a_later_name(admin):
    paper = s0.paper(by=admin)
    commenced(decided(drafted("rename", paper.egov, words="Customers", by=admin), by=admin), by=admin)

    assert found(admin, "Customers") == ["E-Government and Member Services"]


def test_the_same_spelling_is_kept_once(alias):
    again = PortfolioAlias(portfolio=alias.portfolio, name=alias.name)

    with pytest.raises(ValidationError, match="already has that name"):
        again.full_clean()
