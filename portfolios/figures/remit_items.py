"""The items of a remit as a page shows them on a day, each with where its words are from."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from council.dates import long_date
from portfolios.choices import AmendmentKind, ItemKind
from portfolios.figures.remits import RemitRegister
from portfolios.models import Amendment, Body, Decision, Portfolio, Post, Ruling
from portfolios.rules.remits import Item, Marked, Note, Overlap, Remit, Remits, marked, notes, overlaps

MOVES = {
    AmendmentKind.MOVE_ITEM: "Moved here from the {name} portfolio",
    AmendmentKind.SPLIT: "Split off from the {name} portfolio",
    AmendmentKind.MERGE: "Came here when the {name} portfolio was merged into this one",
}


def decider_words(decider: Body | Portfolio | Post | None) -> str:
    """Who decided, within a sentence: "the Cabinet", "the Planning portfolio holder", "the Chief Executive"."""
    if decider is None:
        return "nobody on record"
    name = str(decider.title if isinstance(decider, Post) else decider.name)
    name = name[4:] if name.startswith("The ") else name
    return f"the {name} portfolio holder" if isinstance(decider, Portfolio) else f"the {name}"


def decision_words(decision: Decision, joined: str = " of ") -> str:
    """A decision within a sentence: "decision of the Cabinet of 7 April 2005"."""
    day = long_date(decision.decided_on) if decision.decided_on else decision.decided_as_written
    return f"decision of {decider_words(decision.decider)}{joined}{day}"


@dataclass(frozen=True)
class Origin:
    """What one amendment did to an item, as a footnote: what, when and by which decision."""

    said: str
    amendment: Amendment
    number: int = 0
    """The note that it is; none where it speaks of the whole item."""
    read_before: str = ""
    """The whole item as it read before, where it was another."""

    @property
    def day(self) -> datetime.date | None:
        """From which day its words stand; none for words recorded without one."""
        return self.amendment.effective_on

    @property
    def is_recorded(self) -> bool:
        """Whether the words were there before the register, and nobody here decided them."""
        return self.amendment.kind == AmendmentKind.RECORD

    @property
    def decision_words(self) -> str:
        decision = self.amendment.decision
        return decision_words(decision) if decision else ""

    @property
    def sentence(self) -> str:
        """The footnote in one go."""
        when = f" ({long_date(self.day)})" if self.day else ""
        return f"{self.said}{when}" + (f" by {self.decision_words}" if self.decision_words else "")


@dataclass(frozen=True)
class ItemShown:
    """One numbered item on a day, with all that is known of it."""

    number: int
    item: Item
    kind: str
    body: Body | None
    came: list[Origin]
    """How it came into this remit, the first thing first."""
    origins: list[Origin]
    """The notes to its words."""
    overlaps: list[Overlap] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.item.text

    @property
    def marked(self) -> tuple[Marked, ...]:
        return marked(self.item)

    @property
    def kind_words(self) -> str:
        """Whose function it is: "Executive"; the body follows it where there is one."""
        return ItemKind(self.kind).label if self.kind else "Kind not recorded"


def items_shown(
    register: RemitRegister, remits: Remits, portfolio: int, rulings: Iterable[Ruling] = ()
) -> list[ItemShown]:
    """The items of a portfolio among the remits of a day."""
    remit = remits.of(portfolio)
    ruled: dict[int | None, list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        ruled[ruling.item_id].append(ruling)
    return [
        ItemShown(
            number=number,
            item=item,
            kind=item.kind,
            body=register.amendments[item.key].body,
            came=[_began(register.amendments[item.key]), *_moves(register, remits, item)],
            origins=[_origin(register, item, note) for note in notes(item)],
            overlaps=list(_others(remit, item)),
            rulings=ruled[item.key],
        )
        for number, item in enumerate(remit.items, 1)
    ]


def _others(remit: Remit, item: Item) -> Iterable[Overlap]:
    return (each for each in overlaps(remit.items, item.text) if each.item.key < item.key)


def _began(amendment: Amendment) -> Origin:
    if amendment.kind == AmendmentKind.RECORD:
        since = "" if amendment.effective_on else "; from which day it stood is not known"
        return Origin(f"Recorded from {amendment.source}{since}", amendment)
    return Origin("Item added", amendment)


def _moves(register: RemitRegister, remits: Remits, item: Item) -> list[Origin]:
    """The moves of an item from one portfolio to another, up to the day of the remits."""
    found = []
    for day, left in item.moves:
        for key, effects in register.ever.effects.items():
            row = register.amendments[key]
            is_it = row.effective_on == day and row.portfolio_id == left and row.kind in MOVES
            if is_it and any(effect.item == item.key for effect in effects):
                name = remits.of(left).name or register.names.get(left, "")
                found.append(Origin(MOVES[AmendmentKind(row.kind)].format(name=name), row))
    return found


def _origin(register: RemitRegister, item: Item, note: Note) -> Origin:
    amendment = register.amendments[note.source]
    effects = register.ever.effects.get(note.source, ())
    before = next((effect.before for effect in effects if effect.item == item.key), "")
    return Origin(_said(amendment, note), amendment, note.number, before)


def _said(amendment: Amendment, note: Note) -> str:
    if not note.words:
        return f"Words “{note.before.strip()}” omitted"
    if amendment.kind == AmendmentKind.SUBSTITUTE:
        was = note.before.strip() or amendment.anchor.strip()
        return f"Words “{note.words}” substituted for “{was}”"
    return f"Words “{note.words}” inserted"
