"""How it is going: cycles, indicators and their sets, targets, rules, returns, rebases, published figures, progress."""

from performance.models.action_measure import ActionMeasure
from performance.models.annual_figure import AnnualFigure, Declaration
from performance.models.challenge import Challenge
from performance.models.cycle import Cycle, MunicipalYear, Period
from performance.models.indicator import Benchmark, Indicator, IndicatorDefinition, IndicatorQuerySet
from performance.models.indicator_set import IndicatorSet, SetEntry
from performance.models.monthly_value import MonthlyValue
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
from performance.models.rebase import Rebase
from performance.models.recount import Recount
from performance.models.reminder import Reminder
from performance.models.returns import Return, Revision
from performance.models.standard import StandardTaken
from performance.models.summary import (
    ExecutiveSummary,
    ExecutiveSummaryQuerySet,
    SummaryFigure,
    SummaryHeading,
    SummarySentence,
)
from performance.models.summary_paper import SummaryErratum, SummaryPaper
from performance.models.target import Target

__all__ = [
    "ActionMeasure",
    "AnnualFigure",
    "Benchmark",
    "Challenge",
    "Cycle",
    "Declaration",
    "Erratum",
    "ExecutiveSummary",
    "ExecutiveSummaryQuerySet",
    "FigureQuery",
    "ImportBatch",
    "Indicator",
    "IndicatorDefinition",
    "IndicatorQuerySet",
    "IndicatorSet",
    "ItemOwner",
    "MonthlyValue",
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
    "Rebase",
    "Recount",
    "Reminder",
    "ReportingArea",
    "Return",
    "Revision",
    "SetEntry",
    "StandardTaken",
    "SummaryErratum",
    "SummaryFigure",
    "SummaryHeading",
    "SummaryPaper",
    "SummarySentence",
    "Target",
    "TypedSummaryLine",
]
