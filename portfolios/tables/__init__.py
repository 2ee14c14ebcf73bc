"""The lists of portfolios: a file for each group of nouns."""

from portfolios.tables.structure import BodyTable, PortfolioTable, PostTable, ServiceTable

__all__ = ["BodyTable", "PortfolioTable", "PostTable", "ServiceTable"]
