from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.charts import LOOKS, StatusBar, StatusHistory
from council.charts.looks import shape
from council.rag import Rag
from tests.council.charts.drawn import meeting, outside, said, sheets, strays, styled, words

BAR_HEIGHT = 44


def bar(**counts):
    """A bar of all statuses, those not told with a count of nought."""
    return StatusBar("Status", [(status, counts.get(status.value, 0), status.word) for status in Rag])


def blocks(sheet):
    """The blocks of the bar, without the plates behind words."""
    return [block for block in sheet.findall("rect") if float(block.get("height")) > BAR_HEIGHT - 2]


BARS = [
    pytest.param(bar(), id="nothing"),
    pytest.param(bar(red=1), id="one"),
    pytest.param(bar(green=13, amber=3), id="as-published-in-2003"),
    pytest.param(bar(green=371, amber=22, red=4, not_known=1, late=1, not_rated=1), id="many-and-few"),
    pytest.param(bar(green=5, amber=6, red=7, not_known=8, late=9, not_rated=10, not_due=11), id="all-seven"),
    pytest.param(bar(green=10**9, red=1, late=10**9), id="huge"),
    pytest.param(bar(amber=2036, green=15373), id="plate-as-wide-as-its-block"),
]
SHEETS = pytest.mark.parametrize("sheet", ["wide", "narrow"])


@SHEETS
@pytest.mark.parametrize("chart", BARS)
def test_no_label_meets_another_or_leaves_the_sheet(chart, sheet):
    drawn = sheets(chart)[sheet]

    assert meeting(drawn) == []
    assert outside(drawn) == []
    assert strays(drawn) == []
    assert styled(drawn) == []


@pytest.mark.shows("F47", "S2-07")
@SHEETS
def test_each_status_has_its_count_and_word(sheet):
    drawn = said(sheets(bar(green=5, amber=6, red=7, not_known=8, late=9, not_rated=10, not_due=11))[sheet])

    for label in ("5 Green", "6 Amber", "7 Red", "8 Not known", "9 Late", "10 Not rated", "11 Not due"):
        assert label in drawn


def test_blocks_are_in_proportion():
    green, amber = blocks(sheets(bar(green=30, amber=10))["wide"])

    assert float(green.get("width")) / float(amber.get("width")) == pytest.approx(3, rel=0.03)


@SHEETS
def test_a_block_too_small_for_its_count_has_it_outside(sheet):
    drawn = sheets(bar(green=399, late=1))[sheet]

    block = blocks(drawn)[-1]
    top, bottom = float(block.get("y")), float(block.get("y")) + float(block.get("height"))
    late = [word for word in words(drawn) if word.said.startswith("1")]
    assert late
    assert all(word.bottom <= top or word.top >= bottom for word in late)
    assert float(block.get("width")) >= 4


@SHEETS
def test_a_count_in_its_block_stays_inside_it(sheet):
    drawn = sheets(bar(green=30, amber=30))[sheet]

    for block, word in zip(blocks(drawn), words(drawn)[:2], strict=True):
        assert float(block.get("x")) <= word.left
        assert word.right <= float(block.get("x")) + float(block.get("width"))


def test_a_status_that_none_has_is_not_drawn_but_said():
    chart = bar(green=13, amber=3)
    drawn = sheets(chart)["wide"]

    assert len(blocks(drawn)) == 2
    assert "None: Red, Not known, Late, Not rated, Not due" in said(drawn)
    assert ("Red", "0") in chart.table().rows


def test_table_holds_the_counts_and_their_total():
    table = StatusBar("Status", [(Rag.GREEN, 1200, "On target"), (Rag.RED, 3, "Off target")]).table()

    assert table.columns == ("Status", "Number")
    assert table.rows == (("On target", "1,200"), ("Off target", "3"))
    assert table.totals == ("Total", "1,203")


def test_summary_is_made_of_the_counts_when_none_is_given():
    assert StatusBar("Status", [(Rag.GREEN, 13, "Green"), (Rag.RED, 0, "Red")]).summary == "13 green, 0 red."


