"""How it is going: cycles and periods, indicators, targets, rating rules, returns and published tables."""

from performance.models.challenge import Challenge
from performance.models.cycle import Cycle, MunicipalYear, Period
from performance.models.indicator import Benchmark, Indicator, IndicatorDefinition, IndicatorQuerySet
from performance.models.published import ImportBatch, PublishedRow, PublishedTable, TypedSummaryLine
from performance.models.query_pin import FigureQuery
from performance.models.rating import RatingRule
from performance.models.recount import Recount
from performance.models.reminder import Reminder
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
    "MunicipalYear",
    "Period",
    "PublishedRow",
    "PublishedTable",
    "RatingRule",
    "Recount",
    "Reminder",
    "Return",
    "Revision",
    "Target",
    "TypedSummaryLine",
]
