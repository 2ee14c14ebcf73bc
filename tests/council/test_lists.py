"""The one list function: few queries, a steady order, and no address that breaks it."""

import re
from decimal import Decimal

import pytest
from django.contrib.auth.models import Permission
from django.db.models import Count

from council.lists import ListPage
from council.rag import Rag
from council.tables import Column, NumberColumn, Table
from tests.council.permission_list import Score, ask, html, names, ours, page_of, permit, scores

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["", "?q=bench&sort=-name&page=2", "?export=csv", "?export=xlsx"])
def test_queries_stay_the_same_as_rows_grow(address, django_assert_num_queries):
    expected = 1 if "export" in address else 4  # The page: a count, the rows, and two selects of the filters.
    for already in (0, 60, 300):
        permit(*(f"Bench {already + number}" for number in range(100)))
        with django_assert_num_queries(expected):
            answer = ask(address)
            html(answer) if isinstance(answer, ListPage) else b"".join(answer)


def test_rows_are_counted_once_and_read_once(django_assert_num_queries):
    permit(*(f"Bench {number}" for number in range(120)))
    with django_assert_num_queries(2) as queries:
        html(page_of("?page=2", filters=None))
    assert ["COUNT(*)" in query["sql"] for query in queries.captured_queries] == [True, False]


def test_a_list_without_rows_asks_once(django_assert_num_queries):
    with django_assert_num_queries(1):
        html(page_of(filters=None))


@pytest.mark.parametrize("column", ["name", "codename", "kind", "number"])
@pytest.mark.parametrize("sign", ["", "-"])
def test_every_heading_sorts_both_ways(column, sign):
    permit("Bench", "arch", "Élan")
    permit("dune", of="arch", app="waste")
    page = page_of(f"?sort={sign}{column}")
    keys = {
        "name": lambda row: {"arch": 0, "Bench": 1, "dune": 2, "Élan": 3}[row.name],
        "codename": lambda row: row.codename,
        "kind": lambda row: row.content_type.model,
        "number": lambda row: row.pk,
    }
    rows = list(page.table.records())
    values = [keys[column](row) for row in rows]
    assert values == sorted(values, reverse=bool(sign))
    (heading,) = [heading for heading in page.table.headings() if heading.name == column]
    assert heading.direction == ("descending" if sign else "ascending")
    assert heading.url == (f"?sort={column}" if sign else f"?sort=-{column}")


def test_every_heading_sorts_unless_it_says_that_it_does_not():
    permit("Bench")
    assert [heading.name for heading in page_of().table.headings() if not heading.url] == ["remove"]


def test_a_heading_keeps_the_filters_and_goes_to_the_first_page():
    permit(*(f"Bench {number}" for number in range(120)))
    heading = page_of("?q=bench&page=2&app=parks").table.headings()[1]
    assert heading.url == "?q=bench&app=parks&sort=codename"


def test_text_sorts_as_people_sort_it():
    permit("BV 109", "bv 8", "Ébène", "eau", "Zoo", "apple")
    assert names(page_of("?sort=name")) == ["apple", "bv 8", "BV 109", "eau", "Ébène", "Zoo"]
    assert names(page_of("?sort=-name")) == ["Zoo", "Ébène", "eau", "BV 109", "bv 8", "apple"]


def test_rows_that_sort_alike_are_met_once_across_pages():
    permit(*["Bench"] * 120)
    for address in ("?sort=name&page={}", "?sort=-kind&page={}", "?page={}"):
        met = [row.pk for number in (1, 2, 3) for row in page_of(address.format(number)).table.records()]
        assert len(met) == len(set(met)) == 120


@pytest.mark.parametrize(
    "rows, order",
    [
        pytest.param(lambda: ours().order_by("name"), ("name", "pk"), id="own-order"),
        pytest.param(lambda: ours().order_by("name", "-pk"), ("name", "-pk"), id="own-order-with-key"),
        pytest.param(
            lambda: Permission.objects.all(),
            ("content_type__app_label", "content_type__model", "codename", "pk"),
            id="order-of-the-model",
        ),
        pytest.param(lambda: Permission.objects.order_by(), ("pk",), id="no-order"),
    ],
)
def test_the_order_ends_in_the_primary_key(rows, order):
    assert page_of(rows=rows(), filters=None).rows.query.order_by == order


@pytest.mark.parametrize(
    "asked, shown",
    [
        ("1", 1),
        ("2", 2),
        ("3", 3),
        ("4", 3),
        ("9" * 400, 3),
        ("9" * 5000, 1),
        ("0", 1),
        ("-1", 1),
        ("last", 1),
        ("", 1),
        ("1.5", 1),
        ("NaN", 1),
        ("２", 2),
    ],
)
def test_any_page_number_ends_in_a_page(asked, shown):
    permit(*(f"Bench {number}" for number in range(120)))
    page = page_of({"page": asked})
    assert [link.text for link in page.pages if link.current] == [str(shown)]
    assert page.span == {1: "1 to 50 of 120", 2: "51 to 100 of 120", 3: "101 to 120 of 120"}[shown]


