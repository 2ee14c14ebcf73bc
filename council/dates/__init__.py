"""Dates as people type them and as pages show them, and the vague dates of old papers. Pure."""

from council.dates.exact import DateProblem, long_date, read_date, short_date, span
from council.dates.vague import Precision, VagueDate, read_vague_date

__all__ = [
    "DateProblem",
    "Precision",
    "VagueDate",
    "long_date",
    "read_date",
    "read_vague_date",
    "short_date",
    "span",
]
