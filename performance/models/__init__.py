"""How it is going: cycles and periods, indicators, targets, rating rules, returns, rebases and published tables."""

from performance.models.challenge import Challenge
from performance.models.cycle import Cycle, MunicipalYear, Period
from performance.models.indicator import Benchmark, Indicator, IndicatorDefinition, IndicatorQuerySet
from performance.models.monthly_value import MonthlyValue
from performance.models.published import ImportBatch, PublishedRow, PublishedTable, TypedSummaryLine
from performance.models.query_pin import FigureQuery
from performance.models.rating import RatingRule
from performance.models.rebase import Rebase
from performance.models.returns import Return, Revision
from performance.models.target import Target

__all__ = [
    "Benchmark",
    "Challenge",
    "Cycle",
    "FigureQuery",
    "ImportBatch",
    "Indicator",
    "IndicatorDefinition",
    "IndicatorQuerySet",
    "MonthlyValue",
    "MunicipalYear",
    "Period",
    "PublishedRow",
    "PublishedTable",
    "RatingRule",
    "Rebase",
    "Return",
    "Revision",
    "Target",
    "TypedSummaryLine",
]
