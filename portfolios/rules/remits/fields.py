"""Which fields each kind of amendment needs, which it may have, and which would say nothing there."""

from collections.abc import Mapping
from dataclasses import dataclass

from portfolios.choices import AmendmentKind, Placing

LONGEST_NAME = 200
"""Characters in the name of a portfolio."""


@dataclass(frozen=True)
class Fields:
    """What one kind is made of, in the order in which it is asked."""

    needs: tuple[str, ...]
    may: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.needs, *self.may)


@dataclass(frozen=True)
class FieldProblem:
    """What is wrong with one field, in a sentence."""

    field: str
    sentence: str


_ANY = ("effective_on", "place", "finding", "recommendation")
FIELDS: dict[AmendmentKind, Fields] = {
    AmendmentKind.RECORD: Fields(
        ("words", "source"), ("item_kind", "body", "placing", "item", "effective_on")
    ),
    AmendmentKind.ADD_ITEM: Fields(("words", "item_kind"), ("body", "placing", "item", *_ANY)),
    AmendmentKind.INSERT_BEFORE: Fields(("item", "words", "anchor"), _ANY),
    AmendmentKind.INSERT_AFTER: Fields(("item", "anchor", "words"), _ANY),
    AmendmentKind.SUBSTITUTE: Fields(("item", "anchor", "words"), _ANY),
    AmendmentKind.OMIT: Fields(("item", "anchor"), _ANY),
    AmendmentKind.REPEAL_ITEM: Fields(("item",), _ANY),
    AmendmentKind.MOVE_ITEM: Fields(("item", "to_portfolio"), _ANY),
    AmendmentKind.RENAME: Fields(("words",), _ANY),
    AmendmentKind.SPLIT: Fields(("items", "words"), _ANY),
    AmendmentKind.MERGE: Fields(("to_portfolio",), _ANY),
}
NAMINGS = (AmendmentKind.RENAME, AmendmentKind.SPLIT)
"""Those whose new words are the name of a portfolio."""

_BLANK: dict[str, object] = {"placing": Placing.END, "place": 1}
"""What stands in a field that says nothing, where that is not an empty one."""
_CALLED = {
    "words": "new words",
    "anchor": "words to find",
    "item": "item",
    "items": "items that go",
    "item_kind": "kind of item",
    "body": "body",
    "placing": "place for an item",
    "to_portfolio": "other portfolio",
    "place": "order on its day",
    "source": "source: it rests on a decision",
    "finding": "finding it rests on",
    "recommendation": "recommendation",
}
_ASKED = {
    "words": "Enter the new words.",
    "anchor": "Enter the words to find in the item.",
    "item": "Choose the item.",
    "items": "Choose at least one item that goes to the new portfolio.",
    "item_kind": "Choose whether the item is executive, regulatory or shared.",
    "to_portfolio": "Choose the other portfolio.",
    "source": "Say where the recorded words are from, such as a part of the constitution.",
}
_ASKED_OF = {
    ("words", AmendmentKind.RECORD): "Enter the words of the item.",
    ("words", AmendmentKind.ADD_ITEM): "Enter the words of the item.",
    ("words", AmendmentKind.RENAME): "Enter the new name.",
    ("words", AmendmentKind.SPLIT): "Enter the name of the new portfolio.",
    ("to_portfolio", AmendmentKind.MOVE_ITEM): "Choose the portfolio that the item goes to.",
    ("to_portfolio", AmendmentKind.MERGE): "Choose the portfolio that it is merged into.",
}


def field_problems(kind: AmendmentKind, given: Mapping[str, object]) -> list[FieldProblem]:
    """What is missing from the fields of an amendment, and what stands where nothing may; only `given` is judged."""
    filled = {name for name, value in given.items() if _says_something(name, value)}
    asked = [
        FieldProblem(name, _ASKED_OF.get((name, kind), _ASKED[name]))
        for name in FIELDS[kind].needs
        if name in given and name not in filled
    ]
    needless = [
        FieldProblem(name, f"“{kind.label}” has no {_CALLED[name]}. Leave it out.")
        for name in given
        if name in filled and name in _CALLED and name not in FIELDS[kind].all
    ]
    return [*asked, *needless, *_place_problems(kind, given, filled), *_name_problems(kind, given)]


def _says_something(name: str, value: object) -> bool:
    if isinstance(value, str):
        value = value.strip()
    return bool(value) and value != _BLANK.get(name)


def _place_problems(kind: AmendmentKind, given: Mapping[str, object], filled: set[str]) -> list[FieldProblem]:
    """An added item stands beside another where it says so, and only there."""
    if "placing" not in FIELDS[kind].all or not {"placing", "item"} <= given.keys():
        return []
    if "placing" in filled and "item" not in filled:
        return [FieldProblem("item", "Choose the item that it goes before or after.")]
    if "item" in filled and "placing" not in filled:
        return [FieldProblem("placing", "Say whether it goes before or after the item that you chose.")]
    return []


def _name_problems(kind: AmendmentKind, given: Mapping[str, object]) -> list[FieldProblem]:
    over = len(str(given.get("words", "")).strip()) - LONGEST_NAME
    if kind not in NAMINGS or over <= 0:
        return []
    too_many = "1 character" if over == 1 else f"{over:,} characters"
    return [
        FieldProblem(
            "words", f"A portfolio’s name has at most {LONGEST_NAME} characters: take out {too_many}."
        )
    ]
