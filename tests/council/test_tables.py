"""Tables: what a cell says, and how a reader, a phone and a screen reader find their way."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

import pytest
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from council.access import Role
from council.models import User
from council.numbers import Quantity
from council.rag import Rag
from council.tables import (
    WORST_FIRST,
    Column,
    DateColumn,
    LinkColumn,
    NumberColumn,
    QuerysetRows,
    RagColumn,
    Table,
)
from tests.council.permission_list import Score, ScoreTable, html, page_of
from tests.factories import UserFactory


@dataclass(frozen=True)
class Row:
    value: object = None
    spare: object = None

    def get_absolute_url(self):
        return "/rows/1/?a=1&b=2"

    @property
    def broken(self):
        return self.spare.nothing


def drawn(table):
    return render_to_string("parts/table.html", {"table": table})


def cell(column, value, **more):
    """The markup inside the second cell of a row that holds the value."""

    class Single(Table):
        first = Column(accessor="value", default="")
        value = column

        class Meta:
            sequence = ("first", "value")

    row = "".join(Single([Row(value, **more)]).drawn_rows())
    return re.search(r"<td[^>]*>(.*)</td>", row, re.DOTALL)[1]


@pytest.mark.parametrize(
    "column, value, shown",
    [
        pytest.param(
            Column(), "Parks & <open> spaces", "Parks &amp; &lt;open&gt; spaces", id="text-is-escaped"
        ),
        pytest.param(Column(), format_html("<b>{}</b>", "<"), "<b>&lt;</b>", id="markup-is-kept"),
        pytest.param(Column(), None, "Not recorded", id="missing"),
        pytest.param(Column(), "", "Not recorded", id="empty"),
        pytest.param(Column(default="Nobody"), None, "Nobody", id="missing-in-its-own-words"),
        pytest.param(Column(), "a" * 30 + " b", "a" * 30 + " b", id="long-word"),
        pytest.param(
            Column(), "<" + "a" * 30, "&lt;" + "a" * 19 + "<wbr>" + "a" * 11, id="word-too-long-for-a-phone"
        ),
        pytest.param(Column(), 0, "0", id="nought"),
        pytest.param(Column(), True, "Yes", id="yes"),
        pytest.param(Column(), False, "No", id="no"),
        pytest.param(Column(), Rag.NOT_KNOWN, "Not known", id="choice"),
        pytest.param(DateColumn(), dt.date(2005, 4, 7), "7 April 2005", id="day"),
        pytest.param(
            DateColumn(), dt.datetime(2026, 6, 30, 23, 5, tzinfo=dt.UTC), "1 July 2026, 00:05", id="moment"
        ),
        pytest.param(NumberColumn(), Decimal("1234.5000"), "1,234.5", id="figure"),
        pytest.param(NumberColumn(decimals=2), 1234, "1,234.00", id="places"),
        pytest.param(NumberColumn(), 0.1, "0.1", id="float"),
        pytest.param(NumberColumn(), -7, "-7", id="below-nought"),
        pytest.param(NumberColumn(quantity=Quantity.PERCENTAGE), 45, "45%", id="percentage"),
        pytest.param(NumberColumn(unit="days"), 12, "12 days", id="unit"),
        pytest.param(NumberColumn(), None, "Not recorded", id="no-figure"),
        pytest.param(LinkColumn(), "A & B", '<a href="/rows/1/?a=1&amp;b=2">A &amp; B</a>', id="link"),
        pytest.param(LinkColumn(url=lambda record: ""), "A & B", "A &amp; B", id="no-link"),
        pytest.param(
            LinkColumn(url=lambda record: '/"><script>'),
            "A",
            '<a href="/&quot;&gt;&lt;script&gt;">A</a>',
            id="link-is-escaped",
        ),
        pytest.param(Column(linkify=lambda value: f"/{value}/"), "a", '<a href="/a/">a</a>', id="linkified"),
    ],
)
def test_a_cell_says(column, value, shown):
    assert cell(column, value) == shown


@pytest.mark.parametrize("rating", [*Rag, None, ""])
def test_a_rating_has_its_shape_and_word(rating):
    shown = cell(RagColumn(), rating)
    assert "<svg" in shown
    assert f"{Rag(rating or 'not_rated').label}</span>" in shown
    assert "set by a person" not in shown


def test_a_rating_that_a_person_set_says_so():
    assert "set by a person" in cell(RagColumn(overridden="spare"), "red", spare=True)
    assert "set by a person" not in cell(RagColumn(overridden="spare"), "red", spare=None)


def test_every_rating_has_its_place_in_the_order():
    assert sorted(WORST_FIRST) == sorted(Rag)


def test_a_fault_in_a_record_is_not_taken_for_a_missing_value():
    class Faulty(Table):
        value = Column(accessor="broken")

    with pytest.raises(AttributeError, match="nothing"):
        list(Faulty([Row()]).drawn_rows())


def test_the_marks_of_tables2_work_too():
    class Marked(Table):
        value = Column()
        spare = Column(empty_values=())

        def render_value(self, value, record, bound_column, bound_row):
            return format_html("<i>{} {} {}</i>", value, bound_column.name, record is bound_row.record)

        def value_value(self, value):
            return value.upper()

    table = Marked([Row("a")])
    assert "<i>a value True</i>" in "".join(table.drawn_rows())
    assert list(table.export_rows(table.records())) == [["A", None]]


def test_the_first_column_heads_its_row_and_the_others_carry_their_label():
    shown = drawn(ScoreTable([Score("Parks", Decimal(3), Rag.RED)], caption="Scores & more"))
    assert "<caption>Scores &amp; more</caption>" in shown
    assert '<th scope="row">Parks</th>' in shown
    assert '<td data-label="Points" class="number">3.0</td>' in shown
    assert '<td data-label="Rating"><span class="tag tag-red">' in shown
    assert shown.count('<th scope="col"') == 3
    assert '<th scope="col" class="number">Points</th>' in shown


def test_a_table_on_a_dashboard_has_plain_headings():
    shown = drawn(ScoreTable([Score("Parks", Decimal(3), Rag.RED)], caption="Scores"))
    assert "<a " not in shown
    assert "aria-sort" not in shown


def test_a_table_without_rows_says_so_across_its_columns():
    assert '<td colspan="3">Nothing to show yet.</td>' in drawn(ScoreTable([], caption="Scores"))
    assert '<td colspan="3">No scores.</td>' in drawn(
        ScoreTable([], caption="Scores", empty_text="No scores.")
    )


def test_a_row_may_be_marked():
    class Red(ScoreTable):
        def row_class(self, record):
            return "row-red" if record.rating == Rag.RED else ""

    rows = list(Red([Score("Parks", None, Rag.RED), Score("Waste", None, Rag.GREEN)]).drawn_rows())
    assert [row.split(">")[0] for row in rows] == ['<tr class="row-red"', "<tr"]
    assert all(isinstance(row, SafeString) for row in rows)


class UserTable(Table):
    username = Column()
    role = Column()
    is_active = Column()
    last_login = DateColumn(default="Never")

    class Meta:
        order_by = "-username"


@pytest.mark.django_db
def test_a_choice_is_shown_by_its_word_and_sorts_in_its_own_order():
    for name, role in [("a", Role.MEMBER), ("b", Role.OFFICER), ("c", Role.ADMINISTRATOR)]:
        UserFactory(username=name, role=role)
    in_order = [value for value, _ in User._meta.get_field("role").flatchoices]
    page = page_of("?sort=role", table=UserTable, rows=User.objects.all(), filters=None)
    roles = [user.role for user in page.table.records()]
    assert roles == sorted(roles, key=in_order.index)
    assert '<td data-label="Role">Administrator</td>' in html(page)
    assert '<td data-label="Last login">Never</td>' in html(page)


@pytest.mark.django_db
def test_what_is_missing_stands_last_both_ways():
    early = UserFactory(username="early", last_login=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    never = UserFactory(username="never", last_login=None)
    late = UserFactory(username="late", last_login=dt.datetime(2026, 6, 1, tzinfo=dt.UTC))

    def sorted_by(sort):
        page = page_of(f"?sort={sort}", table=UserTable, rows=User.objects.all(), filters=None)
        return list(page.table.records())

    assert sorted_by("last_login") == [early, late, never]
    assert sorted_by("-last_login") == [late, early, never]


@pytest.mark.django_db
def test_a_table_may_have_an_order_that_its_heading_shows():
    for name in ("b", "a", "c"):
        UserFactory(username=name)
    page = page_of("", table=UserTable, rows=User.objects.all(), filters=None)
    assert [user.username for user in page.table.records()] == ["c", "b", "a"]
    assert [heading.direction for heading in page.table.headings()] == ["descending", "", "", ""]


@pytest.mark.django_db
def test_a_column_may_sort_by_other_fields_or_in_its_own_way():
    class Odd(UserTable):
        username = Column(order_by=("-is_active", "username"))
        role = Column()

        def order_role(self, queryset, is_descending):
            return queryset.order_by("-username" if is_descending else "username"), True

    for name, active in (("b", True), ("a", False), ("c", True)):
        UserFactory(username=name, is_active=active)
    table = Odd(QuerysetRows(User.objects.all()))
    for sort, expected in (("username", "bca"), ("-username", "acb"), ("role", "abc"), ("-role", "cba")):
        table.order_by = [sort]
        assert "".join(user.username for user in table.records()) == expected
        assert table.data.data.query.order_by[-1] == "pk"
