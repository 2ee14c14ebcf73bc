"""Builds the demo council from the ground up, in one transaction."""

import datetime
from collections.abc import Callable

from django.db import transaction

from council.demo.annual_figures import build_annual_figures
from council.demo.answering import build_answering_2005
from council.demo.cases.annual import build_annual_reports
from council.demo.cases.build import build_cases
from council.demo.cases.feedback import build_feedback
from council.demo.cases.learned import build_learning
from council.demo.cases.ombudsman import build_ombudsman
from council.demo.catalogue import build_indicators, build_rules
from council.demo.challenges import build_challenges
from council.demo.computed import build_computed
from council.demo.cycles import build_periods
from council.demo.days import DemoDays
from council.demo.decisions import build_closure_days, build_decisions
from council.demo.democracy import build_democracy
from council.demo.judging import Judge, breaks_in_series
from council.demo.ledger import build_ledger
from council.demo.progress import build_progress
from council.demo.real_change import build_months, build_rebases
from council.demo.register import Register, build_register
from council.demo.remits import build_remits
from council.demo.returns import build_returns
from council.demo.sets import build_sets
from council.demo.summaries import build_summaries
from council.demo.targets import build_targets
from council.models import User, holidays_of
from council.models.bank_holiday import Division
from performance.models import Cycle, Indicator, Return
from portfolios.models import Body, Person, Portfolio, Post, Service

REGISTER = (User, Service, Post, Person, Body, Portfolio, Cycle, Indicator, Return)
"""What a council cannot have been set up without; one row of any of these and the database is in use."""


def is_empty() -> bool:
    """Whether nobody has begun to use the database."""
    return not any(model._default_manager.exists() for model in REGISTER)


@transaction.atomic
def build_council(*, today: datetime.date, password: str, say: Callable[[str], None]) -> None:
    """The whole demo council as it looks on a day. All or nothing; the bank holidays must be there already."""
    build_closure_days(today, holidays_of(Division.ENGLAND_AND_WALES))
    holidays = holidays_of(Division.ENGLAND_AND_WALES)
    days = DemoDays.around(today, holidays)
    say("People, posts, services and portfolios")
    register = build_register(days, password=password)
    build_democracy(register)
    say("Meetings, papers, decisions and notices")
    build_decisions(register)
    build_remits(register)
    build_answering_2005(register)
    periods = build_periods(register)
    measured = build_indicators(register, periods)
    rules = build_rules(register, measured)
    targets = build_targets(register, periods, measured)
    say(f"Indicators: {len(measured)}, with targets for {len(days.years)} years")
    build_returns(register, periods, measured, Judge(targets, rules, breaks_in_series()), say)
    build_challenges(register)
    build_months(register, measured)
    build_rebases(register)
    say("Indicator sets and annual figures")
    build_sets(register)
    build_annual_figures(register)
    say("Promises and queries")
    build_ledger(register)
    say("Progress reports")
    build_progress(register, periods)
    build_customers(register, say)
    say("Indicators that are computed from the records")
    build_computed(register)
    say("Executive summaries")
    build_summaries(register)


def build_customers(register: Register, say: Callable[[str], None]) -> None:
    """What customers said, what was learned and promised, and what teams, committees and Ombudsmen were told."""
    say("Customers and their cases")
    build_cases(register)
    say("Lessons, actions and thanks")
    build_learning(register)
    say("Feedback returns and reports")
    build_feedback(register)
    say("Ombudsman cases and annual reports")
    build_ombudsman(register)
    build_annual_reports(register)
