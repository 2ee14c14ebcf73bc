"""What a box asks for: the kind of figure, its unit and ends, and the sentence for anything else."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

# A figure is kept with 15 digits, 4 of them after the point: SQLite changes what is longer.
PLACES = 4
WHOLE_DIGITS = 11
TOO_LARGE = f"Enter a figure of at most {WHOLE_DIGITS} digits before the decimal point"


class Quantity(StrEnum):
    """The kinds of value that are numbers; the words are those of `performance.choices.ValueKind`."""

    PERCENTAGE = "percentage"
    COUNT = "count"
    MONEY = "money"
    DECIMAL = "decimal"
    RATIO = "ratio"
    DURATION = "duration"


@dataclass(frozen=True)
class NumberRead:
    """A figure as it is kept. For a percentage, 45 stands for 45%.

    `numerator` and `denominator` are the counts behind a share when both were typed ("36 of 80"); "1 in 4"
    and "3 to 1" name a share without counts, so they leave none. `notice` is a sentence to show beside the
    figure when it could have been meant otherwise.
    """

    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    notice: str | None = None


class NumberProblem(ValueError):
    """A text that is not the figure asked for; `sentence` says what to type.

    `looks_blank` when the person wrote a word for having no figure ("n/a", "TBC"), to be offered "Not known".
    """

    def __init__(self, sentence: str, *, looks_blank: bool = False) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.looks_blank = looks_blank


_NOUNS = {
    Quantity.PERCENTAGE: "a percentage",
    Quantity.COUNT: "a whole number",
    Quantity.MONEY: "an amount",
    Quantity.DECIMAL: "a number",
    Quantity.RATIO: "a ratio",
    Quantity.DURATION: "a number",
}
_EXAMPLES = {
    Quantity.PERCENTAGE: "Enter a percentage, such as 45, 12.8 or 36 of 80",
    Quantity.COUNT: "Enter a whole number, such as 1234",
    Quantity.MONEY: "Enter an amount in pounds, such as 1234.50",
    Quantity.DECIMAL: "Enter a number, such as 12.5",
    Quantity.RATIO: "Enter a ratio, such as 0.25, 1:4 or 3 to 1",
    Quantity.DURATION: "Enter a number, such as 12.5",
}
_LOWEST = {
    Quantity.PERCENTAGE: Decimal(0),
    Quantity.COUNT: Decimal(0),
    Quantity.RATIO: Decimal(0),
    Quantity.DURATION: Decimal(0),
}
_HIGHEST = {Quantity.PERCENTAGE: Decimal(100)}


@dataclass(frozen=True)
class Question:
    """What one box asks for. An end of None is the kind's own; -Infinity and Infinity stand for no end."""

    quantity: Quantity
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str = ""

    @property
    def lowest(self) -> Decimal:
        if self.minimum is not None:
            return Decimal(self.minimum)
        return _LOWEST.get(self.quantity, Decimal("-Infinity"))

    @property
    def highest(self) -> Decimal:
        if self.maximum is not None:
            return Decimal(self.maximum)
        return _HIGHEST.get(self.quantity, Decimal("Infinity"))

    @property
    def example(self) -> str:
        """The sentence for a text in which no figure can be made out."""
        if self.quantity is Quantity.MONEY and self.unit.strip("£ "):
            return f"Enter an amount in {self.unit}, such as 1234"
        if self.quantity is Quantity.DURATION and self.unit:
            return f"Enter a number of {self.unit}, such as 12.5"
        return _EXAMPLES[self.quantity]

    def settled(self, value: Decimal) -> Decimal:
        """The value in its plainest form, once it is known to be storable and within the ends asked for."""
        value = storable(value)
        if not self.lowest <= value <= self.highest:
            raise NumberProblem(self._ends())
        if self.quantity is Quantity.COUNT and value % 1:
            raise NumberProblem(f"Enter a whole number, such as {value // 1} or {value // 1 + 1}")
        return value

    def _ends(self) -> str:
        noun = _NOUNS[self.quantity]
        lowest, highest = (
            plain_number(end) if end.is_finite() else "" for end in (self.lowest, self.highest)
        )
        if lowest and highest:
            return f"Enter {noun} between {lowest} and {highest}"
        return f"Enter {noun} of {lowest} or more" if lowest else f"Enter {noun} of {highest} or less"


def storable(value: Decimal) -> Decimal:
    """The value without idle noughts, or `NumberProblem` when it has too many digits to be kept exactly."""
    if value.adjusted() >= WHOLE_DIGITS:
        raise NumberProblem(TOO_LARGE)
    rounded = rounded_off(value)
    if rounded != value:
        raise NumberProblem(f"Enter at most {PLACES} decimal places, such as {plain_number(rounded)}")
    return Decimal(plain_number(rounded))


def rounded_off(value: Decimal) -> Decimal:
    """The value to as many places as are kept, halves away from nought."""
    return value.quantize(Decimal(1).scaleb(-PLACES), rounding=ROUND_HALF_UP)


def plain_number(value: Decimal) -> str:
    """The figure as anyone can type it again: no commas, no idle noughts, never an exponent; "-0" is "0"."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
