"""How it looks whether a change is real, and whether a target can be relied on: marks of points, and icons.

Shapes tell them apart as well as colours: blue discs for the better, orange squares for the worse, purple diamonds
where neither way is better, grey for ordinary variation. The colours of ratings are left to ratings. The colours
are darker than those of the NHS tool, whose orange and blue have less than 3:1 against white.
"""

from enum import Enum

from django.utils.safestring import SafeString

from council.charts.colours import PAPER
from council.charts.svg import element, number, together

ORDINARY, BETTER, WORSE, OTHER = "#66717b", "#0073a8", "#b85304", "#490092"

_SIZE = 26
_ICON = "icon"


class Change(Enum):
    """What kind of change a point shows, in the words of a key."""

    ORDINARY = "ordinary variation"
    BETTER = "real change for the better"
    WORSE = "real change for the worse"
    OTHER = "real change, neither better nor worse"


class Reliance(Enum):
    """Whether the way of working meets its target by itself."""

    PASSES = "passes"
    FAILS = "fails"
    HIT_AND_MISS = "hit and miss"


CHANGE_COLOURS = {
    Change.ORDINARY: ORDINARY,
    Change.BETTER: BETTER,
    Change.WORSE: WORSE,
    Change.OTHER: OTHER,
}


def change_mark(change: Change, x: float, y: float, half: float, *tip: str) -> SafeString:
    """The mark of a point, its middle at x and y; `half` is half its size, `tip` what a pointer is told."""
    colour = CHANGE_COLOURS[change]
    if change is Change.WORSE:
        return element("rect", *tip, x=x - half, y=y - half, width=2 * half, height=2 * half, fill=colour)
    if change is Change.OTHER:
        reach = half * 1.3
        way = (
            f"M{number(x)} {number(y - reach)}L{number(x + reach)} {number(y)}"
            f"L{number(x)} {number(y + reach)}L{number(x - reach)} {number(y)}Z"
        )
        return element("path", *tip, d=way, fill=colour)
    return element("circle", *tip, cx=x, cy=y, r=half, fill=colour)


def variation_icon(change: Change, *, is_high: bool = False) -> SafeString:
    """The icon of the latest variation; its word stands beside it, so that it says nothing by itself."""
    middle = _SIZE / 2
    if change is Change.ORDINARY:
        ring = element("circle", cx=middle, cy=middle, r=11, stroke=ORDINARY, stroke_width=2)
        wave = element("path", d="M5.5 14.5L9 10L13 15.5L17 10L20.5 14.5", stroke=ORDINARY, stroke_width=2)
        return _icon(ring, wave)
    way = "M7.5 17.5L18 8.5M11.5 8H18.5V15" if is_high else "M7.5 8.5L18 17.5M11.5 18H18.5V11"
    half = 10.5 if change is Change.WORSE else 12 if change is Change.BETTER else 9.8
    return _icon(
        change_mark(change, middle, middle, half), element("path", d=way, stroke=PAPER, stroke_width=2.4)
    )


def reliance_icon(reliance: Reliance) -> SafeString:
    """The icon of the assurance; its word stands beside it."""
    middle = _SIZE / 2
    if reliance is Reliance.FAILS:
        return _icon(
            element("rect", x=2.5, y=2.5, width=21, height=21, stroke=WORSE, stroke_width=2.4),
            element("path", d="M8 8L18 18M18 8L8 18", stroke=WORSE, stroke_width=2.6),
        )
    colour = BETTER if reliance is Reliance.PASSES else ORDINARY
    ring = element("circle", cx=middle, cy=middle, r=11, stroke=colour, stroke_width=2.4)
    if reliance is Reliance.PASSES:
        return _icon(ring, element("path", d="M7.5 13.5L11.5 17.5L18.5 9", stroke=colour, stroke_width=2.6))
    hook = element(
        "path", d="M9.5 10.5a3.5 3.5 0 1 1 5 3.2c-1.1.5-1.5 1.1-1.5 2.3", stroke=colour, stroke_width=2.4
    )
    return _icon(ring, hook, element("circle", cx=middle, cy=19.2, r=1.5, fill=colour))


def _icon(*parts: SafeString) -> SafeString:
    return element(
        "svg",
        together(parts),
        class_=_ICON,
        width=_SIZE,
        height=_SIZE,
        viewBox=f"0 0 {_SIZE} {_SIZE}",
        fill="none",
        aria_hidden="true",
        focusable="false",
    )
