"""What members were promised, asked and doubted, for the council of `scene`."""

from datetime import date, timedelta
from uuid import uuid4

from council.models import User
from performance.figures.queries import figure_of
from performance.models import Challenge, Indicator, Period, Return
from performance.operations.challenges import challenge
from performance.operations.queries import ask_about_figure
from portfolios.choices import DueKind, Fate
from portfolios.models import Body, Promise, Query
from portfolios.operations.promises import settle_promise
from portfolios.operations.queries import answer
from tests.factories import MeetingFactory
from tests.factories.promises import AwaitedEventFactory, PromiseFactory, QueryFactory
from tests.performance import lives


def promised(number: int, body: Body, users: dict[str, User]) -> Promise:
    """The first waits for an event; others are dated, undated, overdue and settled."""
    owner = users["officer"].person.tenures.get().post
    meeting = MeetingFactory(body=body, held_on=date(2026, 11, 1) + timedelta(days=number))
    more = (
        {"due_kind": DueKind.EVENT, "due_on": None, "event": AwaitedEventFactory(), "months_after": 6},
        {"undated": True, "owner": None},
        {"due_meeting": meeting, "due_kind": DueKind.MEETING, "due_on": meeting.held_on},
        {"due_on": date(2026, 10, 1), "due_as_written": "the October committee"},
    )[number % 4]
    row = PromiseFactory(**{"owner": owner, "to_body": body, "made_on": date(2026, 5, 20)} | more)
    if number % 4 == 3:
        settle_promise(
            row, expected=1, fate=Fate.PART_KEPT, note="No targets yet", by=users["officer"], at=lives.AT
        )
    return row


def asked(number: int, row: Return, users: dict[str, User]) -> Query:
    """About the first figure each time, or about a service; every third is answered, the first among them."""
    if number % 2:
        query = QueryFactory(
            service=row.indicator.service, owner=row.indicator.owner, asked_by=users["member"]
        )
    else:
        first = Return.objects.select_related("indicator", "period").order_by("pk")[0]
        figure = figure_of(first.indicator, first.period, day=date(2026, 10, 12))
        said = {"by": users["member"], "at": lives.AT, "sent_as": uuid4()}
        query = ask_about_figure(figure, f"Why {number}?", **said)
    if number % 3 == 0:
        answer(query, expected=1, words="Two lorries broke down.", by=users["officer"], at=lives.AT)
    return query


def doubted(indicator: Indicator, period: Period, member: User) -> Challenge:
    """A member's doubt about what was signed off for the period."""
    standing = Return.objects.get(indicator=indicator, period=period).standing
    return challenge(standing, doubt="The survey was much smaller", by=member, at=lives.AT)
