"""The stretches of time a council reports by: financial and municipal years, quarters, four months, months.

Pure: plain dates in and out, no clock. A span's end is its last day. A financial year goes by the year it
starts in: 2026 stands for 2026/27. Two calendars run side by side, the financial year from 1 April and the
municipal year from the council's annual meeting, mostly in May, and neither is ever read for the other.
"""

from council.periods.calendar import (
    BothYears,
    both_years,
    gaps_and_overlaps,
    latest_ended,
    same_period_last_year,
)
from council.periods.span import MONTHS, Frequency, Span, spans
from council.periods.years import (
    FIRST_YEAR,
    LAST_YEAR,
    LONDON,
    MunicipalYear,
    financial_year,
    local_day,
    municipal_year,
    read_year,
    year_name,
)

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "LONDON",
    "MONTHS",
    "BothYears",
    "Frequency",
    "MunicipalYear",
    "Span",
    "both_years",
    "financial_year",
    "gaps_and_overlaps",
    "latest_ended",
    "local_day",
    "municipal_year",
    "read_year",
    "same_period_last_year",
    "spans",
    "year_name",
]
