from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaints.choices import CaseKind, Finding
from complaints.rules.answers import PointFacts, ReplyFacts, close_problems, outcome_of, reply_problems

DAY = date(2026, 10, 20)
FACTS = {"kind": CaseKind.COMPLAINT, "stage": 1, "waited_from": date(2026, 10, 12), "replier": 7}
ANSWERED = (PointFacts(1, Finding.UPHELD),)


@pytest.mark.shows("F66", "F64", "F69")
@pytest.mark.parametrize(
    "facts, on, fields",
    [
        ({"points": ANSWERED}, DAY, []),
        ({"points": ()}, DAY, [""]),
        ({"points": (PointFacts(1, Finding.UPHELD), PointFacts(2))}, DAY, [""]),
        ({"kind": CaseKind.REQUEST}, DAY, []),
        ({"points": ANSWERED}, date(2026, 10, 11), ["on"]),
        ({"points": ANSWERED}, date(2026, 10, 21), ["on"]),
        ({"points": ANSWERED, "due_on": date(2026, 10, 19)}, DAY, ["late_why"]),
        ({"points": ANSWERED, "due_on": date(2026, 10, 19), "late_why": "Ill"}, DAY, []),
        ({"points": ANSWERED, "due_on": DAY}, DAY, []),
        ({"points": ANSWERED, "stage": 2, "answered_before": {7}}, DAY, [""]),
        ({"points": ANSWERED, "stage": 1, "answered_before": {7}}, DAY, []),
        ({"points": ANSWERED, "stage": 2, "answered_before": {8}}, DAY, []),
    ],
)
def test_what_keeps_a_reply_from_being_sent(facts, on, fields):
    problems = reply_problems(ReplyFacts(**(FACTS | facts)), on=on, today=DAY)

    assert [each.field for each in problems] == fields


def test_a_reply_before_its_time_began_is_told_the_day():
    facts = ReplyFacts(**(FACTS | {"points": ANSWERED}))
    (problem,) = reply_problems(facts, on=date(2026, 10, 11), today=DAY)

    assert problem.sentence == "The reply cannot be before 12 October 2026, when its time began."


@pytest.mark.shows("F67")
@pytest.mark.parametrize(
    "findings, outcome",
    [
        ([], None),
        (["upheld", "upheld"], Finding.UPHELD),
        (["upheld", "not_upheld"], Finding.PARTLY_UPHELD),
        (["partly_upheld", "no_finding"], Finding.PARTLY_UPHELD),
        (["not_upheld", "no_finding"], Finding.NOT_UPHELD),
        (["upheld", "no_finding"], Finding.UPHELD),
        (["no_finding"], Finding.NO_FINDING),
    ],
)
def test_what_was_found_of_a_whole_case(findings, outcome):
    assert outcome_of(findings) == outcome


@given(st.lists(st.sampled_from(Finding), min_size=1))
def test_the_outcome_does_not_depend_on_the_order_of_points(findings):
    assert outcome_of(findings) == outcome_of(sorted(findings))


@pytest.mark.parametrize(
    "kind, findings, outstanding, number",
    [
        (CaseKind.COMPLAINT, ["upheld"], 0, 0),
        (CaseKind.COMPLAINT, [], 0, 1),
        (CaseKind.COMPLAINT, ["upheld", ""], 0, 1),
        (CaseKind.COMPLAINT, ["upheld"], 2, 1),
        (CaseKind.COMPLAINT, [], 1, 2),
        (CaseKind.COMPLIMENT, [], 0, 0),
    ],
)
def test_what_keeps_a_case_from_being_closed(kind, findings, outstanding, number):
    assert len(close_problems(kind=kind, findings=findings, outstanding=outstanding)) == number
