"""Items and amendments of the scene, at every stage of their lives."""

from datetime import UTC, date, datetime

from council.models import User
from portfolios.choices import AmendmentKind, FindingStatus, ItemKind
from portfolios.models import Amendment, Body, Decision, Finding, Portfolio, PortfolioAlias, Ruling
from portfolios.operations.amendments import bring_into_force, decide, draft, propose, record

AT = datetime(2026, 9, 1, 10, tzinfo=UTC)
DECIDED = date(2026, 9, 8)
PAST, AHEAD = date(2026, 9, 30), date(2027, 5, 19)


def build_remits(rows: int, portfolio: Portfolio, body: Body, by: User) -> Amendment:
    """So many items with an amendment each; the first of these is in force, the others wait, are proposed or drafts."""
    decision = Decision.objects.create(title="Remits", body=body, decided_on=DECIDED, resolution="Amended.")
    made = [_amended(number, portfolio, body, decision, by) for number in range(rows)]
    return made[0]


def _amended(number: int, portfolio: Portfolio, body: Body, decision: Decision, by: User) -> Amendment:
    item = Amendment(
        kind=AmendmentKind.RECORD,
        portfolio=portfolio,
        words=f"streets and bins of ward {number}",
        item_kind=ItemKind.SHARED,
        body=body,
        source="Constitution, part 3",
    )
    record(item, by=by, at=AT)
    PortfolioAlias.objects.create(portfolio=portfolio, name=f"Name {number}", seen_in="a paper")
    said = {"question": "Bins too?", "ruling": "Yes.", "ruled_on": DECIDED, "ruled_by": "Monitoring Officer"}
    Ruling.objects.create(portfolio=portfolio, item=item, **said)
    Ruling.objects.create(portfolio=portfolio, **said)
    finding = Finding.objects.create(
        title=f"Inspection {number}", made_by="Inspectors", status=FindingStatus.DRAFT, quotation="Unclear."
    )
    change = Amendment(
        kind=AmendmentKind.INSERT_AFTER,
        portfolio=portfolio,
        item=item,
        anchor="streets",
        words="and squares",
        effective_on=AHEAD if number % 4 else PAST,
        finding=finding,
    )
    draft(change, by=by, at=AT)
    steps = (4, 4, 2, 1)[number % 4]
    if steps > 1:
        propose(change, expected=change.version, by=by, at=AT)
    if steps > 2:
        decide(change, decision=decision, expected=change.version, by=by, at=AT)
        bring_into_force(change, effective_on=change.effective_on, expected=change.version, by=by, at=AT)
    return change
