"""What keeps a return from being submitted."""

from datetime import date

import pytest

from council.rag import Rag
from performance.choices import Known, ValueStatus
from performance.rules.readiness import carried_problems, override_problems, submission_problems


@pytest.mark.parametrize(
    "known, carried_from, asked",
    [
        pytest.param(Known.KNOWN, "", ["carried_from"], id="without-a-day"),
        pytest.param(Known.KNOWN, "March 2026", [], id="with-its-day"),
        pytest.param(Known.NOT_DUE, "", [], id="nothing-to-carry"),
    ],
)
def test_a_value_carried_forward_says_when_it_was_measured(known, carried_from, asked):
    problems = submission_problems(
        known=known,
        as_written="85",
        comment="It starts in May." if known == Known.NOT_DUE else "",
        rating=Rag.GREEN,
        value_status=ValueStatus.CARRIED_FORWARD,
        carried_from=carried_from,
    )

    assert [each.field for each in problems] == asked


@pytest.mark.parametrize(
    "text, said",
    [
        pytest.param("March 2026", "", id="a-month"),
        pytest.param("30 September 2026", "", id="the-last-day"),
        pytest.param("2000/01 (survey)", "", id="a-year-with-its-source"),
        pytest.param("29/02/2026", "February 2026 has 28 days. Say when", id="no-such-day"),
        pytest.param("??", "Say when this value was last measured", id="no-date"),
        pytest.param("a while ago", "Say when this value was last measured", id="no-time"),
        pytest.param("October 2026", "before the period ended on 30 September 2026", id="to-come"),
    ],
)
def test_when_a_value_was_last_measured_is_a_time_before_its_period_ended(text, said):
    problems = carried_problems(text, ends_on=date(2026, 9, 30))

    assert [each.field for each in problems] == (["carried_from"] if said else [])
    assert said in "".join(each.sentence for each in problems)


@pytest.mark.parametrize("known", [Known.NOT_KNOWN, Known.NOT_DUE])
def test_no_value_needs_a_comment_that_says_why(known):
    problems = submission_problems(known=known, as_written="", comment="", rating=Rag.NOT_DUE)

    assert [each.field for each in problems] == ["comment"]


@pytest.mark.shows("N43", "N44")
@pytest.mark.parametrize("comment, asked", [("", ["comment"]), ("Two sites were added.", [])])
def test_an_odd_value_needs_a_comment(comment, asked):
    problems = submission_problems(
        known=Known.KNOWN, as_written="460", comment=comment, rating=Rag.GREEN, doubts=["This is odd."]
    )

    assert [each.field for each in problems] == asked


@pytest.mark.parametrize("known, asked", [(Known.KNOWN, 0), (Known.NOT_KNOWN, 1), (Known.NOT_DUE, 1)])
def test_only_a_value_can_be_given_another_rating(known, asked):
    assert len(override_problems(known=known)) == asked
