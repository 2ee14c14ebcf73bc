"""How it is going: cycles, indicators and their sets, targets, rating rules, returns, rebases, published figures."""

from performance.models.annual_figure import AnnualFigure, Declaration
from performance.models.challenge import Challenge
from performance.models.cycle import Cycle, MunicipalYear, Period
from performance.models.indicator import Benchmark, Indicator, IndicatorDefinition, IndicatorQuerySet
from performance.models.indicator_set import IndicatorSet, SetEntry
from performance.models.monthly_value import MonthlyValue
from performance.models.published import ImportBatch, PublishedRow, PublishedTable, TypedSummaryLine
from performance.models.query_pin import FigureQuery
from performance.models.rating import RatingRule
from performance.models.rebase import Rebase
from performance.models.returns import Return, Revision
from performance.models.standard import StandardTaken
from performance.models.target import Target

__all__ = [
    "AnnualFigure",
    "Benchmark",
    "Challenge",
    "Cycle",
    "Declaration",
    "FigureQuery",
    "ImportBatch",
    "Indicator",
    "IndicatorDefinition",
    "IndicatorQuerySet",
    "IndicatorSet",
    "MonthlyValue",
    "MunicipalYear",
    "Period",
    "PublishedRow",
    "PublishedTable",
    "RatingRule",
    "Rebase",
    "Return",
    "Revision",
    "SetEntry",
    "StandardTaken",
    "Target",
    "TypedSummaryLine",
]
