"""How it is going, in the register: what is measured, when, against what and by which rule. Never the returns."""

from performance.admin.cycles import CycleAdmin, MunicipalYearAdmin, PeriodAdmin
from performance.admin.indicators import IndicatorAdmin
from performance.admin.progress import ProgressHeadingAdmin, ReportingAreaAdmin
from performance.admin.rules import RatingRuleAdmin
from performance.admin.summaries import SummaryHeadingAdmin
from performance.admin.targets import TargetAdmin

__all__ = [
    "CycleAdmin",
    "IndicatorAdmin",
    "MunicipalYearAdmin",
    "PeriodAdmin",
    "ProgressHeadingAdmin",
    "RatingRuleAdmin",
    "ReportingAreaAdmin",
    "SummaryHeadingAdmin",
    "TargetAdmin",
]
