import pytest

from performance.rules.published.spelling import reference_spellings, word_spellings
from tests.performance.rules.published.tables import published_2002_03, row, table_of


def words(*comments):
    table = table_of(*(row(comment=comment) for comment in comments))
    return [(remark.sentence, remark.rows) for remark in word_spellings(table.rows)]


@pytest.mark.shows("S2-26")
def test_local_references_of_the_published_table_are_spelled_two_ways():
    remarks = reference_spellings(published_2002_03().rows)

    assert [(remark.sentence, remark.rows) for remark in remarks] == [
        ("References of one kind are spelled 2 ways: “Local01” and “Local 03”.", (8, 9, 11, 12, 13))
    ]


@pytest.mark.shows("S2-26")
def test_charter_mark_of_the_published_table_is_spelled_two_ways():
    remarks = word_spellings(published_2002_03().rows)

    assert [(remark.sentence, remark.rows) for remark in remarks] == [
        ("One word is spelled 2 ways in the table: “Chartermark” and “Charter Marks”.", (8,))
    ]


@pytest.mark.parametrize(
    "references, sentences",
    [
        pytest.param(["Local 01", "Local 02"], [], id="one way"),
        pytest.param(["Local01", "local02"], ["References of one kind are spelled 2 ways: “Local01” and “local02”."],
                     id="capitals"),
        pytest.param(["L-1", "L.2", "L 3"], ["References of one kind are spelled 3 ways: “L-1”, “L.2” and “L 3”."],
                     id="three ways"),
        pytest.param(["1a", "2", "p32", "BV 12"], [], id="different kinds"),
        pytest.param(["", "?"], [], id="no references"),
    ],
)  # fmt: skip
def test_reference_spelled_otherwise_is_told(references, sentences):
    table = table_of(*(row(ref=reference) for reference in references))

    assert [remark.sentence for remark in reference_spellings(table.rows)] == sentences


@pytest.mark.parametrize(
    "comments, sentences",
    [
        pytest.param(
            ["The web site is new", "Our website"],
            [("One word is spelled 2 ways in the table: “web site” and “website”.", (0, 1))],
            id="two words",
        ),
        pytest.param(
            ["by e-mail", "by email", "Emails"],
            [("One word is spelled 2 ways in the table: “e-mail” and “email”.", (0, 1, 2))],
            id="hyphen",
        ),
        pytest.param(["website", "Websites"], [], id="plural and capital are no other way"),
        pytest.param(["It may be late", "Maybe next year"], [], id="short words meet by chance"),
        pytest.param(["every one of them", "everyone"], [], id="two meanings"),
        pytest.param(["The web. Site visits", "website"], [], id="two sentences"),
        pytest.param(["on-line", "on line"], [], id="no form in one word to set it against"),
    ],
)
def test_word_in_two_forms_is_told(comments, sentences):
    assert words(*comments) == sentences
