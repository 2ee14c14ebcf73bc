"""The page of a published table: every cell as printed, our rule beside it, and every disagreement said."""

import csv
import io
import re

import pytest
from openpyxl import load_workbook

from council.rag import Rag
from performance.figures.published_tables import table_figures
from performance.models import Indicator, PublishedTable, Return, Target
from tests.factories import RatingRuleFactory
from tests.performance.imports.files import DATA, NOW, in_register, looked_at, published
from tests.performance.imports.test_pages import text

pytestmark = pytest.mark.django_db
LINES = list(csv.reader((DATA / "indicators-2002-03.csv").read_text().splitlines()))


@pytest.fixture
def table(service):
    in_register(service)
    return PublishedTable.objects.get()


@pytest.fixture
def page(client, member, table, time_machine):
    """What a member reads at the table's address."""
    time_machine.move_to(NOW)
    client.force_login(member)
    return lambda query="": client.get(f"/performance/tables/{table.pk}/{query}")


def line(table, position):
    return table_figures(table).lines[position - 1]


@pytest.mark.shows("S2-05", "S2-07", "F39", "F40", "L5")
def test_summary_as_published_is_counted_from_the_rows(table):
    figures = table_figures(table)

    assert figures.words == "0 red, 3 amber, 13 green, 0 not known of 16 (0%, 19%, 81%, 0%)."
    assert [(each.word, each.number, each.per_cent) for each in figures.summary] == [
        ("Red", 0, 0), ("Amber", 3, 19), ("Green", 13, 81), ("Not known", 0, 0), ("Total", 16, 100)
    ]  # fmt: skip
    assert [(each.typed_number, each.typed_per_cent, each.differs) for each in figures.summary] == [
        ("0", "0%", False), ("3", "6%", False), ("14", "88%", True), ("0", "6%", False), ("17", "100%", True)
    ]  # fmt: skip


@pytest.mark.shows("S2-20", "S2-21", "S2-22")
def test_typed_summary_is_told_how_it_disagrees(table):
    assert [each.sentence for each in table_figures(table).disagreements] == [
        "The table has 16 rows, not 17.",
        "The table has 13 green, not 14.",
        "The summary disagrees with itself on “AMBER”: 3 of 17 is 17.6%, not 6%.",
        "The summary disagrees with itself on “GREEN”: 14 of 17 is 82.4%, not 88%.",
        "The summary disagrees with itself on “NOT KNOWN”: 0 of 17 is 0%, not 6%.",
        "Its percentages are exactly those of 0 red, 1 amber, 14 green, 1 not known of 16. If so, the number was "
        "changed afterwards from 1 to 3 for amber and from 1 to 0 for not known. They also fit 0 red, 1 amber, "
        "15 green, 1 not known of 17.",
        "By the table's own key, in which not known is a status, it would be 0 red, 2 amber, 13 green, "
        "1 not known of 16 (0%, 13%, 81%, 6%).",
    ]


@pytest.mark.shows("S2-22", "S2-35", "L9")
def test_our_rule_gives_every_row_its_printed_status_but_the_one_that_is_not_known(table):
    figures = table_figures(table)

    assert [each.position for each in figures.lines if each.difference] == [7]
    assert (line(table, 7).published, line(table, 7).ours) == (Rag.AMBER, Rag.NOT_KNOWN)
    assert line(table, 7).difference == (
        "Published as amber; by our rule its status is not known. The value is not known."
    )


@pytest.mark.shows("S2-35", "F36", "L7")
def test_rule_of_the_council_for_that_year_is_used_and_said(table):
    RatingRuleFactory(year=2003, name="A later one", amber_tolerance=50)
    RatingRuleFactory(year=2001, name="Five per cent", amber_tolerance=5)

    figures = table_figures(table)

    assert figures.rule_name == "Five per cent"
    assert (
        figures.rule_words
        == "Green at the target or better; amber down to 95% of the target; lower is worse."
    )
    assert [each.position for each in figures.lines if each.difference] == [4, 5, 7]
    assert line(table, 5).difference.startswith(
        "Published as amber; by our rule it is red. 40% is 3 points short"
    )


def test_rule_of_an_indicators_own_comes_before_the_councils(table):
    indicator = Indicator.objects.get(reference="4")
    RatingRuleFactory(year=2002, indicator=indicator, amber_tolerance=50, green_tolerance=50)

    assert line(table, 5).ours == Rag.GREEN


@pytest.mark.shows("S2-22", "S2-23", "S2-24", "S2-25", "S2-26", "S2-27", "S2-29")
@pytest.mark.parametrize(
    "position, remark",
    [
        pytest.param(1, "One indicator asks 2 questions", id="two-questions"),
        pytest.param(1, "has no question mark", id="question-mark"),
        pytest.param(1, "are of different kinds", id="answers-differ"),
        pytest.param(2, "is behind the council's own target", id="top-quarter"),
        pytest.param(3, "The reference “p32” is used 3 times: rows 3, 11 and 16.", id="shared-reference"),
        pytest.param(4, "The target “+5%” can mean 65%", id="ambiguous-target"),
        pytest.param(4, "it looks carried forward, not measured", id="carried-forward"),
        pytest.param(5, "it looks carried forward, not measured", id="carried-forward-too"),
        pytest.param(5, "the row has no action, owner or date", id="no-action"),
        pytest.param(6, "No top 25% is given", id="no-benchmark"),
        pytest.param(7, "not known is a status of its own", id="status-of-the-unknown"),
        pytest.param(9, "“Local01” and “Local 03”", id="spelling-of-references"),
        pytest.param(9, "“Chartermark” and “Charter Mark", id="spelling-of-words"),
    ],
)
def test_what_is_odd_stands_beside_its_row(table, position, remark):
    assert any(remark in each.sentence for each in line(table, position).remarks)


