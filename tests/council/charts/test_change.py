"""Kinds of change: the icons of variation and assurance, and the marks of points."""

from xml.etree import ElementTree

import pytest

from council.charts import Change, Reliance, reliance_icon, variation_icon
from council.charts.change import CHANGE_COLOURS
from tests.council.charts.drawn import sheets, words
from tests.council.charts.test_trend import SHEETS, changing, trend


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.shows("A3")
@pytest.mark.parametrize("change", Change)
def test_each_colour_of_change_stands_out_on_paper(change):
    assert 1.05 / (luminance(CHANGE_COLOURS[change]) + 0.05) >= 4.5


@pytest.mark.shows("F43")
def test_every_icon_is_drawn_otherwise_and_left_to_its_word():
    icons = [variation_icon(Change.ORDINARY)]
    icons += [variation_icon(each, is_high=high) for each in list(Change)[1:] for high in (True, False)]
    icons += [reliance_icon(each) for each in Reliance]

    assert len(set(icons)) == len(icons) == 10
    for icon in icons:
        drawn = ElementTree.fromstring(icon)
        assert (drawn.get("aria-hidden"), drawn.get("width")) == ("true", "26")
        assert "style" not in icon


@pytest.mark.shows("F43", "A3")
def test_icons_differ_by_shape_without_their_colours():
    def grey(icon):
        for colour in CHANGE_COLOURS.values():
            icon = icon.replace(colour, "grey")
        return icon

    icons = {grey(variation_icon(each, is_high=True)) for each in list(Change)[1:]}
    assert len(icons) == 3
    assert len({grey(reliance_icon(each)) for each in Reliance}) == 3


@pytest.mark.shows("F42", "A3")
@SHEETS
def test_each_kind_of_change_has_a_shape_and_a_line_in_the_key(sheet):
    drawn = sheets(trend(changing(Change.ORDINARY, Change.BETTER, Change.WORSE, Change.OTHER)))[sheet]

    keyed = [each.said for each in words(drawn) if each.said.startswith("real change")]
    assert sorted(keyed) == sorted(each.value for each in Change if each is not Change.ORDINARY)
    squares = [each for each in drawn.findall("rect") if each.get("fill") == CHANGE_COLOURS[Change.WORSE]]
    diamonds = [each for each in drawn.findall("path") if each.get("fill") == CHANGE_COLOURS[Change.OTHER]]
    discs = [each for each in drawn.findall("circle") if each.get("fill") == CHANGE_COLOURS[Change.BETTER]]
    # Each once on the line and once in the key.
    assert [len(squares), len(diamonds), len(discs)] == [2, 2, 2]


@SHEETS
def test_ordinary_variation_has_no_line_in_the_key(sheet):
    drawn = sheets(trend(changing(Change.ORDINARY, Change.ORDINARY)))[sheet]

    assert not [each for each in words(drawn) if "variation" in each.said]


def test_the_rule_that_tells_a_change_is_in_the_numbers_and_in_the_mark():
    chart = trend(changing(Change.ORDINARY, Change.WORSE))

    assert chart.table().columns == ("Period", "Value", "Change")
    assert [row[2] for row in chart.table().rows] == ["Ordinary variation", "Real change for the worse"]
    titles = [each.text for each in sheets(chart)["wide"].iter("title")]
    assert "Q2 2021/22: 71%. Real change for the worse" in titles
