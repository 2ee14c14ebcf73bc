"""What a target is read against: the indicator it is for, and the value it may start from."""

from dataclasses import dataclass
from decimal import Decimal

from council.numbers import NumberRead, Quantity, read_number
from council.numbers.question import Question
from performance.choices import Direction, ValueKind


@dataclass(frozen=True)
class TargetQuestion:
    """The indicator's side of reading a target."""

    written: str
    """The target as the person wrote it."""
    kind: ValueKind
    direction: Direction
    decimals: int | None = None
    levels: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    base: Decimal | None = None
    """What a change starts from, in the indicator's unit; None while it is not known."""
    unit: str = ""

    def number(self, text: str) -> NumberRead:
        """A figure that the indicator could have. NumberProblem for another."""
        return read_number(
            text,
            quantity=str(self.kind),
            decimals=self.decimals,
            minimum=self.minimum,
            maximum=self.maximum,
            unit=self.unit,
        )

    def change(self, text: str) -> Decimal:
        """The size of a change in the indicator's own unit, of at least 0. NumberProblem for anything else."""
        quantity = str(self.kind) if self.kind in IN_OWN_UNIT else Quantity.DECIMAL
        return read_number(text, quantity=quantity, minimum=Decimal(0), unit=self.unit).value

    @property
    def lowest(self) -> Decimal:
        """The least that a value may be; minus infinity where there is no end."""
        return Question(Quantity(str(self.kind)), self.minimum, self.maximum).lowest

    @property
    def highest(self) -> Decimal:
        """The most that a value may be; infinity where there is no end."""
        return Question(Quantity(str(self.kind)), self.minimum, self.maximum).highest


IN_OWN_UNIT = (ValueKind.COUNT, ValueKind.MONEY, ValueKind.DURATION)
"""Kinds whose change is written like a value: "+£500", "-2 days"."""
