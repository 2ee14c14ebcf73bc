"""A year taken together: what it comes to so far, what it may end at, and whether that meets its target.

Pure: plain values in and out. The methods and what their range means are in docs/decisions/0011.
"""

from performance.rules.year_end.chance import Outlook, outlook
from performance.rules.year_end.expected import Forecast, expected
from performance.rules.year_end.officers import disagreement, forecast_doubts, is_missed, speaks_beside
from performance.rules.year_end.to_date import ToDate, year_to_date
from performance.rules.year_end.year import Counted, Part, Year, usual_method

__all__ = [
    "Counted",
    "Forecast",
    "Outlook",
    "Part",
    "ToDate",
    "Year",
    "disagreement",
    "expected",
    "forecast_doubts",
    "is_missed",
    "outlook",
    "speaks_beside",
    "usual_method",
    "year_to_date",
]
