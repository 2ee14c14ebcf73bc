"""Remits in a few words: items as found, a decision, and amendments on their way."""

from datetime import UTC, date, datetime

from portfolios.choices import AmendmentKind, BodyKind, ItemKind
from portfolios.figures.remits import remit_register
from portfolios.models import Amendment, Body, Decision
from portfolios.operations.amendments import bring_into_force, decide, draft, propose, record
from portfolios.rules.remits import text_of

AT = datetime(2005, 3, 1, 10, tzinfo=UTC)
DECIDED = date(2005, 4, 7)
ANNUAL = date(2005, 5, 20)


def found(portfolio, words, *, by):
    """An item that was there before the register."""
    item = Amendment(
        kind=AmendmentKind.RECORD,
        portfolio=portfolio,
        words=words,
        item_kind=ItemKind.EXECUTIVE,
        source="Constitution, part 3",
    )
    record(item, by=by, at=AT)
    return item


def drafted(kind, portfolio, *, by, items=(), **fields):
    """An amendment as somebody drafts it, for the annual meeting unless told otherwise."""
    amendment = Amendment(kind=kind, portfolio=portfolio, **{"effective_on": ANNUAL, **fields})
    draft(amendment, items=items, by=by, at=AT)
    return amendment


CRM_RESOLVED = "Insert “Customer Relationship Management and” before “One Stop Shop”."


def cabinet_decision(day=DECIDED, *, resolution=CRM_RESOLVED):
    cabinet, _ = Body.objects.get_or_create(name="Cabinet", defaults={"kind": BodyKind.EXECUTIVE})
    return Decision.objects.create(
        title="Portfolios",
        body=cabinet,
        decided_on=day,
        resolution=f"That the remits be amended. {resolution}",
    )


def decided(amendment, *, by, day=DECIDED):
    """Takes a draft as far as its decision."""
    propose(amendment, expected=amendment.version, by=by, at=AT)
    decide(amendment, decision=cabinet_decision(day), expected=amendment.version, by=by, at=AT)
    return amendment


def commenced(amendment, *, by, on=ANNUAL, place=1):
    """Takes a decided amendment to its day of effect."""
    bring_into_force(amendment, effective_on=on, place=place, expected=amendment.version, by=by, at=AT)
    return amendment


def texts(portfolio, day):
    """The items of a portfolio as they stand on a day."""
    remit = remit_register().on(day).remits.of(portfolio.pk)
    return [text_of(item.words) for item in remit.items]
