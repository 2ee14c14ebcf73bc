"""How many had each status in the last periods, as small bars side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from council.charts.colours import QUIET
from council.charts.figure import ChartTable, Drawing
from council.charts.lettering import folded, spread, width, wrapped
from council.charts.looks import block, shape
from council.charts.svg import clean, line, text, together
from council.rag import Rag

SHOWN = 5
"""How many periods have room."""
_ACROSS = 320.0
_LETTER = 14.0
_LEADING = 17.0
_TOP = 8.0
_GROUND = 140.0
_LABEL_GAP = 4.0


@dataclass(frozen=True)
class StatusHistory:
    """Small stacked bars, one for each of the last five periods, as high as there were indicators.

    ValueError for a count below nought.
    """

    periods: Sequence[tuple[str, Mapping[Rag, int]]]
    """The label of each period and how many had each status, oldest first; only the last five are kept."""
    title: str = "Status over the last periods"
    summary: str = ""
    """The point in a sentence; when empty, the counts of the first and the latest period in words."""

    def __post_init__(self) -> None:
        if any(count < 0 for _, counts in self.periods for count in counts.values()):
            raise ValueError("A count cannot be below nought.")
        object.__setattr__(self, "periods", tuple(self.periods)[-SHOWN:])
        if not self.summary:
            object.__setattr__(self, "summary", self._ends_in_words())

    @property
    def statuses(self) -> tuple[Rag, ...]:
        """Those that any period has, in their order."""
        return tuple(status for status in Rag if any(counts.get(status) for _, counts in self.periods))

    def _ends_in_words(self) -> str:
        ends = [self.periods[0], self.periods[-1]] if len(self.periods) > 1 else self.periods
        said = [
            f"{label}: "
            + (", ".join(f"{counts.get(each, 0):,} {each.word.lower()}" for each in self.statuses))
            for label, counts in ends
        ]
        return f"{'; '.join(said)}." if self.statuses else "Nothing to count yet."

    def drawings(self) -> tuple[Drawing, ...]:
        """One, small enough for a phone or the side of a page."""
        return (_draw(self),)

    def table(self) -> ChartTable:
        """A row for each period, a column for each status."""
        return ChartTable(
            caption=self.title,
            columns=("Period", *(status.word for status in self.statuses)),
            rows=tuple(
                (label, *(f"{counts.get(status, 0):,}" for status in self.statuses))
                for label, counts in self.periods
            ),
        )


def _draw(history: StatusHistory) -> Drawing:
    highest = max((sum(counts.values()) for _, counts in history.periods), default=0)
    slot = _ACROSS / max(len(history.periods), 4)
    parts: list[SafeString] = []
    labels = [_label_lines(label, slot - 2) for label, _ in history.periods]
    for place, ((_, counts), lines) in enumerate(zip(history.periods, labels, strict=True)):
        parts.extend(_bar(counts, slot * place, slot, highest))
        parts.extend(
            text(said, slot * (place + 0.5), _GROUND + _LEADING * (row + 1), size=_LETTER, anchor="middle")
            for row, said in enumerate(lines)
        )
    parts.append(line(0, _GROUND + 0.5, _ACROSS, _GROUND + 0.5, QUIET))
    under = _GROUND + max((len(lines) for lines in labels), default=0) * _LEADING
    rows, height = _key(history.statuses, under + 28)
    return Drawing("small", _ACROSS, height, together([*parts, *rows]))


def _bar(counts: Mapping[Rag, int], left: float, slot: float, highest: int) -> Iterator[SafeString]:
    """A stack, the first status at the foot, with shape and count of each beside it."""
    drawn = [(status, counts[status]) for status in Rag if counts.get(status)]
    if not drawn:
        yield text("None", left + slot / 2, _GROUND - 8, size=_LETTER, anchor="middle", colour=QUIET)
        return
    words = [f"{count:,}" for _, count in drawn]
    if max(width(word, _LETTER) for word in words) > slot - 32:
        # No room beside the thinnest bar: the shapes stay, the numbers are in the table.
        words = [""] * len(drawn)
    label_width = 14 + max(width(word, _LETTER) for word in words)
    thick = min(max(slot - label_width - _LABEL_GAP - 4, 6), 30)
    start = left + max((slot - thick - _LABEL_GAP - label_width) / 2, 0)
    least, gap = 3.0, 1.0
    room = (_GROUND - _TOP) * sum(counts.values()) / highest
    spare = max(room - (least + gap) * len(drawn), 0)
    foot, middles = _GROUND, []
    for status, count in drawn:
        height = least + spare * count / sum(counts.values())
        yield block(status, start, foot - height, thick, height)
        middles.append(foot - height / 2)
        foot -= height + gap
    label_at = start + thick + _LABEL_GAP
    upward = spread([-middle for middle in middles], [15.0] * len(drawn), -_GROUND, -2)
    for (status, _), word, middle in zip(drawn, words, upward or (), strict=False):
        yield shape(status, label_at + 5, -middle, 9)
        if word:
            yield text(word, label_at + 13, -middle + 5, size=_LETTER)


def _label_lines(label: str, room: float) -> tuple[str, ...]:
    """The label of a period on two lines when that is enough, else on up to three; a longer one is in the table."""
    two = folded(clean(label))
    if all(width(said, _LETTER) <= room for said in two):
        return two
    return wrapped(clean(label), room, _LETTER, most=3)


def _key(statuses: Sequence[Rag], baseline: float) -> tuple[list[SafeString], float]:
    """What the shapes mean, in rows, and the height that they end at."""
    parts, x = [], 0.0
    for status in statuses:
        long = 18 + width(status.word, _LETTER)
        if x and x + long > _ACROSS:
            x, baseline = 0.0, baseline + 20
        parts.append(shape(status, x + 6, baseline - 5, 11))
        parts.append(text(status.word, x + 17, baseline, size=_LETTER))
        x += long + 12
    return parts, baseline + 6 if statuses else baseline - 20
