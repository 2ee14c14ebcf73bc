"""Writing SVG: elements whose every attribute and word is escaped, with no style in them."""

from collections.abc import Iterable
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# What XML cannot hold: the control characters but tab, line feed and return, and halves of surrogate pairs.
_UNWRITABLE = dict.fromkeys(
    [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
)


def clean(said: str) -> str:
    """The words on one line, without what an SVG cannot hold."""
    return " ".join(said.translate(_UNWRITABLE).split())


def number(value: float) -> str:
    """A length in the drawing's own units, to a tenth: 12.0 is "12", 12.34 is "12.3"."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def element(name: str, *children: str, **attributes: str | float | None) -> SafeString:
    """One element; children that are not already drawn are words, and are escaped.

    `stroke_width=2` is written `stroke-width="2"`, `class_` is `class`; an attribute of None is left out.
    """
    written = {
        key: value if isinstance(value, str) else number(value)
        for key, value in attributes.items()
        if value is not None
    }
    return format_html(_pattern(name, tuple(written), len(children)), *written.values(), *children)


@lru_cache(maxsize=256)
def _pattern(name: str, keys: tuple[str, ...], children: int) -> str:
    """An element with a place for the value of each attribute and for each child."""
    marks = "".join(f' {key.rstrip("_").replace("_", "-")}="{{}}"' for key in keys)
    return f"<{name}{marks}>{'{}' * children}</{name}>"


def together(parts: Iterable[str]) -> SafeString:
    """Drawn parts, one after another; a part that is not drawn is words, and is escaped."""
    return format_html_join("", "{}", ((part,) for part in parts))


def text(
    said: str,
    x: float,
    y: float,
    *,
    size: float | None = None,
    anchor: str = "start",
    colour: str | None = None,
    bold: bool = False,
    turned: bool = False,
) -> SafeString:
    """Words with their baseline at y; anchor says whether x is their "start", "middle" or "end".

    Turned words run upwards from the point.
    """
    return element(
        "text",
        said,
        x=x,
        y=y,
        font_size=size,
        text_anchor=None if anchor == "start" else anchor,
        fill=colour,
        font_weight="bold" if bold else None,
        transform=f"rotate(-90 {number(x)} {number(y)})" if turned else None,
    )


def line(x1: float, y1: float, x2: float, y2: float, colour: str, **more: str | float | None) -> SafeString:
    """A straight line; more may hold `stroke_width` and `stroke_dasharray`."""
    way = f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"
    return element("path", d=way, fill="none", stroke=colour, **more)
