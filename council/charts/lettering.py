"""How wide words are, so that no label is cut or meets another.

Pure. The server cannot ask the reader's browser, so widths come from a table of how wide letters are on
average in the usual sans-serif faces, and are taken a little wide.
"""

from collections.abc import Sequence
from itertools import pairwise

ROOM_TO_SPARE = 1.1
"""Verdana-like faces are wider than Arial-like ones, and a browser may have either."""
BOLD = 1.07

_EM_WIDTHS = {
    0.25: "ijl'|",
    0.32: "ftrI !.,:;/\\[]()-·",
    0.5: 'ckszvxyJ"*',
    0.57: "abdeghnopquL0123456789?$£#_–+<>=~^",
    0.67: "wTZFAEKPVXYBS&",
    0.75: "CDHNRUGOQ",
    0.9: "mMW%@…—",
}
_EMS = {letter: ems for ems, letters in _EM_WIDTHS.items() for letter in letters}
_OTHER = 0.65
_FULL_WIDTH = 1.05
_FULL_WIDTH_FROM = 0x1100


def width(said: str, size: float, *, bold: bool = False) -> float:
    """How much room the words take at this letter size, in its units; a little more than most faces need."""
    ems = sum(
        _EMS.get(letter) or (_FULL_WIDTH if ord(letter) >= _FULL_WIDTH_FROM else _OTHER) for letter in said
    )
    return ems * size * ROOM_TO_SPARE * (BOLD if bold else 1)


def shortened(said: str, room: float, size: float, *, bold: bool = False) -> str:
    """The words, ended with "…" where the room ends; empty when the room holds no letter."""
    if width(said, size, bold=bold) <= room:
        return said
    kept = said
    while kept and width(f"{kept}…", size, bold=bold) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…" if kept.strip() else ""


def folded(said: str) -> tuple[str, ...]:
    """The words on two lines as even as can be, or on one when they are one word."""
    parts = said.split(" ")
    if len(parts) == 1:
        return (said,)
    ways = [(" ".join(parts[:cut]), " ".join(parts[cut:])) for cut in range(1, len(parts))]
    return min(ways, key=lambda lines: max(width(line, 1) for line in lines))


def wrapped(said: str, room: float, size: float, *, most: int) -> tuple[str, ...]:
    """The words on as many lines as they need, up to `most`; what is left over ends with "…"."""
    lines = [""]
    for part in said.split(" "):
        longer = f"{lines[-1]} {part}".strip()
        if not lines[-1] or width(longer, size) <= room or len(lines) == most:
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(line for line in (shortened(line, room, size) for line in lines) if line)


def spread(
    wanted: Sequence[float], lengths: Sequence[float], low: float, high: float, *, gap: float = 0
) -> list[float] | None:
    """Where to put the middles of labels so that none meets another, each as near as may be to its wish.

    Keeps their order, and keeps all between low and high. None when they cannot all fit.
    """
    if sum(lengths) + gap * max(len(lengths) - 1, 0) > high - low:
        return None
    order = sorted(range(len(wanted)), key=lambda label: wanted[label])
    places = [
        min(max(at, low + length / 2), high - length / 2) for at, length in zip(wanted, lengths, strict=True)
    ]
    for before, after in pairwise(order):
        places[after] = max(places[after], places[before] + (lengths[before] + lengths[after]) / 2 + gap)
    edge = high
    for label in reversed(order):
        places[label] = min(places[label], edge - lengths[label] / 2)
        edge = places[label] - lengths[label] / 2 - gap
    return places
