"""Two portfolios with a few items each, and short ways to amend them."""

from datetime import date

from portfolios.choices import AmendmentKind, ItemKind
from portfolios.rules.remits import Operative, replay, text_of

REGENERATION, EGOV = 1, 2
NAMES = {REGENERATION: "Development and Economic Regeneration", EGOV: "E-Government and Member Services"}
MAY_20 = date(2005, 5, 20)
PLANNING = Operative(
    11, AmendmentKind.RECORD, REGENERATION, words="planning policy", item_kind=ItemKind.EXECUTIVE
)
ONE_STOP = Operative(
    12,
    AmendmentKind.RECORD,
    EGOV,
    words="responsibility for the One Stop Shop",
    item_kind=ItemKind.EXECUTIVE,
)
AS_FOUND = (PLANNING, ONE_STOP)
DELIVERY = (
    "all executive responsibilities with regard to the delivery and improvement of the planning and building "
    "control service"
)
AMENDMENT_A = Operative(21, AmendmentKind.ADD_ITEM, REGENERATION, words=DELIVERY, effective_on=MAY_20)
AMENDMENT_B = Operative(
    22,
    AmendmentKind.INSERT_BEFORE,
    EGOV,
    item=12,
    anchor="One Stop Shop",
    words="Customer Relationship Management and",
    effective_on=MAY_20,
)


def texts(replayed, portfolio):
    """The items of a portfolio as a reader sees them."""
    return [text_of(item.words) for item in replayed.remits.of(portfolio).items]


def played(*operatives, on=None):
    """The remits after what was found and these."""
    return replay([*AS_FOUND, *operatives], names=NAMES, on=on)


def change(kind, key=31, **fields):
    """An amendment of the One Stop Shop item, unless told otherwise."""
    return Operative(key, kind, **{"portfolio": EGOV, "item": 12, "effective_on": MAY_20, **fields})
