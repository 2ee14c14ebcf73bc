"""How it is going: cycles and periods, indicators, targets, rating rules, returns, published tables and
progress reports.
"""

from performance.models.challenge import Challenge
from performance.models.cycle import Cycle, MunicipalYear, Period
from performance.models.indicator import Benchmark, Indicator, IndicatorDefinition, IndicatorQuerySet
from performance.models.progress import (
    Erratum,
    ProgressHeading,
    ProgressPaper,
    ProgressReport,
    ProgressReportQuerySet,
    ReportingArea,
)
from performance.models.progress_item import ItemOwner, ProgressItem
from performance.models.published import ImportBatch, PublishedRow, PublishedTable, TypedSummaryLine
from performance.models.query_pin import FigureQuery
from performance.models.rating import RatingRule
from performance.models.returns import Return, Revision
from performance.models.target import Target

__all__ = [
    "Benchmark",
    "Challenge",
    "Cycle",
    "Erratum",
    "FigureQuery",
    "ImportBatch",
    "Indicator",
    "IndicatorDefinition",
    "IndicatorQuerySet",
    "ItemOwner",
    "MunicipalYear",
    "Period",
    "ProgressHeading",
    "ProgressItem",
    "ProgressPaper",
    "ProgressReport",
    "ProgressReportQuerySet",
    "PublishedRow",
    "PublishedTable",
    "RatingRule",
    "ReportingArea",
    "Return",
    "Revision",
    "Target",
    "TypedSummaryLine",
]
