import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.rules.published.ditto import is_ditto, resolve_dittos
from tests.performance.rules.published.tables import published_2002_03

WORDS = st.sampled_from(["", "Ditto", "See above", "Survey to be repeated", "Being reviewed"])


def resolved(*comments):
    return [comment.resolved for comment in resolve_dittos(comments)]


@pytest.mark.shows("S2-10")
@pytest.mark.parametrize(
    "comment", ["Ditto", "ditto.", "DITTO", '"', "”", "〃", "''", "do.", "See above", "As above.", "(as above)",
                "Same as above", "See above comment", "Please see above", "As previous", "-do-"],
)  # fmt: skip
def test_comment_that_points_above_is_told(comment):
    assert is_ditto(comment)


@pytest.mark.parametrize(
    "comment", ["", "Do it", "See above target", "Ditto machine replaced", "Above target", "0"]
)
def test_comment_of_its_own_is_no_ditto(comment):
    assert not is_ditto(comment)


@pytest.mark.shows("S2-10")
def test_dittos_of_the_published_table_resolve_to_the_comment_above():
    comments = resolve_dittos([row.comment for row in published_2002_03().rows])

    assert {
        comment.as_written: (comment.resolved, comment.row_from)
        for comment in comments
        if is_ditto(comment.as_written)
    } == {
        "See above": ("DTLR survey to be repeated 2003", 3),
        "Ditto": ("Rule changes mean no new Charter Marks for 6 months", 8),
    }
    assert comments[9].sentence == (
        "“Ditto” stands for the comment of row 9: “Rule changes mean no new Charter Marks for 6 months”."
    )


@pytest.mark.shows("S2-10")
def test_resolved_words_survive_sorting():
    comments = resolve_dittos(["Survey to be repeated", "Ditto", "Being reviewed"])

    by_words = sorted(comments, key=lambda comment: comment.as_written)

    assert [(comment.as_written, comment.resolved) for comment in by_words] == [
        ("Being reviewed", "Being reviewed"),
        ("Ditto", "Survey to be repeated"),
        ("Survey to be repeated", "Survey to be repeated"),
    ]


@pytest.mark.shows("S2-10")
def test_chain_of_dittos_leads_to_the_same_comment():
    comments = resolve_dittos(["Survey", "Ditto", '"', "As above"])

    assert [comment.resolved for comment in comments] == ["Survey"] * 4
    assert [comment.row_from for comment in comments] == [0] * 4
    assert [comment.as_written for comment in comments] == ["Survey", "Ditto", '"', "As above"]


def test_ditto_takes_the_nearest_comment():
    assert resolved("Survey", "Rule changes", "Ditto") == ["Survey", "Rule changes", "Rule changes"]


def test_ditto_passes_over_blank_comments_and_says_so():
    comments = resolve_dittos(["Survey", "", "Ditto"])

    assert comments[2].resolved == "Survey"
    assert comments[2].sentence == (
        "“Ditto” stands for the comment of row 1: “Survey”. No comment of its own stands in row 2, which was "
        "passed over."
    )


@pytest.mark.shows("S2-10")
def test_ditto_with_nothing_above_stays_unresolved():
    comments = resolve_dittos(["", "Ditto", "See above", "Survey"])

    assert [comment.resolved for comment in comments] == ["", None, None, "Survey"]
    assert comments[1].sentence == "“Ditto” points to a comment above, but no row above has one."


@given(st.lists(WORDS))
def test_resolved_words_are_never_a_ditto(comments):
    assert not any(is_ditto(comment.resolved) for comment in resolve_dittos(comments) if comment.resolved)


@given(st.lists(WORDS))
def test_words_as_written_are_never_changed(comments):
    assert [comment.as_written for comment in resolve_dittos(comments)] == comments
