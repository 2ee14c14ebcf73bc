import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.dates import read_vague_date
from performance.rules.published.definitions import DefinitionChange, OtherNumbering
from performance.rules.published.narrative import NarrativeFact
from performance.rules.published.remark import Oddity, about_the_table, beside
from performance.rules.published.remarks import remarks
from tests.performance.rules.published.tables import published_2002_03, row, table_of

CLEAN = table_of(
    row(),
    row(ref="13a", title="Number of complaints upheld", top="4", first="6", second="5", target="4", outturn="3"),
    row(ref="13b", title="Number of complaints answered late", top="4", first="6", second="", target="4", outturn="3"),
    row(ref="Local 1", title="Is the plan agreed?", top="", first="", second="", target="Yes", outturn="Yes"),
    row(ref="p7", title="Agree the plan", top="", first="", second="", target="Do it", outturn="Done",
        comment="Agreed"),
    row(ref="Local 2", title="Level of the standard", top="Level 3", target="Level 2", outturn="Not known",
        first="Level 1", second="Level 1", status="Not known", comment="Ditto"),
)  # fmt: skip


@pytest.mark.shows("S2-22", "S2-23", "S2-24", "S2-25", "S2-26", "S2-27", "S2-29", "S2-35")
def test_remarks_on_the_published_table_stand_beside_their_rows():
    found = remarks(published_2002_03())

    assert [(remark.code.value, remark.rows) for remark in found] == [
        ("questions_in_one", (0,)),
        ("question_mark_missing", (0,)),
        ("answers_differ", (0,)),
        ("letter_alone", (0,)),
        ("top_quarter_behind_target", (1,)),
        ("reference_shared", (2, 10, 15)),
        ("carried_forward", (3,)),
        ("target_ambiguous", (3,)),
        ("off_target_without_action", (3,)),
        ("carried_forward", (4,)),
        ("off_target_without_action", (4,)),
        ("top_quarter_missing", (5,)),
        ("status_beside_not_known", (6,)),
        ("top_quarter_missing", (6,)),
        ("off_target_without_action", (6,)),
        ("top_quarter_missing", (7,)),
        ("reference_spelling", (8, 9, 11, 12, 13)),
        ("word_spelling", (8,)),
        ("rule_not_stated", ()),
    ]


def test_clean_table_has_no_remarks():
    assert remarks(CLEAN) == []


@pytest.mark.shows("S2-10")
def test_ditto_with_nothing_above_is_a_remark():
    found = remarks(table_of(row(comment="Ditto"), row(ref="13", comment="Late")))

    assert [(remark.code, remark.rows) for remark in found] == [(Oddity.DITTO_UNRESOLVED, (0,))]


@pytest.mark.shows("S2-35")
def test_table_that_prints_its_rule_is_not_asked_for_it():
    rules = [remark for remark in remarks(table_of(row(), rule=" ")) if remark.code == Oddity.RULE_NOT_STATED]

    assert [remark.sentence for remark in rules] == [
        "The table gives statuses but not the rule behind them, so nobody can check them."
    ]
    assert remarks(table_of(row(), rule="Green on target, amber within 5%, red below")) == []


@pytest.mark.shows("S2-26")
def test_remark_on_several_rows_stands_beside_each_of_them():
    found = remarks(published_2002_03())

    assert all(
        Oddity.REFERENCE_SHARED in [remark.code for remark in beside(found, index)] for index in (2, 10, 15)
    )
    assert [remark.code for remark in about_the_table(found)] == [Oddity.RULE_NOT_STATED]
    assert beside(found, 14) == []


@pytest.mark.shows("S2-32")
def test_narrative_and_known_definitions_add_their_remarks():
    plain = remarks(published_2002_03())
    more = remarks(
        published_2002_03(),
        narrative=[
            NarrativeFact("14 Charter Mark applications made", 14),
            NarrativeFact("Plan for 2003-5 and 2003/4"),
        ],
        dated=read_vague_date("December 2002"),
        changes=[DefinitionChange("157", 2002, "the Order of 2002", "new")],
        numberings=[OtherNumbering("the Order of 2002", "3", "156")],
    )

    assert [remark.code.value for remark in more if remark not in plain] == [
        "numbered_otherwise",
        "definition_changed",
        "narrative_agrees",
        "year_styles",
    ]


def test_remarks_change_no_cell():
    table = published_2002_03()
    remarks(table)

    assert table == published_2002_03()


CELLS = st.sampled_from(
    ["", "Yes", "Not known", "60% (survey)", "+5%", "14", "Ditto", "Level 2", "Mar-03", "£5", "?"]
)
ROWS = st.lists(st.lists(CELLS | st.text(max_size=12), min_size=9, max_size=9), max_size=5)


@given(ROWS)
def test_any_table_is_remarked_on_in_sentences_about_its_own_rows(rows):
    table = table_of(*rows)

    for remark in remarks(table):
        assert remark.sentence.endswith(".")
        assert set(remark.rows) <= {row.index for row in table.rows}


def test_a_megabyte_in_a_cell_does_no_harm():
    assert remarks(table_of(row(title="a " * 500_000, comment="9" * 1_000_000, outturn="9," * 500_000)))
