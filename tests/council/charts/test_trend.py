from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.charts import Change, Limits, Point, TrendChart
from council.charts.colours import TARGET, VALUES
from tests.council.charts.drawn import corners, meeting, outside, path, said, sheets, strays, styled, words


def quarters(*values, label="Q{quarter} {year}/{next:02}"):
    """A point for each value, from April 2021; a word is the reason of a gap."""
    points = []
    for place, value in enumerate(values):
        year = 2021 + place // 4
        when = label.format(quarter=place % 4 + 1, year=year, next=(year + 1) % 100)
        known = not isinstance(value, str)
        points.append(Point(when, Decimal(value) if known else None, f"{value}%" if known else value))
    return points


def per_cent(value):
    return f"{value.normalize():f}%"


def trend(points, **more):
    return TrendChart(title="Calls answered", summary="Better.", points=points, shown=per_cent, **more)


def changing(*kinds, note=""):
    """A point for each kind of change, with its words in full."""
    kept = zip(quarters(*range(70, 70 + len(kinds))), kinds, strict=True)
    return [replace(each, change=kind, change_note=kind.value.capitalize(), note=note) for each, kind in kept]


MONEY = [Point(f"April {year}", Decimal(year) * 10**9, f"£{year * 10**9:,}") for year in range(1990, 2004)]
CASES = [
    pytest.param(trend([]), id="no-periods"),
    pytest.param(trend(quarters("Not known", "Late", "Not due")), id="no-values"),
    pytest.param(trend(quarters(91), target=Decimal(92)), id="one-period"),
    pytest.param(trend(quarters(*[60] * 8)), id="all-the-same"),
    pytest.param(trend(quarters(*[0] * 8), target=Decimal(0)), id="all-nought"),
    pytest.param(trend(quarters(-9, 4, -3, "Late", 8)), id="negatives-and-a-gap"),
    pytest.param(trend(quarters(*range(40, 100)), target=Decimal(70)), id="sixty-periods"),
    pytest.param(trend(quarters(*[60] * 20, "Late", "Not known", 61, "Late")), id="narrow-gaps"),
    pytest.param(trend(quarters(90, 90, target := 90), target=Decimal(target)), id="value-on-its-target"),
    pytest.param(trend(quarters(5, 6), limits=Limits(*map(Decimal, (4, 5, 6)))), id="limits-close-together"),
    pytest.param(
        TrendChart("Spent", "More.", MONEY, target=Decimal(2) * 10**12, shown=lambda value: f"£{value:,.2f}"),
        id="huge-money",
    ),
    pytest.param(
        trend(
            quarters(*range(60, 80)),
            breaks=[(place, f"Reason {place} of some length") for place in range(20)],
        ),
        id="a-break-in-each-period",
    ),
    pytest.param(trend(changing(*Change), limits=Limits(*map(Decimal, (60, 71, 72)))), id="every-change"),
    pytest.param(trend(changing(*Change, note="estimate")), id="every-change-of-estimates"),
    pytest.param(
        trend(quarters(7, 8, 9, label="A long name of quarter {quarter} in the year {year}")), id="long-names"
    ),
]
SHEETS = pytest.mark.parametrize("sheet", ["wide", "narrow"])


@SHEETS
@pytest.mark.parametrize("chart", CASES)
def test_no_label_meets_another_or_leaves_the_sheet(chart, sheet):
    drawn = sheets(chart)[sheet]

    assert meeting(drawn) == []
    assert outside(drawn) == []
    assert strays(drawn) == []


@SHEETS
def test_a_gap_breaks_the_line_and_is_never_nought(sheet):
    drawn = sheets(trend(quarters(90, 91, "Not known", 93, 94)))[sheet]

    way = path(drawn, VALUES).get("d")
    assert way.count("M") == 2
    assert len(corners(way)) == 4
    assert len(drawn.findall("circle")) == 4


@pytest.mark.shows("F20")
def test_a_gap_says_its_reason():
    assert "Not known" in said(sheets(trend(quarters(90, "Not known", 93, 94)))["wide"])


@SHEETS
def test_a_gap_of_one_period_in_many_says_its_reason_too(sheet):
    assert "Late" in said(sheets(trend(quarters(*[60] * 22, "Late", 61)))[sheet])


@pytest.mark.shows("F28")
def test_a_break_stops_the_line_and_is_labelled():
    drawn = sheets(trend(quarters(90, 91, 92, 93), breaks=[(2, "New definition")]))["wide"]

    assert path(drawn, VALUES).get("d").count("M") == 2
    assert "New definition" in said(drawn)


def test_target_is_dashed_and_steps_where_it_changes():
    targets = [Decimal(80), Decimal(80), Decimal(85), None]
    line = path(sheets(trend(quarters(81, 82, 83, 84), target=targets))["wide"], TARGET)

    assert line.get("stroke-dasharray")
    assert [command for command in line.get("d") if command.isalpha()] == ["M", "H", "V", "H"]


