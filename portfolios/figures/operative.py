"""The operative words of an amendment against the resolution that it rests on."""

from portfolios.choices import AmendmentKind
from portfolios.figures.remits import RemitRegister
from portfolios.models import Amendment, Decision
from portfolios.rules.remits import text_of
from portfolios.rules.wordings import NotResolved, not_resolved

WHOLE_ITEMS = (AmendmentKind.REPEAL_ITEM, AmendmentKind.MOVE_ITEM)
"""Those that name an item and not words: its own words are what the resolution must have."""


def operative_words_of(register: RemitRegister, amendment: Amendment) -> list[str]:
    """The words that say exactly what goes where: found, put in, of a whole item, or the name of a portfolio."""
    operative = register.operatives[amendment.pk]
    found = [operative.anchor, operative.words]
    if operative.kind in WHOLE_ITEMS and operative.item is not None:
        remit = register.outcome_of(amendment)[0].remits.holding(operative.item)
        item = remit.find(operative.item) if remit else None
        found.append(text_of(item.words) if item else "")
    if operative.kind in (AmendmentKind.MOVE_ITEM, AmendmentKind.MERGE) and operative.to_portfolio:
        found.append(register.names.get(operative.to_portfolio, ""))
    return [each for each in found if each]


def words_not_resolved(
    register: RemitRegister, amendment: Amendment, decision: Decision | None
) -> list[NotResolved]:
    """What of its operative words the resolution does not have; none of what is not decided, or only recorded."""
    if decision is None or amendment.pk not in register.amendments or amendment.kind == AmendmentKind.RECORD:
        return []
    return not_resolved(decision.resolution, operative=operative_words_of(register, amendment))
