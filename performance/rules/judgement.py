"""What a rule says of a value: the status, why, and how far short it fell."""

from dataclasses import dataclass
from decimal import Decimal

from council.rag import Rag


@dataclass(frozen=True)
class Judgement:
    """The status of a value, with its reason and the rule for its face."""

    status: Rag
    why: str
    """A sentence with the figures that decided it."""
    rule_words: str = ""
    """The rule in plain words, such as "Green at the target or better; amber down to 90% of the target …"."""
    shortfall: Decimal | None = None
    """How far short of the target, never below 0; None when nothing was measured."""
    shortfall_unit: str = ""
    """What the shortfall is in: "per cent of the target", "points", "days", "levels" or the unit."""
