from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.charts import Sparkline
from council.charts.colours import TARGET, VALUES
from tests.council.charts.drawn import path, strays, styled


def drawn(*values, target=None, title="Calls answered"):
    known = [None if value is None else Decimal(value) for value in values]
    return ElementTree.fromstring(Sparkline(known, target, title).svg())


def test_a_sparkline_has_a_name_and_no_id():
    spark = drawn(1, 2, title='Calls: 1, 2 & "more" <b>')

    assert spark.get("role") == "img"
    assert spark.find("title").text == 'Calls: 1, 2 & "more" <b>'
    assert not any(element.get("id") for element in spark.iter())
    assert styled(spark) == []


def test_a_gap_breaks_the_line():
    assert path(drawn(1, 2, None, 4, 5), VALUES).get("d").count("M") == 2


def test_a_value_between_gaps_is_seen():
    assert "h" in path(drawn(1, 2, None, 4, None, 5), VALUES).get("d")


@pytest.mark.parametrize(
    "values, fill",
    [
        pytest.param([1, 2, 3], VALUES, id="latest-known-is-solid"),
        pytest.param([1, 2, None], "#fff", id="latest-not-known-is-hollow"),
    ],
)
def test_the_last_value_is_marked(values, fill):
    (mark,) = drawn(*values).findall("circle")

    assert mark.get("fill") == fill


def test_the_target_is_dashed():
    assert path(drawn(1, 2, target=Decimal(2)), TARGET).get("stroke-dasharray")


def test_no_values_draw_no_line():
    assert path(drawn(None, None), VALUES) is None


def test_table_names_each_value_by_how_long_ago_it_was():
    table = Sparkline([Decimal(91), None, Decimal("92.5")], Decimal(90), "Calls").table()

    assert table.rows == (
        ("2 periods before", "91", "90"),
        ("1 period before", "Not known", "90"),
        ("Latest", "92.5", "90"),
    )


@given(st.lists(st.none() | st.decimals(), max_size=60), st.none() | st.decimals())
def test_any_values_are_drawn_in_their_row(values, target):
    assert strays(ElementTree.fromstring(Sparkline(values, target, "Any").svg())) == []
