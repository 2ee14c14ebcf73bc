"""What two bodies of the demo council are told of: a larger set, and after a review a smaller one."""

import datetime
from collections.abc import Iterator

from council.demo.days import moment
from council.demo.register import SET_UP, Register
from council.demo.rows import add
from performance.choices import NUMERIC_KINDS, Direction, ReportLevel, ValueKind
from performance.figures.sets import newest_entries, set_lines
from performance.models import Indicator, IndicatorSet
from performance.operations.sets import NO_ENTRY, Choice, adopt, decide, draft_set
from portfolios.choices import ServiceLevel
from portfolios.models import Body, Decision

COMMITTEE, TEAM, NONE = ReportLevel.COMMITTEE, ReportLevel.TEAM, ReportLevel.NONE
SCRUTINY, PANEL = "Overview and Scrutiny Committee", "Customer Service Panel"
STEERING_GROUP = "The members' steering group on performance"

REVIEW = (
    "Members found the report too long to see what matters. Internal audit looked at how it is put together and "
    "advised to report fewer indicators, those that members can act on."
)
TEAM_OF_OLD = 5
"""Every so many-th indicator was never more than a team's."""
MISSED = 3
"""So many of what teams kept come in: residents write to members about them."""

FOR_INFORMATION = "It is for information only: nobody can say whether more or less of it is better."
MILESTONE = "A milestone: it is followed in the service plan until it is done, and told to members then."
ONE_TEAM = (
    "It says how one team gets through its day. The team manager uses it, and it goes into the service plan."
)
ALWAYS_GREEN = "It repeats what the service's main indicator says. Members would not miss it."
NOBODY_USES = "The service plan says the same in another way, so nobody used it any more."
ASKED_FOR = (
    "Residents write to members about it more than about anything else, and the report was silent on it."
)
BACK_AGAIN = (
    "The committee asked for it back after two letters from residents; the steering group agreed by e-mail."
)


def build_sets(register: Register) -> None:
    """The committee's two sets with a change after adoption, and the panel's set with a draft to decide on."""
    days = register.days
    year = days.year
    committee, panel = (Body.objects.get(name=name) for name in (SCRUTINY, PANEL))
    _first(register, committee, year - 1)
    reviewed = _reviewed(register, committee, year)
    _back_again(register, reviewed)
    _first(register, panel, year - 1)
    draft = draft_set(
        panel,
        year=year,
        consulted=STEERING_GROUP,
        by=register.users["lead"],
        at=_at(register, days.today, -6),
    )
    lines = [line for line in set_lines(draft, before=None) if line.level == COMMITTEE][:2]
    moved = [Choice(line.indicator, 1, TEAM, why) for line, why in zip(lines, (ONE_TEAM, ""), strict=False)]
    decide(draft, moved, by=register.users["lead"], at=_at(register, days.today, -5))


def _first(register: Register, body: Body, year: int) -> IndicatorSet:
    """Nearly everything, as it had always been."""
    meeting = register.days.annual_meeting(year)
    made = draft_set(
        body, year=year, reason="As it had always been.", by=register.admin, at=_at(register, meeting, -20)
    )
    choices = [
        Choice(line.indicator, NO_ENTRY, TEAM if number % TEAM_OF_OLD == 3 else COMMITTEE)
        for number, line in enumerate(set_lines(made, before=None))
    ]
    decide(made, choices, by=register.admin, at=_at(register, meeting, -15))
    return _adopted(register, made, meeting, None)


def _reviewed(register: Register, body: Body, year: int) -> IndicatorSet:
    """The smaller set: adopted at the committee's meeting in May, used from the first quarter."""
    meeting = register.days.annual_meeting(year)
    asked = register.days.working_day(meeting, -30)
    made = draft_set(
        body,
        year=year,
        reason=REVIEW,
        consulted=STEERING_GROUP,
        consulted_on=asked,
        by=register.admin,
        at=_at(register, meeting, -40),
    )
    decide(made, list(_moves(made)), by=register.admin, at=_at(register, meeting, -25))
    decided_on = register.days.working_day(meeting, 2)
    resolution = (
        "RESOLVED that the indicators in the annex be reported to this committee from the first quarter."
    )
    decision = Decision(
        title="Indicators reported to the committee",
        resolution=resolution,
        body=body,
        decided_on=decided_on,
        published_on=register.days.working_day(decided_on, 2),
        reasons=REVIEW,
        options_rejected="To leave the report as it was.",
    )
    add([decision], by=register.admin, at=_at(register, decided_on, 2), why=SET_UP)
    return _adopted(register, made, decided_on, decision)


def _moves(made: IndicatorSet) -> Iterator[Choice]:
    entries = newest_entries(made)
    missed = 0
    for number, (pk, line) in enumerate((line.indicator.pk, line) for line in set_lines(made, before=None)):
        seen = entries[pk].number if pk in entries else NO_ENTRY
        level = entries[pk].level if pk in entries else None
        if level == COMMITTEE and (why := _why_out(line.indicator, number)):
            yield Choice(line.indicator, seen, TEAM, why)
        elif level == TEAM and missed < MISSED:
            missed += 1
            yield Choice(line.indicator, seen, COMMITTEE, ASKED_FOR)
        elif level == TEAM and number % 2:
            yield Choice(line.indicator, seen, NONE, NOBODY_USES, "The team managers")
        elif level is None:
            yield Choice(line.indicator, seen, TEAM)


def _why_out(row: Indicator, number: int) -> str:
    """Why an indicator leaves the members' report; "" where it stays."""
    if row.direction == Direction.NEITHER:
        return FOR_INFORMATION
    if ValueKind(row.value_kind) not in NUMERIC_KINDS:
        return MILESTONE
    if row.service.level == ServiceLevel.TEAM:
        return ONE_TEAM
    return ALWAYS_GREEN if number % 4 == 1 else ""


def _back_again(register: Register, reviewed: IndicatorSet) -> None:
    """One that came back once the set was adopted."""
    entry = next(each for each in newest_entries(reviewed).values() if each.reason == ONE_TEAM)
    at = _at(register, register.days.newest.end, -12)
    back = Choice(entry.indicator, entry.number, COMMITTEE, BACK_AGAIN, STEERING_GROUP)
    decide(reviewed, [back], by=register.users["lead"], at=at)


def _adopted(
    register: Register, made: IndicatorSet, on: datetime.date, decision: Decision | None
) -> IndicatorSet:
    made.refresh_from_db()
    adopt(made, expected=made.version, on=on, decision=decision, by=register.admin)
    return made


def _at(register: Register, day: datetime.date, working_days: int) -> datetime.datetime:
    return moment(register.days.working_day(day, working_days), 0.4)
