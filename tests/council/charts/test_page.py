"""Charts as a page shows them."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.template import Context, Template, engines

from council.charts import Point, Sparkline, StatusBar, StatusHistory, TrendChart
from council.rag import Rag

TREND = TrendChart(
    "Calls <answered>",
    "Better than last year.",
    [Point("Q1", Decimal(81), "81%"), Point("Q2", None, "Not known"), Point("Q3", Decimal(83), "83%")],
    target=Decimal(80),
)
BAR = StatusBar("Status", [(Rag.GREEN, 3, "Green"), (Rag.RED, 0, "Red")])
HISTORY = StatusHistory([("Q1", {Rag.GREEN: 3})])


def page(source, **context):
    html = Template("{% load charts %}<main>" + source + "</main>").render(Context(context))
    return ElementTree.fromstring(html)


def ids(tree):
    return [element.get("id") for element in tree.iter() if element.get("id")]


@pytest.mark.parametrize(
    "figure, sheets",
    [
        pytest.param(TREND, 2, id="trend"),
        pytest.param(BAR, 2, id="bar"),
        pytest.param(HISTORY, 1, id="history"),
    ],
)
def test_a_chart_has_a_name_a_summary_and_its_numbers(figure, sheets):
    tree = page("{% chart figure %}", figure=figure)

    drawings = tree.findall(".//svg")
    assert len(drawings) == sheets
    for drawing in drawings:
        assert drawing.get("role") == "img"
        assert (drawing.find("title").text, drawing.find("desc").text) == (figure.title, figure.summary)
        assert drawing.get("aria-labelledby") == drawing.find("title").get("id")
        assert drawing.get("aria-describedby") == drawing.find("desc").get("id")
    assert tree.find(".//details/summary").text == "Show the numbers"
    assert tree.find(".//table/caption").text == figure.title


def test_the_table_of_a_chart_has_headed_rows_and_columns_with_the_same_numbers():
    table = page("{% chart figure %}", figure=TREND).find(".//table")

    rows = [["".join(cell.itertext()) for cell in row] for row in table.find("tbody")]
    assert rows == [["Q1", "81%", "80"], ["Q2", "Not known", "80"], ["Q3", "83%", "80"]]
    assert [cell.get("scope") for cell in table.find("thead/tr")] == ["col", "col", "col"]
    assert [row[0].get("scope") for row in table.find("tbody")] == ["row", "row", "row"]


def test_totals_stand_at_the_foot():
    foot = page("{% chart figure %}", figure=BAR).find(".//tfoot/tr")

    assert ["".join(cell.itertext()) for cell in foot] == ["Total", "3"]


def test_ids_differ_when_a_page_shows_the_same_chart_twice_and_in_a_part():
    part = engines["django"].from_string("{% load charts %}{% chart figure %}")
    tree = page(
        "{% chart figure %}{% chart figure %}{% include part with figure=figure only %}",
        figure=TREND,
        part=part,
    )

    assert len(ids(tree)) == 3 * 2 * 2
    assert len(set(ids(tree))) == len(ids(tree))


def test_ids_are_the_same_each_time_a_page_is_shown():
    assert ids(page("{% chart figure %}", figure=BAR)) == ids(page("{% chart figure %}", figure=BAR))


@pytest.mark.parametrize(
    "how, folded, tables",
    [
        pytest.param("folded", 1, 1, id="folded"),
        pytest.param("open", 0, 1, id="open"),
        pytest.param("none", 0, 0, id="elsewhere-on-the-page"),
    ],
)
def test_numbers_stand_as_the_page_wants_them(how, folded, tables):
    tree = page("{% chart figure numbers=how %}", figure=BAR, how=how)

    assert len(tree.findall(".//details")) == folded
    assert len(tree.findall(".//table")) == tables


def test_a_chart_of_nothing_has_no_empty_table():
    tree = page("{% chart figure %}", figure=TrendChart("Calls", "No figures yet.", []))

    assert tree.find(".//svg/text").text == "No figures yet"
    assert tree.find(".//table") is None


def test_numbers_stand_in_no_other_way():
    with pytest.raises(ValueError, match="folded, open, none; not 'hidden'"):
        page("{% chart figure numbers='hidden' %}", figure=BAR)


def test_title_and_summary_are_left_out_where_the_page_says_them():
    tree = page("{% chart figure caption=False summary=False %}", figure=TREND)

    assert tree.find(".//figcaption") is None
    assert tree.find(".//p") is None
    assert tree.find(".//svg/title").text == "Calls <answered>"


def test_a_sparkline_stands_in_a_row():
    tree = page("{% sparkline spark %}", spark=Sparkline([Decimal(1), Decimal(2)], None, "Calls: 1, 2"))

    assert tree.find("svg/title").text == "Calls: 1, 2"
