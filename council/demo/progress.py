"""Builds the progress reports, by the verbs that officers use themselves."""

import datetime

from council.dates.exact import MONTHS
from council.demo.cycles import Periods
from council.demo.days import moment
from council.demo.plan import FOUR_MONTHLY
from council.demo.progress_plan import AREAS, DemoArea, DemoItem, DemoReport, DemoUpdate
from council.demo.register import SET_UP, Register
from council.demo.rows import add
from council.models import User
from performance.models import Period, ProgressHeading, ProgressItem, ProgressReport, ReportingArea
from performance.operations.progress.items import Duty, ItemWords, add_item, update_item
from performance.operations.progress.reports import add_erratum, begin_report, present_report
from portfolios.models import Abbreviation, AwaitedEvent, Body, Meeting
from portfolios.operations.promises import event_happened

WRITTEN, PRESENTED, CORRECTED = 6, 12, 15
"""So many working days after its period ends a report is written, presented and corrected."""
SOON = 60
"""A meeting no later than so many days after it is the one it is published for."""
GENERAL = "A general term"
ABBREVIATIONS = (("HR", "Human resources"), ("ICT", "Information and communications technology"))
TO, PUBLISHED_FOR = "Performance Panel", "Cabinet"


def build_progress(register: Register, periods: Periods) -> None:
    """The areas with their reports, the oldest first."""
    known = [Abbreviation(short=short, in_full=words, source=GENERAL) for short, words in ABBREVIATIONS]
    add(known, by=register.admin, at=register.set_up_at, why=SET_UP)
    four_months = {each.age: each.row for each in periods.by_cycle[FOUR_MONTHLY]}
    for plan in AREAS:
        area = ReportingArea(
            name=plan.name,
            lead_post=register.posts[plan.lead],
            cycle=periods.cycles[FOUR_MONTHLY],
            scope=plan.scope,
            targets_from=plan.targets_from,
        )
        add([area], by=register.admin, at=register.set_up_at, why=SET_UP)
        _Area(register, plan, area, four_months).build()


class _Area:
    """One area with its reports."""

    def __init__(
        self, register: Register, plan: DemoArea, area: ReportingArea, periods: dict[int, Period]
    ) -> None:
        self.register, self.plan, self.area, self.periods = register, plan, area, periods
        self.headings = {each.name: each for each in ProgressHeading.objects.all()}

    @property
    def officer(self) -> User:
        """Who writes."""
        return self.register.users["officer"]

    def build(self) -> None:
        """The reports, the oldest first."""
        for plan in self.plan.reports:
            self._add_report(plan, self.periods[plan.age])

    def _day(self, period: Period, number: int) -> datetime.date:
        """So many working days after the period, but never after today."""
        days = self.register.days
        return min(days.working_day(period.ends_on, number), days.today)

    def _add_report(self, plan: DemoReport, period: Period) -> None:
        begun = moment(self._day(period, WRITTEN), 0.2)
        report = begin_report(self.area, period, by=self.officer, at=begun)
        for update in plan.updates:
            self._update(report, update, period)
        for item in plan.items:
            self._add_item(report, item, period)
        if not plan.is_presented:
            return
        self._present(report, period)
        if plan.erratum:
            begins, words = plan.erratum
            number = report.items.get(text__startswith=begins).number
            at = moment(self._day(period, CORRECTED), 0.5)
            add_erratum(report, words=words, item_number=number, by=self.officer, at=at)
        if plan.happened:
            self._happened(plan.happened, period)

    def _add_item(self, report: ProgressReport, plan: DemoItem, period: Period) -> None:
        words = ItemWords(
            heading=self.headings[plan.heading],
            kind=plan.kind,
            text=plan.text,
            duty=Duty(
                who=plan.who,
                owners_of_heading=plan.of_heading,
                by_when=written(plan.by_when, period.ends_on),
                waits_for=plan.waits_for,
            ),
            correction=plan.correction,
        )
        add_item(report, words, by=self.officer)

    def _update(self, report: ProgressReport, plan: DemoUpdate, period: Period) -> None:
        rows = ProgressItem.objects.filter(report=report).carried()
        item = rows.get(text__startswith=plan.begins) if plan.begins else rows.get(text="")
        update_item(
            item,
            expected=item.version,
            update=plan.update,
            note=plan.note,
            by_when=written(plan.by_when, period.ends_on) or item.by_when_as_written,
            by=self.officer,
        )

    def _present(self, report: ProgressReport, period: Period) -> None:
        report.refresh_from_db()
        day = self._day(period, PRESENTED)
        until = day + datetime.timedelta(days=SOON)
        meetings = Meeting.objects.filter(body__name=PUBLISHED_FOR, held_on__range=(day, until))
        present_report(
            report,
            expected=report.version,
            dated_on=day,
            to_body=Body.objects.get(name=TO),
            meeting=meetings.order_by("held_on").first(),
            by=self.register.users["lead"],
            at=moment(day, 0.6),
        )

    def _happened(self, name: str, period: Period) -> None:
        event = AwaitedEvent.objects.get(name=name)
        day = self._day(period, CORRECTED)
        at = moment(day, 0.7)
        event_happened(event, expected=event.version, happened_on=day, by=self.register.admin, at=at)


def written(words: str, after: datetime.date) -> str:
    """The words for a time as people write them; "month 4" is the fourth month after a day, written for that day."""
    style, _, number = words.partition(" ")
    if not number.isdigit():
        return words
    months = after.month - 1 + int(number)
    year, month = after.year + months // 12, months % 12 + 1
    short = f"{year % 100:02}"
    if style == "month":
        return f"{MONTHS[month - 1][:3]} {short}"
    if style == "season":
        return f"{('Winter', 'Spring', 'Summer', 'Autumn')[month % 12 // 3]} {short}"
    if style == "day":
        return f"13.{month}.{short}"
    # A letter o where a nought should stand.
    return f"{MONTHS[month - 1]} {str(year).replace('0', 'o')}"