@pytest.mark.shows("T14")
def test_words_are_escaped():
    drawn = sheets(StatusBar("<b>", [(Rag.GREEN, 1, '"><img src=x onerror=alert(1)>')]))["wide"]

    assert '1 "><img src=x onerror=alert(1)>' in said(drawn)
    assert styled(drawn) == []


@pytest.mark.parametrize(
    "chart", [lambda: bar(red=-1), lambda: StatusHistory([("Q1", {Rag.RED: -1})])], ids=["bar", "history"]
)
def test_a_count_below_nought_is_refused(chart):
    with pytest.raises(ValueError, match="A count cannot be below nought"):
        chart()


@pytest.mark.shows("F47")
def test_statuses_differ_without_colour():
    drawn = [shape(status, 0, 0, 12, "#000") for status in Rag]

    assert all(one != two for one, two in combinations(drawn, 2))


def luminance(colour):
    """Relative luminance as WCAG 2 defines it, from 0 to 1."""
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, two):
    """Contrast ratio as WCAG 2 defines it, from 1 to 21."""
    darker, lighter = sorted([luminance(one), luminance(two)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("status", Rag)
def test_colours_of_a_status_can_be_told_from_the_paper_and_its_words_from_them(status):
    look = LOOKS[status]

    assert contrast(look.edge, "#fff") >= 3
    assert contrast(look.ink, look.fill) >= 4.5


HISTORY = StatusHistory(
    [
        ("Q4 2024/25", {Rag.GREEN: 1}),
        ("Q1 2025/26", {Rag.GREEN: 20, Rag.AMBER: 4, Rag.RED: 2}),
        ("Q2 2025/26", {Rag.GREEN: 21, Rag.AMBER: 4, Rag.RED: 1}),
        ("Q3 2025/26", {}),
        ("Q4 2025/26", {Rag.GREEN: 312, Rag.AMBER: 40, Rag.RED: 9, Rag.LATE: 1}),
        ("April to June 2026", {Rag.GREEN: 300, Rag.NOT_KNOWN: 3}),
    ]
)


def test_history_keeps_the_last_five_periods_with_their_counts():
    table = HISTORY.table()

    assert table.columns == ("Period", "Green", "Amber", "Red", "Not known", "Late")
    assert [row[0] for row in table.rows][0::4] == ["Q1 2025/26", "April to June 2026"]
    assert table.rows[3] == ("Q4 2025/26", "312", "40", "9", "0", "1")


def test_history_says_counts_beside_the_bars_and_words_under_them():
    drawn = sheets(HISTORY)["small"]

    assert {"312", "40", "9", "1", "Green", "Amber", "Red", "Not known", "Late", "None"} <= set(said(drawn))
    assert meeting(drawn) == []
    assert outside(drawn) == []


def test_history_bars_are_as_high_as_there_were_indicators():
    drawn = sheets(StatusHistory([("Q1", {Rag.GREEN: 10}), ("Q2", {Rag.GREEN: 40})]))["small"]

    first, second = [float(block.get("height")) for block in drawn.findall("rect")]
    assert second / first == pytest.approx(4, rel=0.1)


def test_a_count_with_no_room_is_left_to_the_table():
    history = StatusHistory([(f"Q{quarter}", {Rag.GREEN: 10**6}) for quarter in range(1, 6)])

    assert "1,000,000" not in said(sheets(history)["small"])
    assert history.table().rows[0] == ("Q1", "1,000,000")


COUNTS = st.integers(min_value=0, max_value=10**5)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.sampled_from(Rag), COUNTS, st.text(max_size=25)), max_size=7, unique_by=lambda s: s[0]
    )
)
def test_any_distribution_is_drawn_on_its_sheet(segments):
    for drawn in sheets(StatusBar("Any", segments)).values():
        assert strays(drawn) == []
        assert outside(drawn) == []
        assert meeting(drawn) == []


@settings(max_examples=40)
@given(st.lists(st.tuples(st.text(max_size=25), st.dictionaries(st.sampled_from(Rag), COUNTS)), max_size=7))
def test_any_history_is_drawn_on_its_sheet(periods):
    drawn = sheets(StatusHistory(periods))["small"]

    assert strays(drawn) == []
    assert outside(drawn) == []
    assert meeting(drawn) == []
