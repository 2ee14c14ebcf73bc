import pytest

from performance.rules.published.references import letters_alone, shared_references
from tests.performance.rules.published.tables import published_2002_03, row, table_of


def rows_of(*references):
    return table_of(*(row(ref=reference) for reference in references)).rows


@pytest.mark.shows("S2-26")
def test_p32_of_the_published_table_is_used_three_times():
    remarks = shared_references(published_2002_03().rows)

    assert [(remark.sentence, remark.rows) for remark in remarks] == [
        (
            "The reference “p32” is used 3 times: rows 3, 11 and 16. It looks like a page of the plan, which holds "
            "several commitments.",
            (2, 10, 15),
        )
    ]


@pytest.mark.parametrize(
    "references, sentences",
    [
        pytest.param(["12", "13"], [], id="all different"),
        pytest.param(["", ""], [], id="blanks are no reference"),
        pytest.param(["1A", "1a"], ["The reference “1A” is used 2 times: rows 1 and 2."], id="capitals"),
    ],
)
def test_reference_used_more_than_once_is_told(references, sentences):
    assert [remark.sentence for remark in shared_references(rows_of(*references))] == sentences


@pytest.mark.shows("S2-25")
def test_1a_of_the_published_table_has_no_1b():
    remarks = letters_alone(published_2002_03().rows)

    assert [(remark.sentence, remark.rows) for remark in remarks] == [
        ("The reference “1a” has a letter, but the table has no “1b”.", (0,))
    ]


@pytest.mark.parametrize(
    "references, sentences",
    [
        pytest.param(["1a", "1b", "2"], [], id="siblings"),
        pytest.param(["2", "p32", "Local 03"], [], id="no letters"),
        pytest.param(["7C"], ["The reference “7C” has a letter, but the table has no “7A”."], id="a later letter"),
        pytest.param(["1a", "2b"], [
            "The reference “1a” has a letter, but the table has no “1b”.",
            "The reference “2b” has a letter, but the table has no “2a”.",
        ], id="letters of different numbers"),
    ],
)  # fmt: skip
def test_letter_without_a_sibling_is_told(references, sentences):
    assert [remark.sentence for remark in letters_alone(rows_of(*references))] == sentences
