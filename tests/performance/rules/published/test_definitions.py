import pytest

from performance.rules.published.definitions import DefinitionChange, OtherNumbering, definition_remarks
from performance.rules.published.remark import Oddity
from tests.performance.rules.published.tables import published_2002_03, row, table_of

ORDER = "the Best Value Performance Indicators Order 2002"
CHANGE = DefinitionChange(
    "BV157", 2002, ORDER, "it counts types of transactions that may legally be electronic"
)
NUMBERINGS = [
    OtherNumbering(ORDER, "3", "156"),
    OtherNumbering(ORDER, "4", "157"),
    OtherNumbering(ORDER, "2", "2"),
]


@pytest.mark.shows("S2-34")
def test_row_157_of_the_published_table_crosses_a_change_of_definition():
    remarks = definition_remarks(published_2002_03(), [CHANGE], [])

    assert [(remark.code, remark.rows, remark.sentence) for remark in remarks] == [
        (
            Oddity.DEFINITION_CHANGED,
            (7,),
            "The values may not be comparable: 30% in 2001/02 and 49% in 2002/03 lie on either side of a change of "
            f"definition in 2002/03 ({ORDER}): it counts types of transactions that may legally be electronic.",
        )
    ]


def test_references_that_the_order_gives_to_other_indicators_are_told():
    remarks = definition_remarks(published_2002_03(), [], NUMBERINGS)

    assert [(remark.code, remark.rows) for remark in remarks] == [
        (Oddity.NUMBERED_OTHERWISE, (3,)),
        (Oddity.NUMBERED_OTHERWISE, (4,)),
    ]
    assert remarks[0].sentence == (
        f"In {ORDER}, “3” is the number of another indicator (“156”): make sure that this row is not taken for it."
    )


@pytest.mark.parametrize(
    "cells, year",
    [
        pytest.param({}, 2003, id="changed after the report"),
        pytest.param({}, 2000, id="changed before the first value"),
        pytest.param({"first": "", "second": ""}, 2002, id="no value before it"),
        pytest.param({"outturn": ""}, 2002, id="no value after it"),
        pytest.param({"ref": "15"}, 2002, id="another indicator"),
    ],
)
def test_series_on_one_side_of_a_change_has_no_remark(cells, year):
    table = table_of(row(**{"ref": "157", **cells}))

    assert definition_remarks(table, [DefinitionChange("157", year, ORDER, "new")], []) == []


@pytest.mark.parametrize("reference", ["157", "BV157", "BV 157", "bvpi157"])
def test_national_reference_is_the_same_with_and_without_its_series(reference):
    assert definition_remarks(table_of(row(ref=reference)), [CHANGE], [])
