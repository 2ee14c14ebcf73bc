"""Two holders at once and gaps between two, to the day; what is not known is held against nobody."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolios.rules.appointments import ClashKind, HolderTerm, clashes, spells, unexplained

MAY, NEXT = date(2026, 5, 19), date(2026, 5, 20)
OVERLAP, GAP = ClashKind.OVERLAP, ClashKind.GAP


def term(holder, starts_on, ends_on=None, explanation=""):
    return HolderTerm(holder, holder, starts_on, ends_on, explanation)


A = term("Ashby", date(2025, 5, 21), MAY)


@pytest.mark.shows("F1", "S0-08")
@pytest.mark.parametrize(
    "terms, found",
    [
        pytest.param([], [], id="nobody"),
        pytest.param([A], [], id="one"),
        pytest.param([A, term("Birch", NEXT)], [], id="the-day-after"),
        pytest.param([A, term("Birch", MAY)], [(OVERLAP, MAY, MAY)], id="the-same-day"),
        pytest.param(
            [A, term("Birch", date(2026, 5, 21))], [(GAP, NEXT, NEXT)], id="one-day-without-anybody"
        ),
        pytest.param(
            [A, term("Birch", date(2026, 1, 1), date(2026, 2, 1))],
            [(OVERLAP, date(2026, 1, 1), date(2026, 2, 1))],
            id="one-within-the-other",
        ),
        pytest.param(
            [A, term("Birch", date(2026, 1, 1), date(2026, 2, 1)), term("Cole", NEXT)],
            [(OVERLAP, date(2026, 1, 1), date(2026, 2, 1))],
            id="the-longer-one-leaves-no-gap",
        ),
        pytest.param(
            [term("Ashby", date(2025, 5, 21)), term("Birch", NEXT)],
            [(OVERLAP, NEXT, date.max)],
            id="the-earlier-never-ends",
        ),
        pytest.param(
            [term("Ashby", None, MAY), term("Birch", NEXT)], [], id="start-not-known-and-ended-before"
        ),
        pytest.param(
            [term("Ashby", None, MAY), term("Birch", date(2020, 1, 1), date(2020, 2, 1))],
            [],
            id="start-not-known-claims-nothing",
        ),
        pytest.param([A, term("Birch", None, None)], [], id="start-not-known-leaves-no-gap"),
        pytest.param(
            [term("Ashby", None), term("Birch", None)], [(OVERLAP, date.max, date.max)], id="both-last"
        ),
    ],
)
def test_overlaps_and_gaps_to_the_day(terms, found):
    assert [(each.kind, each.first, each.last) for each in clashes(terms)] == found


@pytest.mark.parametrize(
    "terms, sentence",
    [
        pytest.param(
            [A, term("Birch", date(2026, 5, 1))],
            "Ashby and Birch would both hold it from 1 May 2026 to 19 May 2026. ",
            id="overlap",
        ),
        pytest.param(
            [A, term("Birch", date(2026, 6, 1))],
            "Nobody would hold it from 20 May 2026 to 31 May 2026, between Ashby and Birch. ",
            id="gap",
        ),
        pytest.param(
            [A, term("Birch", MAY)], "Ashby and Birch would both hold it on 19 May 2026. ", id="one-day"
        ),
        pytest.param(
            [term("Ashby", date(2025, 5, 21)), term("Birch", NEXT)],
            "Ashby and Birch would both hold it from 20 May 2026 on. ",
            id="for-good",
        ),
        pytest.param(
            [term("Ashby", None), term("Birch", None)],
            "Ashby and Birch would both hold it at once. ",
            id="days-not-known",
        ),
    ],
)
def test_a_clash_names_both_holders_and_the_days(terms, sentence):
    [clash] = clashes(terms)

    assert clash.sentence == f"{sentence}Change a day, or say why under “Why two, or why a gap”."


@pytest.mark.parametrize("who", ["earlier", "later"])
@pytest.mark.parametrize("start", [MAY, date(2026, 6, 1)], ids=["overlap", "gap"])
def test_either_of_the_two_can_explain(who, start):
    earlier = term("Ashby", A.starts_on, MAY, "Job share" if who == "earlier" else "")
    later = term("Birch", start, None, "Job share" if who == "later" else "")

    assert unexplained([earlier, later]) == []


def test_what_stood_before_is_not_held_against_a_later_change():
    gap = [A, term("Birch", date(2026, 6, 1), date(2026, 6, 30))]

    assert unexplained([*gap, term("Cole", date(2026, 7, 1))], before=gap) == []
    assert len(unexplained([*gap, term("Cole", date(2026, 7, 2))], before=gap)) == 1


@pytest.mark.shows("F1")
@pytest.mark.parametrize(
    "terms, words",
    [
        pytest.param([], [], id="nobody"),
        pytest.param(
            [A, term("Birch", date(2026, 6, 1))],
            [
                ("Birch", "Since 1 June 2026", ""),
                ("", "Vacant from 20 May 2026 to 31 May 2026", ""),
                ("Ashby", "From 21 May 2025 to 19 May 2026", ""),
            ],
            id="gap",
        ),
        pytest.param(
            [term("Ashby", None, MAY, "Resigned")],
            [
                ("", "Vacant since 20 May 2026", "Resigned"),
                ("Ashby", "Start not known to 19 May 2026", ""),
            ],
            id="vacant-now",
        ),
        pytest.param(
            [A, term("Birch", MAY, None, "Handover day")],
            [
                ("Birch", "Since 19 May 2026", "Handover day"),
                ("Ashby", "From 21 May 2025 to 19 May 2026", ""),
            ],
            id="two-for-a-day",
        ),
    ],
)
def test_the_timeline_says_vacancies_and_explanations(terms, words):
    found = spells(terms, day=date(2026, 7, 1))

    assert [(each.holder, each.words, each.explanation) for each in found] == words


DAYS = st.dates(date(2020, 1, 1), date(2020, 2, 28))


@st.composite
def known_terms(draw):
    starts_on = draw(DAYS)
    return term(draw(st.text("abc", min_size=1)), starts_on, draw(DAYS.filter(lambda day: day >= starts_on)))


@given(st.lists(known_terms(), max_size=6))
def test_every_day_of_an_overlap_has_two_holders_and_every_day_of_a_gap_none(terms):
    for clash in clashes(terms):
        for day in (clash.first, clash.last):
            holders = [each for each in terms if each.starts_on <= day <= each.ends_on]
            assert len(holders) >= 2 if clash.kind == OVERLAP else not holders


@given(st.lists(known_terms(), min_size=1, max_size=6))
def test_a_day_between_first_and_last_without_a_holder_lies_in_a_gap(terms):
    gaps = [each for each in clashes(terms) if each.kind == GAP]
    first, last = min(each.starts_on for each in terms), max(each.ends_on for each in terms)
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        is_held = any(each.starts_on <= day <= each.ends_on for each in terms)
        assert is_held != any(gap.first <= day <= gap.last for gap in gaps)
