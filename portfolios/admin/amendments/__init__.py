"""Amendments in the register: drafted with their redline in sight, and taken step by step into force."""

from portfolios.admin.amendments.register import AmendmentAdmin

__all__ = ["AmendmentAdmin"]
