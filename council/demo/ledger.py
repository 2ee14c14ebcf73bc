"""Builds the ledger of promises and the members' queries, by the verbs that people use themselves."""

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from council.demo.days import moment
from council.demo.promised import (
    MADE_LONG_AGO,
    PROMISES,
    QUERIES,
    SOLICITORS,
    SOLICITORS_EXPECTED,
    DemoPromise,
    DemoQuery,
)
from council.demo.register import Register
from council.demo.rows import add
from performance.figures.queries import figure_of
from performance.models import Indicator, Return
from performance.operations.queries import ask_about_figure
from portfolios.choices import DueKind
from portfolios.figures.promises import said_of
from portfolios.models import AwaitedEvent, Body, Meeting, Promise, Query, Report
from portfolios.operations.promises import settle_promise
from portfolios.operations.queries import answer, ask, owner_of_service
from portfolios.rules.promises import due_of

ENTERED = "Entered from the minute."
OFFICES = 0.4
"""How far into the day things are said."""


@dataclass
class Ledger:
    """What has been built, and what promises name."""

    register: Register

    def day(self, number: int) -> datetime.date:
        """So many working days after today, or before it."""
        return self.register.days.working_day(self.register.days.today, number)

    def add_promise(self, plan: DemoPromise) -> None:
        """A promise with what became of it."""
        body = Body.objects.get(name=plan.to)
        made_on = MADE_LONG_AGO.get(plan.report) if plan.made is None else self.day(plan.made)
        row = Promise(
            sent_as=_key(plan.what),
            verb=plan.verb,
            what=plan.what,
            as_written=plan.as_written,
            owner=self.register.posts.get(plan.owner),
            to_body=body,
            made_on=made_on,
            meeting=Meeting.objects.filter(body__name=plan.at, held_on=made_on).first() if plan.at else None,
            report=Report.objects.get(subject=plan.report) if plan.report else None,
            due_as_written=plan.due.format(next_year=(self.register.days.today.year + 1) % 100),
            due_on=None if plan.day is None else self.day(plan.day),
            due_meeting=None if plan.meeting is None else body.meetings.get(held_on=self.day(plan.meeting)),
            event=AwaitedEvent.objects.get(name=plan.event) if plan.event else None,
            months_after=plan.months,
        )
        due = due_of(said_of(row))
        row.due_kind = DueKind.DATE if row.due_on else due.kind
        row.due_on, row.days_after = row.due_on or due.on, due.days
        entered = moment(made_on, OFFICES) if plan.made is not None and made_on else self.register.set_up_at
        add([row], by=self.register.admin, at=entered, why=ENTERED)
        for became in plan.became:
            settle_promise(
                row,
                expected=row.version,
                fate=became.fate,
                note=became.note,
                by=self.register.users["lead"],
                at=moment(self.day(-became.ago), OFFICES),
            )
            row.refresh_from_db()

    def add_query(self, plan: DemoQuery) -> None:
        """A question with its answers."""
        said = {
            "by": self.register.users["member"],
            "at": moment(self.day(-plan.ago), OFFICES),
            "sent_as": _key(plan.question),
        }
        query = self._ask(plan, said)
        for ago, who, words in plan.answers:
            query.refresh_from_db()
            when = moment(self.day(-ago), OFFICES)
            answer(query, expected=query.version, words=words, by=self.register.users[who], at=when)

    def _ask(self, plan: DemoQuery, said: dict[str, Any]) -> Query:
        if plan.figure:
            indicator = Indicator.objects.select_related("owner", "service").get(reference=plan.figure)
            # The newest figure that stands, and not whatever the day brings.
            rows = Return.objects.filter(indicator=indicator, standing__isnull=False)
            newest = rows.select_related("period").order_by("-period__ends_on")[0]
            figure = figure_of(indicator, newest.period, day=self.register.days.today)
            return ask_about_figure(figure, plan.question, **said)
        if plan.report:
            report = Report.objects.select_related("author").get(subject=plan.report)
            return ask(plan.question, report=report, owner=report.author, **said)
        service = self.register.services[plan.service]
        return ask(plan.question, service=service, owner=owner_of_service(service), **said)


def _key(words: str) -> UUID:
    """The same words give the same key, on whichever day the council is built."""
    return uuid5(NAMESPACE_URL, words)


def build_ledger(register: Register) -> None:
    """The promises and the queries."""
    event = AwaitedEvent(name=SOLICITORS, expected_as_written=SOLICITORS_EXPECTED)
    add([event], by=register.admin, at=register.set_up_at, why=ENTERED)
    built = Ledger(register)
    for promise in PROMISES:
        built.add_promise(promise)
    for query in QUERIES:
        built.add_query(query)
