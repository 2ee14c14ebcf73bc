"""Figures that one app keeps the records of and another reports: counted here, above both, and handed over as numbers.

To compute from more records, add a module with its `Computation` and name it in `sources.py`: nothing else changes.
"""
