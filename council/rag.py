"""Red, amber, green: the statuses, their words and shapes, and the summary derived from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import TextChoices


class Rag(TextChoices):
    """The status of an indicator in a period. Always shown with its word and shape, never by colour alone."""

    GREEN = "green", "Green"
    AMBER = "amber", "Amber"
    RED = "red", "Red"
    NOT_KNOWN = "not_known", "Not known"
    LATE = "late", "Late"
    NOT_RATED = "not_rated", "Not rated"
    NOT_DUE = "not_due", "Not due"

    @property
    def word(self) -> str:
        """The word a reader sees, such as "Not known"."""
        return str(self.label)

    @property
    def shape(self) -> str:
        """The one character that tells it from the others in grey and in print."""
        return SHAPES[self]

    @property
    def tag(self) -> str:
        """Shape and word together, such as "▲ Green"."""
        return f"{self.shape} {self.word}"


SHAPES: Mapping[Rag, str] = {
    Rag.GREEN: "▲",
    Rag.AMBER: "◆",
    Rag.RED: "▼",
    Rag.NOT_KNOWN: "○",
    Rag.LATE: "◷",
    Rag.NOT_RATED: "·",
    Rag.NOT_DUE: "–",
}

COUNTED = (Rag.GREEN, Rag.AMBER, Rag.RED, Rag.NOT_KNOWN)
"""The rows of a summary, in order; the rest stand outside its total, but late counts as not known."""

RATED = (Rag.GREEN, Rag.AMBER, Rag.RED)
"""Those that say how it is going."""

METHOD = (
    "Whole percentages by largest remainder: each share is rounded down, then the points missing from 100 go "
    "to the shares that lost most, the higher row first where they lost the same."
)
"""How the percentages of a summary are made whole."""


def whole_percentages(counts: Sequence[int]) -> list[int]:
    """Whole percentages of the counts that add to 100, by largest remainder, ties by row order.

    Empty when the counts add to nought: nothing has no shares. ValueError for a count below nought.
    """
    if any(count < 0 for count in counts):
        raise ValueError("A count cannot be below nought.")
    total = sum(counts)
    if not total:
        return []
    floors = [100 * count // total for count in counts]
    most_lost_first = sorted(range(len(counts)), key=lambda row: -(100 * counts[row] % total))
    for row in most_lost_first[: 100 - sum(floors)]:
        floors[row] += 1
    return floors


@dataclass(frozen=True)
class RagShare:
    """One row of a summary: how many have the status, and their share of the total."""

    status: Rag
    number: int
    per_cent: int | None
    """A whole per cent of the total; None when the total is nought."""
    share: Fraction | None
    """The exact share of the total, from 0 to 1; None when the total is nought."""
    late: int = 0
    """How many of the not known are so because their return is late."""

    @property
    def words(self) -> str:
        """Such as "4 not known, 3 of them late"."""
        said = f"{self.number:,} {self.status.word.lower()}"
        return f"{said}, {self.late_words}" if self.late else said

    @property
    def late_words(self) -> str:
        """Such as "3 of them late"; empty when none is."""
        if not self.late:
            return ""
        return "all of them late" if self.late == self.number > 1 else f"{self.late:,} of them late"

    @property
    def words_with_share(self) -> str:
        """Such as "13 green (81%)" or "4 not known (25%, 3 of them late)"; no per cent when there is none."""
        inside = [f"{self.per_cent}%"] if self.per_cent is not None else []
        inside += [self.late_words] if self.late else []
        said = f"{self.number:,} {self.status.word.lower()}"
        return f"{said} ({', '.join(inside)})" if inside else said


@dataclass(frozen=True)
class RagSummary:
    """How many indicators have each status, derived from the rows and never typed."""

    rows: tuple[RagShare, ...]
    """One for each of COUNTED, in that order."""
    total: int
    """How many the percentages are of: green, amber, red and not known, late ones among the last."""
    late: int
    not_rated: int
    not_due: int
    method: str = METHOD

    @classmethod
    def of(cls, counts: Mapping[Rag, int]) -> "RagSummary":
        """From the number of rows with each status; a status that is missing has none."""
        late = counts.get(Rag.LATE, 0)
        numbers = [counts.get(status, 0) + (late if status is Rag.NOT_KNOWN else 0) for status in COUNTED]
        total = sum(numbers)
        per_cents: Sequence[int | None] = whole_percentages(numbers) or [None] * len(COUNTED)
        return cls(
            rows=tuple(
                RagShare(
                    status=status,
                    number=number,
                    per_cent=per_cent,
                    share=Fraction(number, total) if total else None,
                    late=late if status is Rag.NOT_KNOWN else 0,
                )
                for status, number, per_cent in zip(COUNTED, numbers, per_cents, strict=True)
            ),
            total=total,
            late=late,
            not_rated=counts.get(Rag.NOT_RATED, 0),
            not_due=counts.get(Rag.NOT_DUE, 0),
        )

    def row(self, status: Rag) -> RagShare:
        """The row of one of COUNTED. KeyError for a status that has none."""
        return {share.status: share for share in self.rows}[status]

    @property
    def words(self) -> str:
        """The summary as a sentence, such as "16 counted: 13 green (81%), 3 amber (19%) …"."""
        if not self.total:
            return "Nothing to count yet."
        return f"{self.total:,} counted: {', '.join(share.words_with_share for share in self.rows)}."

    @property
    def outside(self) -> str:
        """What the total leaves out, such as "Not counted: 2 not rated, 5 not due."; empty when nothing."""
        left_out = ((self.not_rated, Rag.NOT_RATED), (self.not_due, Rag.NOT_DUE))
        parts = [f"{number:,} {status.word.lower()}" for number, status in left_out if number]
        return f"Not counted: {', '.join(parts)}." if parts else ""
