"""The stylesheet: contrast, size, and nothing fetched or said."""

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[2] / "static/css/golden-thread.css").read_text()


def colour(name: str) -> str:
    return re.search(rf"--{name}: (#[0-9a-f]+);", CSS)[1]


def luminance(code: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    code = code.lstrip("#")
    code = "".join(digit * 2 for digit in code) if len(code) == 3 else code
    parts = [int(code[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    "ink, ground",
    [
        ("ink", "paper"),
        ("ink", "wash"),
        ("quiet", "paper"),
        ("quiet", "wash"),
        ("link", "paper"),
        ("link", "wash"),
        ("link-strong", "wash"),
        ("brand-ink", "brand"),
        ("green-ink", "green-wash"),
        ("green-ink", "paper"),
        ("amber-ink", "amber-wash"),
        ("amber-ink", "wash"),
        ("red-ink", "paper"),
        ("red-ink", "wash"),
        ("paper", "red"),
    ],
)
def test_words_have_contrast_4_5_to_1(ink, ground):
    assert contrast(colour(ink), colour(ground)) >= 4.5


@pytest.mark.parametrize(
    "edge, ground",
    [
        ("edge", "paper"),
        ("edge", "wash"),
        ("green", "green-wash"),
        ("amber", "amber-wash"),
        ("red", "paper"),
        ("focus", "brand"),
    ],
)
def test_edges_and_shapes_have_contrast_3_to_1(edge, ground):
    assert contrast(colour(edge), colour(ground)) >= 3


def test_contrast_is_counted_as_wcag_does():
    assert round(contrast("#fff", "#000"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_the_stylesheet_is_small_and_fetches_nothing():
    assert 12 * 1024 <= len(CSS.encode()) <= 26 * 1024
    assert "url(" not in CSS
    assert "@import" not in CSS


def test_the_stylesheet_writes_no_words():
    written = re.findall(r'content: "([^"]*)"', CSS)

    assert written
    assert not [text for text in written if re.search(r"\w", text)]
