"""The check before the annual meeting, read from the register as it stands on a day."""

import datetime
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from council.dates import long_date
from portfolios.choices import SETTLED, AmendmentStep
from portfolios.figures.appointments import terms_of
from portfolios.figures.findings import unclear
from portfolios.figures.held import held_now
from portfolios.figures.names import name_then
from portfolios.figures.remits import remit_register
from portfolios.figures.responsible import PortfolioThen, answers, vacant
from portfolios.models import Amendment, Meeting, Portfolio
from portfolios.rules.appointments import ONE_DAY
from portfolios.rules.responsibility_check import CheckProblem, Confusion, Vacancy, check


@dataclass(frozen=True)
class NextMeeting:
    """The annual meeting that comes next after a day, as far as the register knows it."""

    meeting: Meeting | None
    words: str


def problems(*, day: datetime.date) -> list[CheckProblem]:
    """All there is to settle on the day; nine queries."""
    found = answers(day=day, register=remit_register())
    vacancies = [_vacancy(each, day) for each in vacant(found.portfolios.values(), day=day)]
    confusions = [
        Confusion(
            pk=row.pk,
            title=row.title,
            service=row.service.name if row.service else "",
            made_by=row.made_by,
            status=row.get_status_display(),
            quotation=row.quotation,
        )
        for row in unclear(day=day)
        if not getattr(row, "is_answered", False)
    ]
    return check(list(found.services.values()), vacancies, confusions)


def _vacancy(then: PortfolioThen, day: datetime.date) -> Vacancy:
    """Since when nobody has held it, and the reason given where it fell vacant."""
    ended = [term for term in terms_of(then.appointments) if term.until < day]
    last = max(ended, key=lambda term: term.until, default=None)
    if last is None:
        return Vacancy(then.row.pk, then.name, None)
    return Vacancy(then.row.pk, then.name, last.until + ONE_DAY, last.explanation)


def next_annual_meeting(*, day: datetime.date) -> NextMeeting:
    """The next annual meeting on the day or after it, in words also where none is known; one query."""
    meetings = list(Meeting.objects.annual().not_before(day).select_related("body"))
    if not meetings:
        return NextMeeting(None, f"No annual meeting from {long_date(day)} on is in the register yet.")
    meeting = meetings[0]
    when = f"on {long_date(meeting.held_on)}" if meeting.held_on else f"“{meeting.as_written}”"
    return NextMeeting(meeting, f"The next annual meeting is {when}: it confirms the portfolios.")


@dataclass(frozen=True)
class Proposal:
    """An amendment that is proposed or decided and has not taken effect."""

    amendment: Amendment
    portfolio: str
    """Its name on the day."""
    held: str = ""
    """Why a call-in of its decision holds it, and what to do; "" where none does."""


def proposals(*, day: datetime.date) -> list[Proposal]:
    """The amendments that wait on the day, with those that a call-in holds; three queries while nothing is held."""
    held = held_now()
    undecided = Q(step__in=[AmendmentStep.PROPOSED, AmendmentStep.DECIDED])
    pending = Q(step__in=SETTLED, effective_on__gt=day)
    waiting = Amendment.objects.filter(undecided | pending | Q(pk__in=[*held])).in_order()
    named = waiting.prefetch_related(Prefetch("portfolio", Portfolio.objects.named_on(day)))
    return [
        Proposal(each, name_then(each.portfolio), held[each.pk].sentence if each.pk in held else "")
        for each in named
    ]
