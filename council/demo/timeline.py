"""When the steps of a return were taken, and by whom: office hours, working days, four eyes."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from council.demo.chance import share
from council.demo.cycles import DemoPeriod
from council.demo.days import ONE_DAY, DemoDays, moment
from council.demo.people import AT_OFFICERS, HANDS
from council.demo.plan import DemoIndicator, Story
from performance.choices import Step

PUBLISHED_AFTER = 40
"""Working days after a quarter: the figures go to the Cabinet in the second month after it."""

LATE_SHARE = 0.04
DRAFTED_SHARE = 0.55
COVER_SHARE = 0.15
EARLIEST = 3
SIGNED_BY = 5
"""Working days after the due day by which nearly all are signed off."""


@dataclass(frozen=True)
class Happened:
    """One step of one return."""

    step: Step
    at: datetime.datetime
    by: str
    reason: str = ""
    is_correction: bool = False
    """Whether it carries the corrected value, not the one first given."""


def timeline(days: DemoDays, plan: DemoIndicator, period: DemoPeriod, story: Story) -> list[Happened]:
    """The steps of a return up to the day before today, in their order."""
    planned = list(_planned(days, plan, period, story))
    if period.age == 0:
        planned = _hurried(days, period, planned)
    taken = []
    for happened in planned:
        if happened.at.date() >= days.today:
            break
        taken.append(happened)
        if happened.step == story.reaches and happened.is_correction == bool(story.reopened):
            break
    return taken


def _planned(days: DemoDays, plan: DemoIndicator, period: DemoPeriod, story: Story) -> Iterator[Happened]:
    chance = (plan.key, period.row.ends_on)
    handed_in = _handed_in(days, period, story, chance)
    officer, lead = hands(days, plan.service, handed_in, chance)
    drafted = days.working_day(handed_in, -1 - int(3 * share("drafted", *chance)))
    if share("drafts", *chance) < DRAFTED_SHARE or story.reaches == Step.DRAFTED:
        begun = max(drafted, days.working_day(period.row.ends_on, 1))
        yield Happened(Step.DRAFTED, moment(begun, 0.4 * share("begun", *chance)), officer)
    yield Happened(Step.SUBMITTED, moment(handed_in, 0.5 + 0.4 * share("handed in", *chance)), officer)
    if story.sent_back:
        handed_in = days.working_day(handed_in, 3)
        back = moment(days.working_day(handed_in, -2), share("back", *chance))
        yield Happened(Step.SENT_BACK, back, lead, story.sent_back)
        yield Happened(Step.SUBMITTED, moment(handed_in, 0.9), officer)
    signed = days.working_day(handed_in, 1 + int(4 * share("signed", *chance)))
    yield Happened(Step.SIGNED_OFF, moment(signed, share("signed at", *chance)), lead, story.override_reason)
    published = published_on(days, period.row.ends_on, signed)
    if published is None:
        return
    yield Happened(Step.PUBLISHED, moment(published, 0.15), "admin")
    if story.reopened:
        yield from _corrected(days, plan, story, published, chance)


def _hurried(days: DemoDays, period: DemoPeriod, planned: list[Happened]) -> list[Happened]:
    """The steps moved closer together while the period is only just over.

    Otherwise whoever looks at the demo in the first weeks of a quarter would find it empty.
    """
    ended = days.number_of(period.row.ends_on)
    usual = days.number_of(period.row.due_on) - ended + SIGNED_BY
    so_far = days.number_of(days.today - ONE_DAY) - ended
    if so_far >= usual:
        return planned
    hurried = []
    for place, happened in enumerate(planned, start=1):
        took = days.number_of(happened.at.date()) - ended
        day = days.working_day(period.row.ends_on, max(1, took * so_far // usual))
        hurried.append(replace(happened, at=moment(day, place / (len(planned) + 1))))
    return hurried


def _handed_in(days: DemoDays, period: DemoPeriod, story: Story, chance: tuple[object, ...]) -> datetime.date:
    """The day on which it was first submitted: mostly by the due day, now and then after it."""
    row = period.row
    if story.late_by:
        return days.working_day(row.due_on, story.late_by)
    if period.age > 0 and share("late", *chance) < LATE_SHARE:
        return days.working_day(row.due_on, 1 + int(9 * share("how late", *chance)))
    due_in = days.number_of(row.due_on) - days.number_of(row.ends_on)
    return days.working_day(row.ends_on, EARLIEST + int((due_in - EARLIEST + 1) * share("pace", *chance)))


def _corrected(
    days: DemoDays, plan: DemoIndicator, story: Story, published: datetime.date, chance: tuple[object, ...]
) -> Iterator[Happened]:
    """A published return that was opened again; one that still waits for sign-off was opened last week."""
    waits = story.reaches is not None
    opened = days.working_day(days.today, -8) if waits else days.working_day(published, 11)
    officer, lead = hands(days, plan.service, opened, chance)
    yield Happened(Step.REOPENED, moment(opened, 0.2), lead, story.reopened)
    given = moment(days.working_day(opened, 2), 0.7)
    yield Happened(Step.SUBMITTED, given, officer, is_correction=True)
    signed = moment(days.working_day(opened, 4), 0.5)
    yield Happened(Step.SIGNED_OFF, signed, lead, is_correction=True)


def published_on(days: DemoDays, ends_on: datetime.date, signed: datetime.date) -> datetime.date | None:
    """The first publication, of the period's quarter or a later one, after it was signed off.

    None while there was none: the newest quarter is not published yet.
    """
    ends = (span.end for span in days.quarters[:-1] if span.end >= ends_on)
    runs = (days.working_day(end, PUBLISHED_AFTER) for end in ends)
    return next((day for day in runs if day > signed), None)


def hands(
    days: DemoDays, service: str, day: datetime.date, chance: tuple[object, ...] = ()
) -> tuple[str, str]:
    """Who enters and who signs off the returns of a service on a day, by user name."""
    officer, lead = next((officer, lead) for services, officer, lead in HANDS if service in services)
    if officer == "officer" and day < days.meeting_before(3):
        officer = "officer.before"
    elif service in AT_OFFICERS and share("cover", *chance) < COVER_SHARE:
        officer = "officer.environment" if service in AT_OFFICERS[:2] else "officer.resources"
    if lead == "lead" and service not in AT_OFFICERS[:2] and day < days.meeting_before(1):
        lead = "lead.resources"
    if lead == "lead.planning" and day < days.meeting_before(3):
        lead = "lead.chief"
    return officer, lead
