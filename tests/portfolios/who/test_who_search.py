"""What the page "Who is responsible" finds beside services."""

import pytest

from portfolios.models import Portfolio, PortfolioAlias
from tests.performance.views.pages import words
from tests.portfolios.remits import found


@pytest.mark.shows("F8")
@pytest.mark.parametrize("sought", ["development", "DLP", "old planning", "regenerating the town"])
def test_a_portfolio_is_found_by_its_name_its_other_names_and_the_words_of_its_remit(
    client, planning, administrator, sought
):
    portfolio = Portfolio.objects.get(name="Development")
    PortfolioAlias.objects.create(portfolio=portfolio, name="Old Planning Portfolio")
    found(portfolio, "Development of Land and Plans, and regenerating the town", by=administrator)

    page = words(client.get("/portfolios/who/", {"q": sought, "on": "20 May 2005"}))

    assert "Portfolios and bodies with these words Development Cllr Ashby" in page
    assert "Answers for Planning ." in page


@pytest.mark.shows("F8")
def test_a_committee_is_found_with_the_services_it_decides_for(client, planning):
    page = words(client.get("/portfolios/who/?q=planning committee&on=2005-05-20"))

    assert "No service is called “planning committee” The words are found in what follows." in page
    assert "Planning Committee Answers for Planning ." in page
