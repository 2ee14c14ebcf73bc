"""Within how many months a complaint is made, and where a procedure departs from its code."""

from datetime import date

import pytest

from complaints.rules.acceptance import age_in_words, is_too_old, months_before
from complaints.rules.departures import Times, departures

CODE = {
    "acknowledge": 5,
    "reply": 10,
    "extension": 10,
    "acknowledge_two": 5,
    "reply_two": 20,
    "extension_two": 20,
    "accept_months": 12,
}


@pytest.mark.parametrize(
    "day, months, before",
    [
        (date(2026, 10, 12), 12, date(2025, 10, 12)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 31), 2, date(2025, 11, 30)),
        (date(2026, 12, 31), 12, date(2025, 12, 31)),
    ],
)
def test_months_before(day, months, before):
    assert months_before(day, months) == before


@pytest.mark.shows("F65")
@pytest.mark.parametrize(
    "happened_on, is_old, words",
    [
        (date(2025, 10, 12), False, "within 12 months"),
        (date(2025, 10, 11), True, "what happened before 12 October 2025 may be refused"),
        (None, None, "Nobody has said when it happened"),
    ],
)
def test_more_than_twelve_months_is_too_old_and_discretion_comes_first(happened_on, is_old, words):
    received = date(2026, 10, 12)

    assert is_too_old(happened_on, received, 12) is is_old
    assert words in age_in_words(happened_on, received, 12)
    assert "2.2" in age_in_words(happened_on, received, 12)


def test_the_codes_own_times_depart_from_nothing():
    assert departures("complaint", "lgsco", Times(**CODE)) == []
    assert departures("complaint", "own", Times(**CODE | {"reply": 20})) == []
    assert departures("request", "lgsco", Times(**CODE | {"reply": 20})) == []


@pytest.mark.parametrize(
    "changed, sentence",
    [
        ({"reply": 20}, "Replies within 20 working days; the code says 10."),
        ({"acknowledge": None}, "Acknowledges nothing apart from the reply; the code asks for it."),
        ({"may_pause": True}, "Lets clocks be paused; the code allows no pause."),
        (
            {"has_stage_two": False, "reply_two": 99},
            "Has no second stage; the code has two.",
        ),
        (
            {"counted_from": "receipt"},
            "Counts the reply from the day of receipt; the code counts from the acknowledgement.",
        ),
    ],
)
def test_each_departure_is_a_sentence(changed, sentence):
    assert departures("complaint", "housing", Times(**CODE | changed)) == [sentence]
