"""Builds the remits: items as the constitution has them, and amendments at every stage of their lives."""

import datetime
from dataclasses import dataclass
from typing import Any

from council.demo import scheme
from council.demo.days import moment
from council.demo.register import Register
from council.demo.remits_2005 import (
    ANNUAL_MEETING_2005,
    CABINET_2005,
    DEVELOPMENT,
    E_GOVERNMENT,
    REPORT_2005,
)
from council.demo.rows import add
from portfolios.choices import AmendmentKind, DecisionKind, FindingStatus, ItemKind
from portfolios.models import Amendment, Body, Decision, Finding, Meeting, Portfolio, PortfolioAlias
from portfolios.operations.amendments import bring_into_force, decide, draft, propose, record

KIND = AmendmentKind
LAST_CABINET = -4
"""Working days from today, as the demo's papers have it."""
CONFIRMED = "Confirmed for the annual meeting."


def build_remits(register: Register) -> None:
    """The two remits of 2005 and what the Cabinet did with them, then those of today's council."""
    remits = Remits(register, {each.name: each for each in Portfolio.objects.all()})
    remits.add_2005()
    remits.add_items()
    remits.add_amendments()


@dataclass
class Remits:
    """The remits as they are built."""

    register: Register
    portfolios: dict[str, Portfolio]

    def add_2005(self) -> None:
        """Both amendments of 7 April 2005, the first resting on a finding that was a draft and stayed one."""
        papers = datetime.date(2005, 3, 24)
        self._say_partial(DEVELOPMENT, E_GOVERNMENT)
        finding = self._add_finding()
        self._record(DEVELOPMENT, "planning policy", on=papers)
        shop = self._record(E_GOVERNMENT, "responsibility for the One Stop Shop", on=papers)
        delivery = Amendment(
            kind=KIND.ADD_ITEM,
            portfolio=self.portfolios[DEVELOPMENT],
            words="all executive responsibilities with regard to the delivery and improvement of the planning and "
            "building control service",
            item_kind=ItemKind.EXECUTIVE,
            finding=finding,
        )
        customers = Amendment(
            kind=KIND.INSERT_BEFORE,
            portfolio=self.portfolios[E_GOVERNMENT],
            item=shop,
            anchor="One Stop Shop",
            words="Customer Relationship Management and",
        )
        for number, amendment in (("1", delivery), ("2", customers)):
            decision = Decision.objects.get(report__subject=REPORT_2005, recommendation__number=number)
            amendment.recommendation, amendment.effective_on = decision.recommendation, ANNUAL_MEETING_2005
            self._draft(amendment, papers, why="For the report to the Cabinet.")
            self._propose(amendment, papers)
            self._decide(amendment, decision, CABINET_2005)
            self._commence(amendment, ANNUAL_MEETING_2005, CABINET_2005)

    def _add_finding(self) -> Finding:
        """What inspectors saw, and beside it the other spelling of that report."""
        spelling = PortfolioAlias(
            portfolio=self.portfolios[E_GOVERNMENT], name=scheme.OTHER_SPELLING, seen_in=scheme.SEEN_IN
        )
        finding = Finding(
            title=scheme.INSPECTION,
            made_by=scheme.INSPECTORATE,
            status=FindingStatus.DRAFT,
            quotation=scheme.QUOTATION,
            received_on=datetime.date(2005, 3, 8),
            service=self.register.services["Planning"],
            is_about_responsibility=True,
            body=Body.objects.get(name="Cabinet"),
        )
        self._add(spelling)
        self._add(finding)
        return finding

    def add_items(self) -> None:
        """What the constitution says today's portfolios answer for."""
        self._say_partial(*scheme.PARTIAL)
        bodies = {each.name: each for each in Body.objects.all()}
        day = self.register.set_up_at.date()
        for portfolio, words, kind, body in scheme.ITEMS:
            self._record(portfolio, words, on=day, item_kind=kind, body=bodies.get(body))

    def add_amendments(self) -> None:
        """One in force, two that wait for the next annual meeting, one proposed and one draft."""
        days = self.register.days
        last, following = days.meeting_before(0), days.meeting_before(-1)
        waste = self._change(
            KIND.INSERT_AFTER, scheme.WASTE_ITEM, anchor="recycling", words="and of food waste", on=last
        )
        self._settle(waste, "Remits: food waste", days.working_day(last, -21), last)
        decided = days.working_day(days.today, LAST_CABINET)
        carbon = self._change(
            KIND.MOVE_ITEM,
            scheme.CARBON_ITEM,
            to_portfolio=self.portfolios["Leader and Strategy"],
            on=following,
        )
        data = self._change(
            KIND.RENAME, "Customers and Digital", words="Customers, Digital and Data", on=following
        )
        for amendment, title in ((carbon, "Remits: carbon"), (data, "Remits: data")):
            self._settle(amendment, title, decided, following)
        lets = self._change(
            KIND.INSERT_AFTER,
            scheme.LETS_ITEM,
            anchor="private landlords",
            words=", and of houses that several households share",
            on=following,
        )
        begun = days.working_day(days.today, -9)
        self._draft(lets, begun, why="Asked for by the housing service.")
        self._propose(lets, days.working_day(begun, 2))
        budget = self._change(
            KIND.OMIT, scheme.BUDGET_ITEM, anchor=", borrowing and investments", on=following
        )
        self._draft(
            budget, days.working_day(days.today, -2), why="To be talked over with the Head of Finance."
        )

    def _change(self, kind: AmendmentKind, of: str, *, on: datetime.date, **fields: Any) -> Amendment:
        """An amendment of the item with these words, or of the portfolio with this name."""
        item = Amendment.objects.filter(kind=KIND.RECORD, words=of).select_related("portfolio").first()
        portfolio = item.portfolio if item else self.portfolios[of]
        return Amendment(kind=kind, portfolio=portfolio, item=item, effective_on=on, **fields)

    def _settle(self, amendment: Amendment, title: str, decided: datetime.date, on: datetime.date) -> None:
        """Drafted, proposed, decided by the Cabinet and given its day."""
        days = self.register.days
        self._draft(amendment, days.working_day(decided, -15))
        self._propose(amendment, days.working_day(decided, -8), why="With the papers of the meeting.")
        cabinet = Body.objects.get(name="Cabinet")
        decision = Decision(
            title=title,
            kind=DecisionKind.AS_RECOMMENDED,
            decided_on=decided,
            body=cabinet,
            meeting=Meeting.objects.filter(body=cabinet, held_on=decided).first(),
            resolution=f"RESOLVED from the annual meeting: {amendment.entries.all()[0].clause}",
            reasons="So that it is plain who answers for it.",
            published_on=days.working_day(decided, 1),
        )
        self._add(decision)
        self._decide(amendment, decision, decided)
        self._commence(amendment, on, decided)

    def _add(self, row: Any) -> None:
        add([row], by=self.register.admin, at=self.register.set_up_at, why="Entered from the papers.")

    def _say_partial(self, *names: str) -> None:
        chosen = [self.portfolios[name].pk for name in names]
        Portfolio.objects.filter(pk__in=chosen).update(remit_is_partial=True)

    def _record(self, portfolio: str, words: str, *, on: datetime.date, **fields: Any) -> Amendment:
        item = Amendment(
            kind=KIND.RECORD,
            portfolio=self.portfolios[portfolio],
            words=words,
            source=scheme.SOURCE,
            **({"item_kind": ItemKind.EXECUTIVE} | fields),
        )
        record(item, by=self.register.admin, at=moment(on, 0.2))
        return item

    def _draft(self, amendment: Amendment, day: datetime.date, why: str = "For the Cabinet.") -> None:
        draft(amendment, by=self.register.admin, at=moment(day, 0.3), why=why)

    def _propose(self, amendment: Amendment, day: datetime.date, why: str = "") -> None:
        by = self.register.admin
        propose(amendment, expected=amendment.version, by=by, at=moment(day, 0.6), why=why)

    def _decide(self, amendment: Amendment, decision: Decision, day: datetime.date) -> None:
        by, at = self.register.admin, moment(day, 0.8)
        decide(amendment, decision=decision, expected=amendment.version, by=by, at=at, why="As minuted.")

    def _commence(self, amendment: Amendment, on: datetime.date, day: datetime.date) -> None:
        by, at = self.register.admin, moment(day, 0.9)
        bring_into_force(amendment, effective_on=on, expected=amendment.version, by=by, at=at, why=CONFIRMED)
