"""Who is responsible and what was promised: bodies, services, portfolios and their remits, decisions, promises."""

from portfolios.models.abbreviation import Abbreviation
from portfolios.models.action import Action, ActionEntry
from portfolios.models.amendment import Amendment
from portfolios.models.amendment_entry import AmendmentEntry
from portfolios.models.body import Body, BodyName, Person, Post, PostTitle, Seat, Tenure
from portfolios.models.decision import CallIn, Decision, KeyDecisionNotice
from portfolios.models.event import AwaitedEvent
from portfolios.models.finding import Finding
from portfolios.models.meeting import Meeting
from portfolios.models.portfolio import Appointment, Portfolio, PortfolioAlias, PortfolioName
from portfolios.models.procedure import Procedure
from portfolios.models.promise import Promise, PromiseEntry
from portfolios.models.query import Answer, Query
from portfolios.models.report import Implication, Recommendation, Report, RouteStop
from portfolios.models.responsibility import Responsibility
from portfolios.models.ruling import Ruling
from portfolios.models.service import Service
from portfolios.models.term import Term

__all__ = [
    "Abbreviation",
    "Action",
    "ActionEntry",
    "Amendment",
    "AmendmentEntry",
    "Answer",
    "Appointment",
    "AwaitedEvent",
    "Body",
    "BodyName",
    "CallIn",
    "Decision",
    "Finding",
    "Implication",
    "KeyDecisionNotice",
    "Meeting",
    "Person",
    "Portfolio",
    "PortfolioAlias",
    "PortfolioName",
    "Post",
    "PostTitle",
    "Procedure",
    "Promise",
    "PromiseEntry",
    "Query",
    "Recommendation",
    "Report",
    "Responsibility",
    "RouteStop",
    "Ruling",
    "Seat",
    "Service",
    "Tenure",
    "Term",
]