def test_row_that_is_in_order_has_no_remark(table):
    assert (line(table, 15).remarks, line(table, 15).difference) == ((), "")


@pytest.mark.shows("S2-05", "S2-10", "F36")
def test_page_shows_every_cell_as_printed(page):
    said = text(page())

    assert page().status_code == 200
    for cell in {cell for row in LINES[1:] for cell in row if cell and cell not in ("G", "A")}:
        assert cell in said
    assert "See above Meaning: DTLR survey to be repeated 2003" in said
    assert "The table has 16 rows, not 17." in said
    assert "Our rule gives 1 of 16 rows another status" in said
    assert "Green at the target or better; amber down to 90% of the target; lower is worse." in said


@pytest.mark.shows("S2-10")
@pytest.mark.parametrize("sort", ["c1", "-c1", "c8", "-ours"])
def test_ditto_stays_resolved_however_the_rows_are_sorted(page, sort):
    said = text(page(f"?sort={sort}"))

    assert "Ditto Meaning: Rule changes mean no new Charter Marks for 6 months" in said


@pytest.mark.parametrize("name", ["position", *(f"c{place}" for place in range(9)), "ours"])
def test_every_heading_sorts_both_ways(page, name):
    up, down = ([each.position for each in page(f"?sort={sign}{name}").context["list"].table.records()]
                for sign in ("", "-"))  # fmt: skip

    assert [each.position for each in page().context["list"].table.records()] == list(range(1, 17))
    assert sorted(up) == sorted(down) == list(range(1, 17))
    assert page(f"?sort={name}").context["list"].table.order_by == (name,)


@pytest.mark.shows("F57", "FILE-50", "T21")
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_table_as_a_file_has_every_cell_and_comes_back_without_a_change(page, table, service, form):
    answer = page(f"?export={form}")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content

    plan = looked_at(published(service, content=content, title="Another", answers={}, name=f"a.{form}"))

    assert "This table is already imported, as “Customer service 2002/03”." in plan.notes
    assert (plan.number, plan.problems) == (0, ())
    rows = (
        list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        if form == "csv"
        else [[cell or "" for cell in row] for row in load_workbook(io.BytesIO(content)).active.values]
    )
    assert rows[0][-4:] == ["Comment in full", "By our rule", "Why", "Remarks"]
    assert [row[8:11] for row in rows if row[0] == "Local02"] == [
        ["Ditto", "Rule changes mean no new Charter Marks for 6 months", "Green"]
    ]


def test_page_says_the_same_when_the_register_was_corrected_since(table):
    """The judgement is of what was printed, with the target as a person resolved it."""
    Return.objects.filter(indicator__reference="157").update(step="reopened")
    Target.objects.filter(indicator__reference="157").update(as_written="99%", value=99)

    assert (line(table, 8).ours, line(table, 8).why) == (Rag.GREEN, "49% is better than the target of 40%.")


def test_target_that_nobody_resolved_is_not_rated_and_says_why(table):
    Target.objects.filter(indicator__reference="3").delete()
    assert line(table, 4).ours == Rag.NOT_RATED
    assert "“+5%” can mean" in line(table, 4).why


def test_kind_that_does_not_fit_the_printed_value_says_so(table):
    Indicator.objects.filter(reference="157").update(value_kind="yes_no")

    why = "The outturn “49%” cannot be read: Enter Yes or No."
    assert (line(table, 8).ours, line(table, 8).why) == (Rag.NOT_KNOWN, why)


@pytest.mark.shows("S2-35")
def test_rule_that_the_paper_printed_is_shown(client, member, service):
    in_register(service, rule="Amber within ten per cent.")
    client.force_login(member)

    said = text(client.get(PublishedTable.objects.get().get_absolute_url()))

    assert "The rule as printed Amber within ten per cent." in said
    assert "nobody can check them" not in said


def test_table_without_a_typed_summary_says_nothing_of_one(client, member, service):
    in_register(service, summary=False)
    client.force_login(member)

    said = text(client.get(PublishedTable.objects.get().get_absolute_url()))

    assert "As typed" not in said
    assert "disagrees" not in said


@pytest.mark.shows("R10")
def test_page_asks_the_database_as_often_for_any_number_of_rows(page, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        page()


def test_list_of_tables_names_each_with_its_rows(client, member, table):
    client.force_login(member)

    said = text(client.get("/performance/tables/"))

    assert re.search(r"Customer service 2002/03 2002/03 16 12 October 2026", said)
    assert "Import a published table" not in said


@pytest.mark.shows("S1")
@pytest.mark.parametrize("address", ["tables/999/", "tables/99999999999999999999/", "imports/999/"])
def test_what_is_missing_is_not_found(client, administrator, address):
    client.force_login(administrator)

    assert client.get(f"/performance/{address}").status_code == 404
