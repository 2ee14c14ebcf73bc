"""The lists of performance, one noun a file."""

from performance.tables.annual_figures import AnnualFigureFile, AnnualFigureTable, UndeclaredTable
from performance.tables.calendar import CalendarTable
from performance.tables.imports import ImportTable
from performance.tables.indicators import IndicatorFile, IndicatorTable
from performance.tables.published import PublishedRowTable, PublishedTableList
from performance.tables.returns import ReturnFile, ReturnTable
from performance.tables.sets import ChangeFile, ChangeTable, SetLineFile, SetLineTable, SetTable

__all__ = [
    "AnnualFigureFile",
    "AnnualFigureTable",
    "CalendarTable",
    "ChangeFile",
    "ChangeTable",
    "ImportTable",
    "IndicatorFile",
    "IndicatorTable",
    "PublishedRowTable",
    "PublishedTableList",
    "ReturnFile",
    "ReturnTable",
    "SetLineFile",
    "SetLineTable",
    "SetTable",
    "UndeclaredTable",
]
