"""The filters beside lists of cases."""
