"""An amendment as a sentence of operative words, as it would be put to the body that decides it."""

from collections.abc import Callable, Mapping

from portfolios.choices import AmendmentKind, Placing
from portfolios.rules.remits.finding_words import find_words
from portfolios.rules.remits.operative import Operative, Remit, Remits

NOT_THERE = "an item that is not there"


def clause(operative: Operative, before: Remits, *, names: Mapping[int, str]) -> str:
    """The operative words, items numbered as they stand just before the amendment takes effect."""
    return _SENTENCES[operative.kind](_Words(operative, before, names))


class _Words:
    """What the sentences are made of."""

    def __init__(self, operative: Operative, before: Remits, names: Mapping[int, str]) -> None:
        self.operative, self.before, self.names = operative, before, names

    @property
    def held(self) -> Remit:
        """The remit that is amended. An item that stands in another is not one of it."""
        return self.before.of(self.operative.portfolio)

    @property
    def remit(self) -> str:
        return f"the remit of the {self.name(self.operative.portfolio)} portfolio"

    @property
    def item_of_remit(self) -> str:
        if self.item == NOT_THERE:
            return f"an item that is not in {self.remit}"
        return f"{self.item} of {self.remit}"

    @property
    def other(self) -> str:
        return f"the {self.name(self.operative.to_portfolio)} portfolio"

    @property
    def item(self) -> str:
        return self.numbered(self.operative.item)

    @property
    def new(self) -> str:
        return quoted(self.operative.words)

    @property
    def anchor(self) -> str:
        """As the remit has it; as it was typed where it is not there, or in several ways."""
        item = self.held.find(self.operative.item) if self.operative.item is not None else None
        spelt = {hit.found for hit in find_words(item.text, self.operative.anchor)} if item else set()
        return quoted(spelt.pop() if len(spelt) == 1 else self.operative.anchor)

    def name(self, portfolio: int | None) -> str:
        if portfolio is None:
            return "(not chosen)"
        return self.before.of(portfolio).name or self.names.get(portfolio, "(not known)")

    def numbered(self, key: int | None) -> str:
        is_there = key is not None and self.held.find(key)
        return f"item {self.held.number_of(key)}" if key is not None and is_there else NOT_THERE

    @property
    def items(self) -> list[str]:
        """Those of a split, in the order in which they stand in the remit."""
        wanted = self.operative.items
        there = [item.key for item in self.held.items if item.key in wanted]
        return [self.numbered(key) for key in (*there, *(key for key in wanted if key not in there))]

    @property
    def place(self) -> str:
        if self.operative.placing == Placing.END:
            return "at the end"
        return f"{self.operative.placing.value} {self.item}"


def quoted(words: str) -> str:
    """Words in quotation marks, trimmed."""
    return f"“{words.strip()}”"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _split(words: _Words) -> str:
    items = _listed(words.items or ["no item"])
    return f"From {words.remit}, take {items} and make a new portfolio of them, to be called {words.new}."


_SENTENCES: dict[AmendmentKind, Callable[[_Words], str]] = {
    AmendmentKind.RECORD: lambda words: f"{_capital(words.remit)} includes, as it stands: {words.new}.",
    AmendmentKind.ADD_ITEM: lambda words: f"In {words.remit}, {words.place} add {words.new}.",
    AmendmentKind.INSERT_BEFORE: lambda words: (
        f"In {words.item_of_remit}, before {words.anchor} insert {words.new}."
    ),
    AmendmentKind.INSERT_AFTER: lambda words: (
        f"In {words.item_of_remit}, after {words.anchor} insert {words.new}."
    ),
    AmendmentKind.SUBSTITUTE: lambda words: (
        f"In {words.item_of_remit}, for {words.anchor} substitute {words.new}."
    ),
    AmendmentKind.OMIT: lambda words: f"In {words.item_of_remit}, omit {words.anchor}.",
    AmendmentKind.REPEAL_ITEM: lambda words: f"In {words.remit}, omit {words.item}.",
    AmendmentKind.MOVE_ITEM: lambda words: f"Move {words.item_of_remit} to {words.other}.",
    AmendmentKind.RENAME: lambda words: (
        f"Rename the {words.name(words.operative.portfolio)} portfolio {words.new}."
    ),
    AmendmentKind.SPLIT: _split,
    AmendmentKind.MERGE: lambda words: (
        f"Merge the {words.name(words.operative.portfolio)} portfolio into {words.other}."
    ),
}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
