"""What may become of a promise, when it is due, and what is wrong with it."""

from datetime import date

import pytest

from portfolios.choices import DueKind, Fate
from portfolios.rules.promises import (
    MAY_BECOME,
    DueSaid,
    Happening,
    PromiseFacts,
    due_of,
    may_become,
    promise_problems,
)

TODAY = date(2026, 10, 12)
AWAITED = Happening("Contract starts")
STARTED = Happening("Contract starts", happened_on=date(2026, 8, 31))
CALLED_OFF = Happening("Contract starts", will_not_happen=True)


def test_every_fate_says_what_may_follow_it():
    assert set(MAY_BECOME) == set(Fate)


@pytest.mark.parametrize(
    "fate, following, may",
    [
        (Fate.OPEN, Fate.KEPT, True),
        (Fate.OPEN, Fate.OPEN, False),
        (Fate.PART_KEPT, Fate.PART_KEPT, True),
        (Fate.PART_KEPT, Fate.OPEN, False),
        (Fate.MISSED, Fate.KEPT, True),
        (Fate.KEPT, Fate.MISSED, False),
        (Fate.KEPT, Fate.OPEN, True),
        (Fate.RELEASED, Fate.KEPT, False),
        (Fate.RELEASED, Fate.OPEN, True),
    ],
)
@pytest.mark.shows("F88", "S4-18")
def test_what_may_follow_what(fate, following, may):
    assert may_become(fate, following) is may


@pytest.mark.shows("F88", "S3-15", "X-02")
@pytest.mark.parametrize(
    "said, kind, on, remark",
    [
        pytest.param(
            DueSaid(words="contract start + 6 months", event=AWAITED),
            DueKind.EVENT,
            None,
            "Waits for “Contract starts”; due 6 months after it.",
            id="awaited",
        ),
        pytest.param(
            DueSaid(words="contract start + 6 months", event=STARTED),
            DueKind.EVENT,
            date(2027, 2, 28),
            "Counted 6 months after “Contract starts”, which happened on 31 August 2026.",
            id="happened",
        ),
        pytest.param(
            DueSaid(words="contract start + 6 months", event=STARTED, months=1),
            DueKind.EVENT,
            date(2026, 9, 30),
            "Counted 1 month after “Contract starts”, which happened on 31 August 2026.",
            id="other-months-chosen",
        ),
        pytest.param(
            DueSaid(words="subject to the outcome", event=AWAITED),
            DueKind.EVENT,
            None,
            "Waits for “Contract starts”.",
            id="no-months",
        ),
        pytest.param(
            DueSaid(event=CALLED_OFF),
            DueKind.EVENT,
            None,
            "It waited for “Contract starts”, which will not happen.",
            id="called-off",
        ),
        pytest.param(
            DueSaid(words="Spring 03", day=date(2003, 3, 31)),
            DueKind.DATE,
            date(2003, 3, 31),
            "Due by 31 March 2003.",
            id="a-day-chosen",
        ),
        pytest.param(
            DueSaid(words="the June committee", has_meeting=True, meets_on=date(2027, 6, 8)),
            DueKind.MEETING,
            date(2027, 6, 8),
            "Due at the meeting on 8 June 2027.",
            id="a-meeting-chosen",
        ),
        pytest.param(
            DueSaid(words="June", made_on=TODAY, has_meeting=True),
            DueKind.MEETING,
            date(2027, 6, 30),
            "No year is written: read as the first after the promise. "
            "Taken to mean by 30 June 2027 at the latest.",
            id="a-meeting-whose-day-is-not-known",
        ),
        pytest.param(
            DueSaid(words="as and when"), DueKind.OPEN, None, "These words name no day.", id="words-alone"
        ),
    ],
)
def test_what_was_chosen_goes_before_the_words(said, kind, on, remark):
    due = due_of(said)

    assert (due.kind, due.on, due.remark) == (kind, on, remark)


def facts(**more):
    usual = {
        "fate": Fate.OPEN,
        "due_kind": DueKind.DATE,
        "due_on": date(2026, 12, 1),
        "owner": "Head of Waste",
        "owner_is_held": True,
    }
    return PromiseFacts(**(usual | more))


@pytest.mark.shows("S3-23", "S0-15", "L12")
@pytest.mark.parametrize(
    "more, sentences",
    [
        pytest.param({}, [], id="nothing"),
        pytest.param(
            {"owner": "", "due_on": None, "due_kind": DueKind.OPEN},
            [
                "No post owns it, so nobody is asked for it. An administrator names one.",
                "It has no day, so it can never be late. Agree one with whoever owns it.",
            ],
            id="neither-owner-nor-day",
        ),
        pytest.param(
            {"owner_is_held": False}, ["Nobody holds the post Head of Waste today."], id="a-vacant-post"
        ),
        pytest.param({"due_kind": DueKind.EVENT, "due_on": None, "event": AWAITED}, [], id="waiting"),
        pytest.param(
            {"due_kind": DueKind.EVENT, "due_on": None, "event": CALLED_OFF},
            ["It waits for “Contract starts”, which will not happen. Give it a day, or release it."],
            id="will-not-happen",
        ),
        pytest.param(
            {"due_on": date(2026, 10, 11)},
            ["It was due by 11 October 2026 and something is still owed."],
            id="overdue",
        ),
        pytest.param({"due_on": TODAY}, [], id="due-today"),
        pytest.param({"fate": Fate.MISSED, "owner": "", "due_on": None}, [], id="settled"),
    ],
)
def test_problems_are_sentences_that_say_what_to_do(more, sentences):
    assert [each.sentence for each in promise_problems(facts(**more), on=TODAY)] == sentences


@pytest.mark.shows("X-02")
@pytest.mark.parametrize(
    "said",
    [
        pytest.param(DueSaid(words="January 2020", made_on=date(2026, 11, 27)), id="as-written"),
        pytest.param(DueSaid(day=date(2020, 1, 31), made_on=date(2026, 11, 27)), id="as-chosen"),
    ],
)
def test_a_time_before_the_promise_itself_is_remarked_on(said):
    assert "That is before the promise was made, on 27 November 2026." in due_of(said).remark


@pytest.mark.shows("S3-15")
def test_weeks_after_an_event_are_counted_from_it():
    due = due_of(DueSaid(words="2 weeks after contract start", event=STARTED))

    assert (due.on, due.months, due.days) == (date(2026, 9, 14), None, 14)
