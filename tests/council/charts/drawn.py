"""Reads a drawing back: its words with the room they take, its paths, and every number in it."""

import re
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

from council.charts import svg
from council.charts.lettering import width

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?|nan|inf", re.IGNORECASE)
ACROSS = ("x", "cx", "width")
DOWN = ("y", "cy", "height")


@dataclass(frozen=True)
class Word:
    """Words on a drawing and the box that they take."""

    said: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "Word") -> bool:
        """Whether the boxes overlap by more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.2 and down > 0.2


def sheets(figure) -> dict[str, ElementTree.Element]:
    """Each drawing of the figure, parsed, by its variant."""
    return {
        drawing.variant: ElementTree.fromstring(svg(figure, drawing, "chart"))
        for drawing in figure.drawings()
    }


def words(sheet) -> list[Word]:
    """All words on the sheet."""
    found = []
    for group, element in _texts(sheet):
        said = "".join(element.itertext())
        size = float(element.get("font-size") or group.get("font-size"))
        anchor = element.get("text-anchor") or group.get("text-anchor") or "start"
        long = width(said, size, bold=element.get("font-weight") == "bold")
        before = {"start": 0, "middle": long / 2, "end": long}[anchor]
        x, y = float(element.get("x")), float(element.get("y"))
        if element.get("transform"):
            found.append(Word(said, x - size * 0.75, x + size * 0.2, y - long, y))
        else:
            found.append(Word(said, x - before, x - before + long, y - size * 0.75, y + size * 0.2))
    return found


def _texts(sheet):
    groups = [sheet, *sheet.iter("g")]
    return [(group, text) for group in groups for text in group.findall("text")]


def said(sheet) -> list[str]:
    """What the words say."""
    return [word.said for word in words(sheet)]


def box(sheet) -> tuple[float, float]:
    """Width and height of the sheet."""
    _, _, across, down = map(float, sheet.get("viewBox").split())
    return across, down


def outside(sheet) -> list[str]:
    """The words that leave the sheet."""
    across, down = box(sheet)
    return [
        word.said
        for word in words(sheet)
        if word.left < -0.2 or word.right > across + 0.2 or word.top < -0.5 or word.bottom > down + 0.5
    ]


def meeting(sheet) -> list[tuple[str, str]]:
    """The pairs of words that overlap."""
    return [(one.said, two.said) for one, two in combinations(words(sheet), 2) if one.meets(two)]


def strays(sheet) -> list[str]:
    """Places that are no number or not on the sheet, each with its element."""
    across, down = box(sheet)
    found = []
    for element in sheet.iter():
        for key, most in [*((key, across) for key in ACROSS), *((key, down) for key in DOWN)]:
            value = element.get(key)
            if value is not None and not -0.2 <= float(value) <= most + 0.2:
                found.append(f"{element.tag} {key}={value}")
        for x, y in corners(element.get("d", "")):
            if not (-0.2 <= x <= across + 0.2 and -0.2 <= y <= down + 0.2):
                found.append(f"{element.get('d')}: {x} {y}")
    return found


def corners(way: str) -> list[tuple[float, float]]:
    """The corners of a path written with M, L, V, H and a relative m and h."""
    found, x, y = [], 0.0, 0.0
    for command, rest in re.findall(r"([MLVHmhZ])([^MLVHmhZ]*)", way):
        places = [float(value) for value in NUMBER.findall(rest)]
        if command in "ML":
            x, y = places
        elif command in "VH":
            x, y = (x, places[0]) if command == "V" else (places[0], y)
        elif command in "mh":
            x, y = x + places[0], y + (places[1] if command == "m" else 0)
        found.append((x, y))
    return found


def path(sheet, colour: str):
    """The path of that stroke; None when there is none."""
    return next((each for each in sheet.iter("path") if each.get("stroke") == colour), None)


def styled(sheet) -> list[str]:
    """Elements that hold a style, an event or an address."""
    return [
        element.tag
        for element in sheet.iter()
        if element.tag in ("style", "script", "image", "a")
        or any(key == "style" or key.startswith("on") or "href" in key for key in element.attrib)
    ]
