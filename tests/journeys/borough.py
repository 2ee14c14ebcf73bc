"""A small council at quarter end: a service with a year of figures behind it and one quarter to enter."""

import datetime
from zoneinfo import ZoneInfo

from performance.choices import Direction, ValueKind
from performance.figures.assessment import Entry, assess
from performance.figures.context import rating_contexts
from performance.models import Indicator, Period, Return
from performance.operations.returns import publish_period, save_draft, send_back, sign_off, submit
from tests.factories import (
    AppointmentFactory,
    IndicatorFactory,
    PeriodFactory,
    PortfolioFactory,
    PostFactory,
    RatingRuleFactory,
    ResponsibilityFactory,
    TargetFactory,
)

LONDON = ZoneInfo("Europe/London")
NOW = datetime.datetime(2026, 10, 12, 14, 2, tzinfo=LONDON)

# Name, first day, last day, financial year; the newest last. Returns are due three weeks after the end.
QUARTERS = (
    ("Quarter 2 2025/26", datetime.date(2025, 7, 1), datetime.date(2025, 9, 30), 2025),
    ("Quarter 3 2025/26", datetime.date(2025, 10, 1), datetime.date(2025, 12, 31), 2025),
    ("Quarter 4 2025/26", datetime.date(2026, 1, 1), datetime.date(2026, 3, 31), 2025),
    ("Quarter 1 2026/27", datetime.date(2026, 4, 1), datetime.date(2026, 6, 30), 2026),
    ("Quarter 2 2026/27", datetime.date(2026, 7, 1), datetime.date(2026, 9, 30), 2026),
)

LORRIES = "Two lorries broke down. Hired ones run from 1 November."


class Borough:
    """Who and what there is. Waste and recycling owes quarter 2; everything before it is signed off."""

    def __init__(self, service, officer, lead_officer, member, administrator) -> None:
        self.service, self.officer, self.lead_officer = service, officer, lead_officer
        self.member, self.administrator = member, administrator
        self.quarters = [
            PeriodFactory(name=name, starts_on=first, ends_on=last, year=year)
            for name, first, last, year in QUARTERS
        ]
        self.quarter = self.quarters[-1]
        RatingRuleFactory(amber_tolerance=10)
        self._portfolio()
        post = PostFactory(title="Head of waste", service=service)
        self.recycled = self._indicator(
            "LP1", "Household waste recycled", target="45", values=("44", "46", "47", "46"), owner=post
        )
        self.missed = self._indicator(
            "LP2",
            "Missed bins for every 100,000 collections",
            target="60",
            values=("71", "64", "58", "55"),
            owner=post,
            value_kind=ValueKind.COUNT,
            direction=Direction.LOWER,
        )
        self.fly_tips = self._indicator(
            "LP3", "Fly-tips cleared within a day", target="90", values=("91", "92", "90", "93"), owner=post
        )

    def _portfolio(self) -> None:
        self.portfolio = PortfolioFactory(name="Clean streets", summary="Bins, streets and parks.")
        ResponsibilityFactory(service=self.service, portfolio=self.portfolio)
        AppointmentFactory(
            portfolio=self.portfolio, person=self.member.person, starts_on=datetime.date(2026, 5, 21)
        )

    def _indicator(
        self, reference: str, title: str, *, target: str, values: tuple[str, ...], **more
    ) -> Indicator:
        indicator = IndicatorFactory(service=self.service, reference=reference, title=title, **more)
        for year in (2025, 2026):
            TargetFactory(indicator=indicator, year=year, value=target, as_written=target)
        for period, value in zip(self.quarters, values, strict=False):
            self.sign_off(
                self.submit(indicator, value, period=period, comment="The depot was short of drivers.")
            )
        return indicator

    def submit(
        self, indicator: Indicator, value: str, *, comment: str = "", period: Period | None = None, by=None
    ) -> Return:
        """A return handed in on the tenth day after its quarter's end, by the officer unless told otherwise."""
        period = period or self.quarter
        assessment = self._assessment(indicator, period, value, comment)
        return submit(assessment, expected=0, by=by or self.officer, at=_after(period, 10))

    def submit_latest(self, indicator: Indicator) -> Return:
        """What is kept as a draft for the newest quarter, handed in as it is."""
        row = Return.objects.get(indicator=indicator, period=self.quarter)
        assessment = self._assessment(indicator, self.quarter, row.latest.as_written, row.latest.comment)
        return submit(assessment, expected=row.version, by=self.officer, at=NOW)

    def draft(self, indicator: Indicator, value: str, *, comment: str = "", by=None) -> Return:
        """The officer's draft for the newest quarter."""
        assessment = self._assessment(indicator, self.quarter, value, comment)
        return save_draft(assessment, expected=0, by=by or self.officer, at=_after(self.quarter, 10))

    def sign_off(self, row: Return) -> Return:
        """The return as it stands once the lead officer said yes."""
        sign_off(row, expected=row.version, by=self.lead_officer, at=_after(row.period, 12))
        return row

    def send_back(self, row: Return, reason: str) -> None:
        """The return given back to the officer, the day after it was handed in."""
        send_back(row, expected=row.version, by=self.lead_officer, at=_after(row.period, 11), reason=reason)

    def hand_in(self) -> list[Return]:
        """The newest quarter as the officer hands it in: one green, one red, one amber."""
        return [
            self.submit(self.recycled, "47"),
            self.submit(self.missed, "75", comment=LORRIES),
            self.submit(self.fly_tips, "85", comment="The new rota began only in September."),
        ]

    def finish(self) -> None:
        """The newest quarter handed in and signed off."""
        for row in self.hand_in():
            self.sign_off(row)

    def publish(self) -> None:
        """The newest quarter's signed-off returns published."""
        publish_period(self.quarter, by=self.administrator, at=_after(self.quarter, 12))

    def _assessment(self, indicator: Indicator, period: Period, value: str, comment: str):
        context = rating_contexts([indicator], period)[indicator.pk]
        return assess(context, Entry(as_written=value, comment=comment))

    def return_url(self, indicator: Indicator) -> str:
        """The page of the indicator's return for the newest quarter."""
        return f"/performance/returns/{indicator.pk}/{self.quarter.pk}/"

    def grid_url(self) -> str:
        return f"/performance/returns/grid/{self.service.pk}/{self.quarter.pk}/"


def _after(period: Period, days: int) -> datetime.datetime:
    day = period.ends_on + datetime.timedelta(days=days)
    return datetime.datetime.combine(day, datetime.time(10, 30), tzinfo=LONDON)
