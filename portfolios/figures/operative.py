"""The operative words of an amendment against the resolution that it rests on."""

from portfolios.choices import AmendmentKind
from portfolios.figures.remits import RemitRegister
from portfolios.models import Amendment, Decision
from portfolios.rules.wordings import NotResolved, has_words, not_resolved

WHOLE_ITEMS = (AmendmentKind.REPEAL_ITEM, AmendmentKind.MOVE_ITEM)
"""Those that name an item and not words: its own words are what the resolution must have."""


def operative_words_of(register: RemitRegister, amendment: Amendment, resolution: str) -> list[str]:
    """The words that say exactly what goes where: found, put in, or the name of a portfolio.

    A whole item is said by its number, where the resolution has that, or by its words.
    """
    operative = register.operatives[amendment.pk]
    found = [operative.anchor, operative.words]
    if operative.kind in WHOLE_ITEMS and operative.item is not None:
        found.append(_item_said(register, amendment, operative.item, resolution))
    if operative.kind in (AmendmentKind.MOVE_ITEM, AmendmentKind.MERGE) and operative.to_portfolio:
        found.append(register.names.get(operative.to_portfolio, ""))
    return [each for each in found if each]


def _item_said(register: RemitRegister, amendment: Amendment, item: int, resolution: str) -> str:
    remit = register.doing_of(amendment)[0].remits.holding(item)
    if remit is None or has_words(resolution, f"item {remit.number_of(item)}"):
        return ""
    there = remit.find(item)
    return there.text if there else ""


def words_not_resolved(
    register: RemitRegister, amendment: Amendment, decision: Decision | None
) -> list[NotResolved]:
    """What of its operative words the resolution does not have; none of what is not decided, or only recorded."""
    row = register.amendments.get(amendment.pk)
    if decision is None or row is None or row.kind == AmendmentKind.RECORD:
        return []
    if has_words(decision.resolution, register.clause_of(row)):
        return []
    wanted = operative_words_of(register, row, decision.resolution)
    return not_resolved(decision.resolution, operative=wanted)
