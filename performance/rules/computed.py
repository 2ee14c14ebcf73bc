"""Indicators that the product computes from its own records: the sources, a count, and what is said of it.

Who counts stands above this app; here is only what a source is and how its figure is put into words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from council.dates import span
from performance.choices import Direction, Known, ValueKind

PRODUCT = "Computed from the product’s own records."
TYPED_OVER = (
    "This value is computed from the product’s own records. To give another figure, "
    "use “Give another figure”, which asks why."
)
PERCENT = Decimal(100)


@dataclass(frozen=True)
class Over:
    """What a figure was counted over."""

    starts_on: date
    ends_on: date
    whose: str
    """"the whole council", or a service by name."""
    service_id: int | None = None
    """The service, where it is not the whole council."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One question that the product answers from its own records, the same way each period."""

    key: str
    """What indicators keep; never changed."""
    title: str
    query: str
    """The question in words, with what is counted and what is left out."""
    numerator: str
    denominator: str
    nothing: str
    """What is said when the denominator is nought."""
    records: Callable[[Over], str]
    """The address of the list of the records behind a figure; "" where no list holds just them."""
    kind: ValueKind = ValueKind.PERCENTAGE
    direction: Direction = Direction.HIGHER


@dataclass(frozen=True)
class Counted:
    """What the records gave: so many of so many, and what was counted apart or left out, in sentences."""

    numerator: int
    denominator: int
    aside: str = ""

    @property
    def known(self) -> Known:
        """A share of nothing is not known, and never 0%."""
        return Known.KNOWN if self.denominator else Known.NOT_KNOWN

    @property
    def as_written(self) -> str:
        """As an officer would type it, so that both figures are kept: "5 of 11"; "" of nothing."""
        return f"{self.numerator} of {self.denominator}" if self.denominator else ""

    @property
    def words(self) -> str:
        """ "5 of 11 (45.5%)"; "not known, for there was nothing to count" where it is so."""
        if not self.denominator:
            return "not known, for there was nothing to count"
        share = PERCENT * self.numerator / self.denominator
        return f"{self.as_written} ({share.quantize(Decimal('0.1'), ROUND_HALF_UP).normalize():f}%)"


def computed_words(source: Source, counted: Counted, over: Over, *, at: datetime) -> str:
    """The query in words with its figures and the moment of counting: what is kept beside the value.

    `at` is in the council's own time.
    """
    when = span(over.starts_on, over.ends_on)
    asked = f"{source.title}, {when}, of {over.whose}."
    if counted.denominator:
        found = f"{source.denominator}: {counted.denominator}. {source.numerator}: {counted.numerator}."
    else:
        found = source.nothing
    moment = f"Counted on {at.day} {at:%B %Y} at {at:%H:%M}."
    return " ".join(part for part in (asked, found, counted.aside, source.query, moment) if part)


def gives_the_same(
    counted: Counted, *, known: str, numerator: Decimal | None, denominator: Decimal | None
) -> bool:
    """Whether a figure that is kept is what the records give."""
    if not counted.denominator or known != Known.KNOWN:
        return not counted.denominator and known == Known.NOT_KNOWN
    return numerator == Decimal(counted.numerator) and denominator == Decimal(counted.denominator)


def what_to_do(step_is_open: bool, *, stood: bool) -> str:
    """How a figure that was handed in, or typed by a person, can be replaced by the newer count."""
    if step_is_open:
        return "“Compute again” takes the new figure over."
    if stood:
        return "What was signed off stays. To correct it, reopen the return with a reason and compute again."
    return "What was submitted stays. To take the new figure over, send the return back and compute again."
