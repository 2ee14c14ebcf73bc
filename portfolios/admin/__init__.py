"""Who is responsible, in the register."""

from portfolios.admin.bodies import BodyAdmin
from portfolios.admin.people import PersonAdmin, PostAdmin
from portfolios.admin.portfolios import PortfolioAdmin
from portfolios.admin.services import ServiceAdmin

__all__ = ["BodyAdmin", "PersonAdmin", "PortfolioAdmin", "PostAdmin", "ServiceAdmin"]
