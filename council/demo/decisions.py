"""Builds meetings, papers, decisions and notices of the demo council."""

import datetime
from collections.abc import Iterable

from council.demo.filing import Papers
from council.demo.other_decisions import DECISIONS, NOTICES
from council.demo.papers import COLLECTIONS, DRAFT, MEETINGS, PARTNERSHIP
from council.demo.papers_of_old import PORTFOLIOS_PAPER, STRATEGIES_PAPER
from council.demo.register import SET_UP, Register
from council.demo.remits_2005 import ANNUAL_MEETING_2005
from council.models import ClosureDay
from portfolios.choices import MeetingKind
from portfolios.models import (
    Procedure,
)

PAPERS = (PORTFOLIOS_PAPER, STRATEGIES_PAPER, PARTNERSHIP, COLLECTIONS, DRAFT)
CLOSED = "Council offices closed between Christmas and New Year"


def build_closure_days(today: datetime.date, holidays: Iterable[datetime.date]) -> None:
    """The weekdays between Boxing Day and New Year's Eve on which the council closes this year."""
    days = (datetime.date(today.year, 12, day) for day in range(27, 32))
    known = set(holidays)
    ClosureDay.objects.bulk_create(
        ClosureDay(date=day, title=CLOSED) for day in days if day.weekday() < 5 and day not in known
    )


def build_decisions(register: Register) -> None:
    """The procedure, the meetings, and each paper with its decisions."""
    papers = Papers(register)
    papers.add(
        [
            Procedure(
                starts_on=register.days.meeting_before(6),
                key_threshold=150_000,
                hearing_days=10,
                source="Constitution, part 4, rules 12 to 16",
            )
        ],
        why=SET_UP,
    )
    papers.add_old_portfolios()
    for body, day in MEETINGS:
        papers.meeting(body, day)
    papers.meeting("Council", ANNUAL_MEETING_2005, kind=MeetingKind.ANNUAL)
    papers.add_events()
    for paper in PAPERS:
        papers.add_paper(paper)
    for decision in DECISIONS:
        papers.add_decision(decision)
    for notice in NOTICES:
        papers.notice(notice)
