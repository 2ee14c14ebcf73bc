"""An amendment as a sentence of operative words, as it would be put to the body that decides it."""

from collections.abc import Callable, Mapping

from portfolios.choices import AmendmentKind, Placing
from portfolios.rules.remits.operative import Operative, Remits


def clause(operative: Operative, before: Remits, *, names: Mapping[int, str]) -> str:
    """The operative words, items numbered as they stand just before the amendment takes effect."""
    return _SENTENCES[operative.kind](_Words(operative, before, names))


class _Words:
    """What the sentences are made of."""

    def __init__(self, operative: Operative, before: Remits, names: Mapping[int, str]) -> None:
        self.operative, self.before, self.names = operative, before, names

    @property
    def remit(self) -> str:
        return f"the remit of the {self.name(self.operative.portfolio)} portfolio"

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
        return quoted(self.operative.anchor)

    def name(self, portfolio: int | None) -> str:
        if portfolio is None:
            return "(not chosen)"
        return self.before.of(portfolio).name or self.names.get(portfolio, "(not known)")

    def numbered(self, key: int | None) -> str:
        remit = self.before.holding(key) if key is not None else None
        return f"item {remit.number_of(key)}" if remit and key is not None else "an item that is not there"

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
    items = _listed([words.numbered(key) for key in words.operative.items] or ["no item"])
    return f"From {words.remit}, take {items} and make a new portfolio of them, to be called {words.new}."


_SENTENCES: dict[AmendmentKind, Callable[[_Words], str]] = {
    AmendmentKind.RECORD: lambda words: f"{_capital(words.remit)} includes, as it stands: {words.new}.",
    AmendmentKind.ADD_ITEM: lambda words: f"In {words.remit}, {words.place} add {words.new}.",
    AmendmentKind.INSERT_BEFORE: lambda words: (
        f"In {words.item} of {words.remit}, before {words.anchor} insert {words.new}."
    ),
    AmendmentKind.INSERT_AFTER: lambda words: (
        f"In {words.item} of {words.remit}, after {words.anchor} insert {words.new}."
    ),
    AmendmentKind.SUBSTITUTE: lambda words: (
        f"In {words.item} of {words.remit}, for {words.anchor} substitute {words.new}."
    ),
    AmendmentKind.OMIT: lambda words: f"In {words.item} of {words.remit}, omit {words.anchor}.",
    AmendmentKind.REPEAL_ITEM: lambda words: f"In {words.remit}, omit {words.item}.",
    AmendmentKind.MOVE_ITEM: lambda words: f"Move {words.item} of {words.remit} to {words.other}.",
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
