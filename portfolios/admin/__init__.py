"""Who is responsible, in the register."""

from portfolios.admin.abbreviations import AbbreviationAdmin
from portfolios.admin.amendments import AmendmentAdmin
from portfolios.admin.bodies import BodyAdmin
from portfolios.admin.decisions import DecisionAdmin, KeyDecisionNoticeAdmin
from portfolios.admin.findings import FindingAdmin
from portfolios.admin.meetings import MeetingAdmin
from portfolios.admin.people import PersonAdmin, PostAdmin
from portfolios.admin.portfolios import PortfolioAdmin
from portfolios.admin.procedures import AwaitedEventAdmin, ProcedureAdmin
from portfolios.admin.promises import PromiseAdmin
from portfolios.admin.reports import ReportAdmin
from portfolios.admin.services import ServiceAdmin

__all__ = [
    "AbbreviationAdmin",
    "AmendmentAdmin",
    "AwaitedEventAdmin",
    "BodyAdmin",
    "DecisionAdmin",
    "FindingAdmin",
    "KeyDecisionNoticeAdmin",
    "MeetingAdmin",
    "PersonAdmin",
    "PortfolioAdmin",
    "PostAdmin",
    "ProcedureAdmin",
    "PromiseAdmin",
    "ReportAdmin",
    "ServiceAdmin",
]