@pytest.mark.parametrize(
    "asked",
    [
        "colour",
        "-colour",
        "--name",
        "remove",
        "name,-name",
        ",".join(["name"] * 5000),
        "content_type.id",
        "-",
        "\0",
    ],
)
def test_an_unknown_sort_is_ignored(asked):
    permit("Bench", "Arch")
    page = page_of({"sort": asked})
    assert names(page) == ["Arch", "Bench"]
    assert [heading.direction for heading in page.table.headings()] == [""] * 5


def test_an_unknown_export_is_ignored():
    permit("Bench")
    assert page_of("?export=pdf").count == 1


@pytest.mark.parametrize(
    "number, heading", [(0, "No permissions"), (1, "1 permission"), (1234, "1,234 permissions")]
)
def test_the_heading_counts(number, heading):
    permit(*["Bench"] * number)
    assert page_of().heading == heading


@pytest.mark.parametrize(
    "name, singular, heading",
    [
        ("bodies", "", "1 body"),
        ("cases", "", "1 case"),
        ("people", "person", "1 person"),
        ("statuses", "status", "1 status"),
    ],
)
def test_the_heading_of_one_row_is_singular(name, singular, heading):
    permit("Bench")
    assert page_of(name=name, singular=singular).heading == heading


ROWS = [
    Score("Libraries", Decimal("9.5"), Rag.GREEN),
    Score("libraries 2", None, None),
    Score("Écoles", Decimal(-1), Rag.RED, by_hand=True),
    Score("Libraries 10", Decimal(10), Rag.NOT_KNOWN),
]


@pytest.mark.parametrize(
    "address, expected",
    [
        pytest.param("", [0, 1, 2, 3], id="own-order"),
        pytest.param("?sort=name", [2, 0, 1, 3], id="name-upward"),
        pytest.param("?sort=-name", [3, 1, 0, 2], id="name-downward"),
        pytest.param("?sort=points", [2, 0, 3, 1], id="missing-last-upward"),
        pytest.param("?sort=-points", [3, 0, 2, 1], id="missing-last-downward"),
        pytest.param("?sort=rating", [2, 3, 0, 1], id="worst-first"),
        pytest.param("?sort=-rating", [0, 3, 2, 1], id="best-first"),
        pytest.param("?sort=by_hand", [0, 1, 2, 3], id="no-such-column"),
    ],
)
def test_rows_worked_out_in_python_sort_like_those_of_the_database(
    address, expected, django_assert_num_queries
):
    with django_assert_num_queries(0):
        page = scores(address, ROWS)
        html(page)
    assert list(page.table.records()) == [ROWS[at] for at in expected]
    assert ROWS[0].name == "Libraries"


def test_rows_worked_out_in_python_are_paged():
    rows = [Score(f"Row {number}", Decimal(number), Rag.AMBER) for number in range(120)]
    assert names(scores("?page=3", rows)) == [f"Row {number}" for number in range(100, 120)]


class Held(Table):
    kind = Column(accessor="content_type__model")
    held = NumberColumn()


def test_grouped_rows_keep_their_groups():
    permit("Bench", "Arch")
    permit("Swing", of="swing")
    rows = ours().values("content_type__model").annotate(held=Count("pk")).order_by("content_type__model")
    page = page_of(rows=rows, table=Held, filters=None)
    assert list(page.table.records()) == [
        {"content_type__model": "bench", "held": 2},
        {"content_type__model": "swing", "held": 1},
    ]
    assert '<td data-label="Held" class="number">2</td>' in html(page)


def test_a_list_of_many_rows_is_a_table_with_pages_and_downloads():
    permit(*(f"Bench {number}" for number in range(600)))
    shown = html(page_of("?sort=name&page=6"))
    assert "<h2>600 permissions</h2>" in shown
    assert '<nav aria-label="Pages of permissions">' in shown
    assert re.findall(r'aria-current="page"><span class="hidden-word">Page </span>(\d+)', shown) == ["6"]
    assert re.findall(r"Page </span>(\d+)</a>|<li>(…)</li>", shown) == [
        (text if text != "…" else "", "…" if text == "…" else "")
        for text in ["1", "…", "4", "5", "7", "8", "…", "12"]
    ]
    assert 'href="?sort=name&amp;page=7" rel="next"' in shown
    assert 'href="?sort=name&amp;export=csv">Download CSV</a>' in shown


def test_an_empty_list_says_what_to_do():
    assert "No permissions yet." in html(page_of())
    permit("Bench")
    shown = html(page_of("?q=nothing"))
    assert "Nothing matches these filters." in shown
    assert '<a href="?">show the whole list</a>' in shown
