"""The lists of performance, one noun a file."""

from performance.tables.calendar import CalendarTable
from performance.tables.imports import ImportTable
from performance.tables.indicators import IndicatorFile, IndicatorTable
from performance.tables.published import PublishedRowTable, PublishedTableList
from performance.tables.returns import ReturnFile, ReturnTable

__all__ = [
    "CalendarTable",
    "ImportTable",
    "IndicatorFile",
    "IndicatorTable",
    "PublishedRowTable",
    "PublishedTableList",
    "ReturnFile",
    "ReturnTable",
]
