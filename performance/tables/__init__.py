"""The lists of performance, one noun a file."""

from performance.tables.annual_figures import AnnualFigureTable, UndeclaredTable
from performance.tables.calendar import CalendarTable
from performance.tables.imports import ImportTable
from performance.tables.indicators import IndicatorFile, IndicatorTable
from performance.tables.published import PublishedRowTable, PublishedTableList
from performance.tables.returns import ReturnFile, ReturnTable
from performance.tables.sets import ChangeTable, SetLineTable, SetTable

__all__ = [
    "AnnualFigureTable",
    "CalendarTable",
    "ChangeTable",
    "ImportTable",
    "IndicatorFile",
    "IndicatorTable",
    "PublishedRowTable",
    "PublishedTableList",
    "ReturnFile",
    "ReturnTable",
    "SetLineTable",
    "SetTable",
    "UndeclaredTable",
]
