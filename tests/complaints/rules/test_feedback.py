import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaints.rules.feedback import ServiceFeedback, added, causes_added, whose_return
from complaints.rules.feedback_report import TeamPart, as_values, from_values, put_together
from complaints.rules.feedback_words import drafted, drafted_of_actions

BEFORE = added([])


@pytest.mark.parametrize(
    ("part", "counts", "before", "causes", "sentences"),
    [
        ("requests", {}, {}, [], "No service requests came in, none in the quarter before either."),
        (
            "requests",
            {"requests": 1},
            {},
            [],
            "1 service request came in, 1 more than in the quarter before.",
        ),
        (
            "requests",
            {"requests": 4, "requests_in_time": 2, "requests_open_late": 1},
            {"requests": 4},
            [],
            "4 service requests came in, as in the quarter before. Answers in time: 2 of 3; 1 is still open and late.",
        ),
        (
            "complaints",
            {"complaints": 3, "complaints_in_time": 1, "complaints_late": 1, "upheld": 1},
            {"complaints": 5},
            ["Delay", "Staff conduct"],
            "3 complaints came in, 2 fewer than in the quarter before. Stage 1 answers in time: 1 of 2. 1 was upheld "
            "at least in part. Most often because of: Delay, Staff conduct.",
        ),
        ("actions", {}, {}, [], ""),
    ],
)
@pytest.mark.shows("S1-06")
def test_the_figures_draft_the_first_words(part, counts, before, causes, sentences):
    assert drafted(part, added([counts]), added([before]), causes) == sentences


@pytest.mark.parametrize(
    ("states", "sentence"),
    [
        ([], "No action is under way."),
        ([("Planned", True)], "1 action: 1 planned. 1 is overdue."),
        (
            [("Planned", True), ("Done", False), ("Planned", True)],
            "3 actions: 2 planned, 1 done. 2 are overdue.",
        ),
    ],
)
def test_the_actions_are_summed_up(states, sentence):
    actions = [{"state": state, "is_overdue": is_overdue} for state, is_overdue in states]

    assert drafted_of_actions(actions) == sentence


def test_a_service_is_told_of_by_the_nearest_that_a_post_manages():
    above = {1: None, 2: 1, 3: 2, 4: 3, 5: None}

    assert whose_return(above, {1, 3}) == {1: 1, 2: 1, 3: 3, 4: 3, 5: None}


@given(st.data())
def test_every_service_is_in_one_return_at_most_and_managed_ones_in_their_own(data):
    services = data.draw(st.lists(st.integers(1, 30), unique=True, max_size=12))
    above = {each: data.draw(st.sampled_from([None, *services[:at]])) for at, each in enumerate(services)}
    managed = data.draw(st.sets(st.sampled_from(services))) if services else set()

    found = whose_return(above, managed)

    assert set(found) == set(services)
    assert all(found[each] == each for each in managed)
    assert {each for each in found.values() if each is not None} == managed


def part(team, services, *, returned="12 July 2026", words=None):
    told = [ServiceFeedback(pk, name, added([counts])) for pk, name, counts in services]
    return TeamPart(team, returned, told, frozenset(each.pk for each in told), words or {})


@pytest.mark.shows("S1-19", "F81")
def test_a_body_is_told_of_its_own_services_with_small_numbers_hidden_and_no_words_of_teams():
    parts = [
        part(
            "Waste",
            [(1, "Bins", {"complaints": 3}), (2, "Streets", {"complaints": 9})],
            words={"Complaints": "…"},
        ),
        part("Parks", [(3, "Parks", {"complaints": 7})]),
        part("Planning", [(4, "Planning", {"complaints": 20})]),
    ]

    found = put_together(parts, services={1, 3})

    complaints = [(line.team, line.shown[1]) for line in found.lines]
    # The one small number would be known from the total, so the next smallest is hidden as well.
    assert complaints == [("Waste", "fewer than 5"), ("Parks", "not shown")]
    assert found.words == ()
    whole = put_together(parts, services=None)
    assert [line.shown[1] for line in whole.lines] == [12, 7, 20]
    assert whole.total[1] == 39
    assert whole.words == (("Waste", (("Complaints", "…"),)),)


@pytest.mark.shows("S1-18")
def test_who_has_not_returned_is_named_and_nobody_to_whom_nothing_was_said():
    parts = [
        part("Waste", [(1, "Bins", {"complaints": 3})], returned=""),
        TeamPart("Parks", "", [], frozenset({2})),
    ]

    found = put_together(parts, services=None)

    assert found.not_returned == ("Waste",)
    assert [line.team for line in found.lines] == ["Waste"]


def test_causes_are_added_up_the_most_frequent_first():
    assert causes_added([{"Delay": 1, "Staff": 2}, {"Delay": 4}]) == [("Delay", 5), ("Staff", 2)]


@given(st.lists(st.integers(0, 30), max_size=6), st.booleans())
def test_a_report_is_the_same_read_back_from_its_values(numbers, for_body):
    parts = [
        part(f"Team {pk}", [(pk, "S", {"complaints": n})], words={"Complaints": "Ä"})
        for pk, n in enumerate(numbers)
    ]
    found = put_together(parts, services=set(range(6)) if for_body else None)

    assert from_values(as_values(found)) == found
