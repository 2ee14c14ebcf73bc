"""How each status looks in a drawing: its shape, its colours and its stripes.

The shapes are those of `council.rag.SHAPES`, drawn so that no font can lack them. Every fill or its edge
has 3:1 against white, the words on it 4.5:1, and in grey each status still has a shape and a word.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString

from council.charts.colours import INK, PAPER, QUIET
from council.charts.svg import element, line, number, together
from council.rag import Rag


@dataclass(frozen=True)
class Look:
    """The look of one status."""

    fill: str
    ink: str
    """The colour of words and shapes on the fill."""
    edge: str
    """The outline of the fill; also the colour of the shape on white."""
    stripes: str | None = None
    """The colour of the stripes across the fill."""
    dash: str = "2 5"
    """The stripes' width and the space between them."""


LOOKS: Mapping[Rag, Look] = {
    Rag.GREEN: Look(fill="#00703c", ink=PAPER, edge="#00703c"),
    Rag.AMBER: Look(fill="#cc8400", ink=INK, edge="#cc8400", stripes="#d9992e", dash="3 3"),
    Rag.RED: Look(fill="#a81610", ink=PAPER, edge="#a81610", stripes="#c8615a", dash="1.5 5"),
    Rag.NOT_KNOWN: Look(fill=PAPER, ink=INK, edge=QUIET),
    Rag.LATE: Look(fill="#e6e8ea", ink=INK, edge=QUIET, stripes="#b4babe", dash="1.5 3"),
    Rag.NOT_RATED: Look(fill="#e6e8ea", ink=INK, edge=QUIET),
    Rag.NOT_DUE: Look(fill=PAPER, ink=INK, edge=QUIET, stripes="#d5d9dc", dash="1 7"),
}


def block(status: Rag, x: float, y: float, width: float, height: float) -> SafeString:
    """A rectangle that stands for the status."""
    look = LOOKS[status]
    inset = 0 if look.fill == look.edge else min(0.5, width / 2, height / 2)
    parts = [
        element(
            "rect",
            x=x + inset,
            y=y + inset,
            width=width - 2 * inset,
            height=height - 2 * inset,
            fill=look.fill,
            stroke=look.edge if inset else None,
        )
    ]
    if look.stripes and width > 2 and height > 2:
        middle = y + height / 2
        parts.append(
            line(
                x + 1,
                middle,
                x + width - 1,
                middle,
                look.stripes,
                stroke_width=height - 2 * inset,
                stroke_dasharray=look.dash,
            )
        )
    return together(parts)


def shape(status: Rag, x: float, y: float, size: float, colour: str | None = None) -> SafeString:
    """The shape of the status, its middle at the point; in its own colour for white paper unless told."""
    colour = colour or LOOKS[status].edge
    half = size / 2
    if status in _SOLID:
        way = "".join(
            f"{'L' if place else 'M'}{number(x + across * half)} {number(y + down * half)}"
            for place, (across, down) in enumerate(_SOLID[status])
        )
        return element("path", d=f"{way}Z", fill=colour)
    if status is Rag.NOT_RATED:
        return element("circle", cx=x, cy=y, r=half * 0.4, fill=colour)
    if status is Rag.NOT_DUE:
        return line(x - half * 0.8, y, x + half * 0.8, y, colour, stroke_width=2)
    ring = element("circle", cx=x, cy=y, r=half - 1, fill="none", stroke=colour, stroke_width=2)
    if status is Rag.NOT_KNOWN:
        return ring
    hands = f"M{number(x)} {number(y - half)}V{number(y)}H{number(x + half)}"
    return together([ring, element("path", d=hands, fill="none", stroke=colour, stroke_width=1.5)])


# The corners of the solid shapes, in halves of their size from the middle.
_SOLID: Mapping[Rag, tuple[tuple[float, float], ...]] = {
    Rag.GREEN: ((-1, 0.8), (0, -0.9), (1, 0.8)),
    Rag.AMBER: ((-1, 0), (0, -1), (1, 0), (0, 1)),
    Rag.RED: ((-1, -0.8), (0, 0.9), (1, -0.8)),
}
