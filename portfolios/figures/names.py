"""What a portfolio was called on a day."""

from dataclasses import dataclass

from django.urls import reverse

from portfolios.models import Portfolio, Responsibility


@dataclass(frozen=True)
class NamedPortfolio:
    """A portfolio under the name it had on a day."""

    pk: int
    name: str

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("portfolio", args=[self.pk])


def name_then(portfolio: Portfolio) -> str:
    """The name on the day for which `named_on` read the portfolio."""
    return str(getattr(portfolio, "name_then", None) or portfolio.name)


def portfolio_of(row: Responsibility) -> NamedPortfolio:
    """The portfolio that answers, of a row read by `with_portfolio_named_on`."""
    return NamedPortfolio(row.portfolio_id or 0, getattr(row, "portfolio_name_then", ""))
