"""What the pages of an amendment call its fields, by what it does."""

from portfolios.choices import AmendmentKind

KIND_HINTS: dict[AmendmentKind, str] = {
    AmendmentKind.RECORD: "Words that were there before this register, with where they are from. Needs no decision.",
    AmendmentKind.ADD_ITEM: "A new numbered item, at the end or beside another.",
    AmendmentKind.INSERT_BEFORE: "Such as “Customer Relationship Management and” before “One Stop Shop”.",
    AmendmentKind.INSERT_AFTER: "Such as “and licensing” after “planning policy”.",
    AmendmentKind.SUBSTITUTE: "Put other words in place of some that are there.",
    AmendmentKind.OMIT: "Take words out of an item.",
    AmendmentKind.REPEAL_ITEM: "Take a whole item out.",
    AmendmentKind.MOVE_ITEM: "The item goes as it stands to the end of the other remit.",
    AmendmentKind.RENAME: "The portfolio keeps its remit and gets another name.",
    AmendmentKind.SPLIT: "Some items become the remit of a new portfolio.",
    AmendmentKind.MERGE: "All its items go to another portfolio, and it ends.",
}

LABELS = {
    "item": "Item",
    "items": "Items that go",
    "anchor": "Words to find",
    "words": "New words",
    "item_kind": "Whose function it is",
    "body": "Body that exercises it",
    "placing": "Where it goes",
    "to_portfolio": "Other portfolio",
    "effective_on": "Takes effect on",
    "place": "Order on that day",
    "finding": "Prompted by the finding",
    "recommendation": "Recommendation",
    "source": "Where the words are from",
}
_OWN_LABELS = {
    ("words", AmendmentKind.RECORD): "Words of the item",
    ("words", AmendmentKind.ADD_ITEM): "Words of the item",
    ("words", AmendmentKind.INSERT_BEFORE): "Insert these words",
    ("words", AmendmentKind.INSERT_AFTER): "Insert these words",
    ("words", AmendmentKind.RENAME): "New name",
    ("words", AmendmentKind.SPLIT): "Name of the new portfolio",
    ("anchor", AmendmentKind.INSERT_BEFORE): "Before these",
    ("anchor", AmendmentKind.INSERT_AFTER): "After these",
    ("anchor", AmendmentKind.SUBSTITUTE): "In place of these words",
    ("anchor", AmendmentKind.OMIT): "Omit these words",
    ("item", AmendmentKind.ADD_ITEM): "Beside item",
    ("item", AmendmentKind.RECORD): "Beside item",
    ("to_portfolio", AmendmentKind.MOVE_ITEM): "Goes to",
    ("to_portfolio", AmendmentKind.MERGE): "Is merged into",
    ("effective_on", AmendmentKind.RECORD): "In the remit since",
}
HINTS = {
    "anchor": "As they stand in the item: whole words that stand there once.",
    "body": "Such as Planning Committee. Leave it out if the executive exercises it.",
    "effective_on": "Blank while it is not known.",
    "place": "Amendments of one day apply in this order.",
    "finding": "While that is a draft, another look is asked for when the final comes.",
    "recommendation": "Of a report, if one has been written.",
    "source": "Such as “Constitution, part 3”.",
    "item": "Numbered as on the day of effect.",
}
_OWN_HINTS = {
    ("effective_on", AmendmentKind.RECORD): "Blank if not known.",
    ("item", AmendmentKind.ADD_ITEM): "Only if it goes before or after one.",
    ("item", AmendmentKind.RECORD): "Only if it goes before or after one.",
}


def label_of(name: str, kind: AmendmentKind) -> str:
    """What the box is called."""
    return _OWN_LABELS.get((name, kind), LABELS[name])


def hint_of(name: str, kind: AmendmentKind) -> str:
    """What stands below the box."""
    return _OWN_HINTS.get((name, kind), HINTS.get(name, ""))
