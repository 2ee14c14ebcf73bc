"""Builds five years of returns: what was typed, how it was judged, and each step until it was published."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from council.demo.catalogue import Measured
from council.demo.comments import comment_on
from council.demo.course import written
from council.demo.cycles import DemoPeriod, Periods
from council.demo.judging import Judge
from council.demo.plan import DemoIndicator, Story
from council.demo.register import Register
from council.demo.targets import counts_by_old_definition, place_in_time
from council.demo.timeline import Happened, timeline
from council.periods import year_name
from council.rag import Rag
from performance.choices import Known, Step, ValueStatus
from performance.figures.assessment import Assessment, Entry
from performance.operations.bulk import PastReturn, PastStep, record_past

ORDINARY = Story()


@dataclass
class PastReturns:
    """The returns of the demo as they come about."""

    register: Register
    periods: Periods
    judge: Judge
    said_above: dict[tuple[str, int], str] = field(default_factory=dict)
    """The last comment in the grid of a service and period, for those that point to the one above."""

    def of(self, one: Measured, period: DemoPeriod) -> PastReturn | None:
        """The whole life of one return; None for one that never came, or has not yet."""
        story = one.plan.stories.get(period.age, ORDINARY)
        happened = [] if story.missing else timeline(self.register.days, one.plan, period, story)
        if not happened:
            return None
        steps = list(self._steps(one, period, story, happened))
        return PastReturn(indicator=one.row, period=period.row, steps=steps)

    def _steps(
        self, one: Measured, period: DemoPeriod, story: Story, happened: list[Happened]
    ) -> Iterator[PastStep]:
        handed_in = next((each.at for each in happened if each.step == Step.SUBMITTED), happened[-1].at)
        first = self._assessment(one, period, story, at=handed_in, is_correction=False)
        content = first.content()
        for each in happened:
            if each.is_correction and each.step == Step.SUBMITTED:
                content = self._assessment(one, period, story, at=each.at, is_correction=True).content()
            if each.step == Step.SIGNED_OFF:
                content = _overridden(content, story)
                self.judge.sign_off(one.row, period.row, content, each.at)
            reason = "" if each.step == Step.SIGNED_OFF and not _is_overridden(content) else each.reason
            by = self.register.users[each.by]
            yield PastStep(step=each.step, at=each.at, by=by, content=content, reason=reason)

    def _assessment(
        self, one: Measured, period: DemoPeriod, story: Story, *, at: datetime.datetime, is_correction: bool
    ) -> Assessment:
        """What was typed, judged, with the comment that its rating asks for."""
        entry = self._entry(one, period, story)
        if story.reopened and not is_correction:
            entry = replace(entry, as_written=story.first_said or _more(entry.as_written, story.first_more))
        assessment = self.judge.assess(one.row, period.row, entry, at=at)
        key = (one.plan.service, period.row.pk)
        said = comment_on(one.plan, period, assessment, told=is_correction or not story.reopened)
        resolved = said
        if said and story.ditto and key in self.said_above:
            said, resolved = story.ditto, self.said_above[key]
        if resolved:
            self.said_above[key] = resolved
        return replace(assessment, entry=replace(entry, comment=said, comment_resolved=resolved))

    def _entry(self, one: Measured, period: DemoPeriod, story: Story) -> Entry:
        plan, row = one.plan, period.row
        if row.ends_on.month in plan.no_return_in:
            return Entry(known=Known.NOT_DUE)
        if story.not_known:
            return Entry(known=Known.NOT_KNOWN)
        days = self.register.days
        listed = self.periods.by_cycle[plan.cycle]
        year_so_far = [each for each in listed if each.row.year == row.year and each.part <= period.part]
        newest_year = self.periods.newest_year(plan.cycle)
        value = written(
            plan,
            [place_in_time(days, each) for each in year_so_far],
            old_definition=counts_by_old_definition(one, newest_year, row.ends_on),
        )
        ends_the_year = row.ends_on >= datetime.date(row.year + 1, 3, 31)
        forecast = plan.forecast_until_year_end and not ends_the_year
        return Entry(
            forecast_as_written=_expected(plan, period, newest_year, ends_the_year=ends_the_year),
            as_written=story.says or value,
            value_status=ValueStatus.FORECAST if forecast else story.status,
            carried_from=story.carried_from.format(
                last_year=row.ends_on.year - 1, before_last=row.ends_on.year - 2
            ),
        )


def build_returns(
    register: Register, periods: Periods, measured: list[Measured], judge: Judge, say: Callable[[str], None]
) -> int:
    """Every return of every period that is over, year by year; says how many."""
    past = PastReturns(register, periods, judge)
    total = 0
    for year in register.days.years:
        returns = [
            past.of(one, period)
            for cycle, period in periods.ended()
            if period.row.year == year
            for one in measured
            if one.plan.cycle == cycle and one.row.is_on(period.row.ends_on)
        ]
        number = record_past(each for each in returns if each is not None)
        if number:
            say(f"Returns: {year_name(year)}, {number} of them")
        total += number
    return total


def _expected(plan: DemoIndicator, period: DemoPeriod, newest_year: int, *, ends_the_year: bool) -> str:
    """What the officer expects of the running year; "" in other years, and once it is over."""
    if not plan.expects or ends_the_year or period.row.year != newest_year:
        return ""
    return plan.expects[min(period.age, len(plan.expects) - 1)]


def _more(written: str, more: str) -> str:
    """A percentage as written, so much higher."""
    return f"{Decimal(written.rstrip('%')) + Decimal(more)}%"


def _overridden(content: dict[str, Any], story: Story) -> dict[str, Any]:
    """The content with the lead officer's rating, where it is another than the rule's."""
    if not story.override or content["rule_rating"] == story.override:
        return content
    return {**content, "rating": Rag(story.override), "override_reason": story.override_reason}


def _is_overridden(content: dict[str, Any]) -> bool:
    return bool(content["rating"] != content["rule_rating"])
