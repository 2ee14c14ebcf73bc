"""The filters beside the lists of portfolios."""
