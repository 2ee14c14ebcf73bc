"""How it is going: cycles and periods, indicators, targets, rating rules, returns, published tables and sets."""

from performance.models.annual_figure import AnnualFigure, Declaration
from performance.models.challenge import Challenge
from performance.models.cycle import Cycle, MunicipalYear, Period
from performance.models.indicator import Benchmark, Indicator, IndicatorDefinition, IndicatorQuerySet
from performance.models.indicator_set import IndicatorSet, SetEntry
from performance.models.published import ImportBatch, PublishedRow, PublishedTable, TypedSummaryLine
from performance.models.query_pin import FigureQuery
from performance.models.rating import RatingRule
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
    "MunicipalYear",
    "Period",
    "PublishedRow",
    "PublishedTable",
    "RatingRule",
    "Return",
    "Revision",
    "SetEntry",
    "StandardTaken",
    "Target",
    "TypedSummaryLine",
]