def test_values_are_not_dashed():
    assert path(sheets(trend(quarters(81, 82)))["wide"], VALUES).get("stroke-dasharray") is None


@pytest.mark.parametrize(
    "targets, words",
    [
        pytest.param([Decimal(80), Decimal(85)], "Target 85%", id="of-the-latest-period"),
        pytest.param([Decimal(80), None], "Last target 80%", id="of-an-earlier-period"),
    ],
)
def test_target_is_named_at_its_end(targets, words):
    assert words in said(sheets(trend(quarters(81, 82), target=targets))["wide"])


def test_a_number_with_no_room_is_left_out_and_never_cut():
    drawn = sheets(
        TrendChart("Spent", "", MONEY, target=Decimal(10) ** 12, shown=lambda value: f"£{value:,}")
    )

    assert "Target" in said(drawn["narrow"])
    assert not any("£" in word and "…" in word for word in said(drawn["narrow"]))


def test_labels_of_periods_are_thinned_to_the_same_quarter_and_keep_the_last():
    drawn = said(sheets(trend(quarters(*range(60, 80))))["narrow"])

    assert [word for word in drawn if word.startswith("Q")] == ["Q4", "Q4", "Q4"]
    assert [word for word in drawn if "/" in word] == ["2021/22", "2023/24", "2025/26"]


def test_a_point_with_a_note_is_hollow_and_the_key_says_why():
    points = [*quarters(60), Point("Q2 2021/22", Decimal(61), "61% estimate", note="estimate")]
    drawn = sheets(trend(points))["wide"]

    assert [mark.get("fill") for mark in drawn.findall("circle")] == [VALUES, "#fff", "#fff"]
    assert "estimate" in said(drawn)


def test_table_holds_the_numbers_of_the_points():
    targets = [Decimal(80), Decimal(80), None]
    points = [*quarters(81, "Not known"), Point("Q3 2021/22", Decimal(83), "83%", note="estimate")]
    table = trend(points, target=targets, breaks=[(1, "New definition")]).table()

    assert table.caption == "Calls answered"
    assert table.columns == ("Period", "Value", "Target", "Note")
    assert table.rows == (
        ("Q1 2021/22", "81%", "80%", ""),
        ("Q2 2021/22", "Not known", "80%", "Break before this period: New definition"),
        ("Q3 2021/22", "83%", "No target", "estimate"),
    )


def test_marks_say_the_numbers_of_the_table():
    chart = trend(quarters(81, "Not known", 83))
    tips = [tip.text for tip in sheets(chart)["wide"].findall("circle/title")]

    assert tips == [f"{label}: {value}" for label, value in chart.table().rows if value != "Not known"]


def test_limits_are_named_and_in_the_table():
    limits = Limits(lower=Decimal(70), mean=Decimal(80), upper=Decimal(90))
    chart = trend(quarters(81, 78), limits=limits)

    assert {"Upper limit 90%", "Mean 80%", "Lower limit 70%"} <= set(said(sheets(chart)["wide"]))
    assert chart.table().columns[2:] == ("Lower limit", "Mean", "Upper limit")


@pytest.mark.parametrize("given", ["target", "limits"])
def test_as_many_targets_and_limits_as_points(given):
    with pytest.raises(ValueError, match="There are 2 points and 1"):
        trend(quarters(81, 82), **{given: [None]})


@pytest.mark.shows("S5", "T14")
def test_words_are_escaped_and_nothing_is_inline():
    nasty = '"><img src=x onerror=alert(1)> & <b>\x00\x0b'
    chart = TrendChart(
        nasty, nasty, [Point(nasty, Decimal(1), nasty, note=nasty)], target=Decimal(2), breaks=[(0, nasty)]
    )

    for drawn in sheets(chart).values():
        assert drawn.find("title").text == '"><img src=x onerror=alert(1)> & <b>'
        assert styled(drawn) == []


PERIODS = st.lists(
    st.builds(
        Point,
        label=st.text(max_size=20),
        value=st.none() | st.decimals(),
        shown=st.text(max_size=12),
        note=st.sampled_from(["", "estimate"]),
    ),
    max_size=60,
)


@given(
    PERIODS,
    st.none() | st.decimals(),
    st.lists(st.tuples(st.integers(min_value=-2, max_value=62), st.text(max_size=30)), max_size=5),
)
def test_any_series_is_drawn_on_its_sheet(points, target, breaks):
    chart = TrendChart("Any", "", points, target=target, breaks=breaks)

    for drawn in sheets(chart).values():
        assert strays(drawn) == []
        assert outside(drawn) == []
        assert [pair for pair in meeting(drawn) if all(word.strip() for word in pair)] == []
        assert all(word.said for word in words(drawn))
    assert [row[0] for row in chart.table().rows] == [point.label for point in points]
