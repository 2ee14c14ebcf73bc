"""Lists of cases and customers."""
