"""Did complaints of a cause fall: the months in words and as far as each reader may see them."""

import datetime
from collections import Counter
from fractions import Fraction

import pytest
from django.test import Client

from complaints.figures.causes import received_by_cause
from complaints.models import Cause, PointAnswer
from council.overview.fall import (
    Stretch,
    fall_chart,
    fall_of,
    fall_words,
    in_quarters,
    judged,
    months_until,
    settled,
    stretches_of,
)
from portfolios.models import Action
from tests.complaints.lives import at, in_hand
from tests.factories.complaints import case

TODAY = datetime.date(2026, 11, 27)


def months(*numbers, until=TODAY):
    """So many complaints in each of the months that ended last."""
    spans = months_until(until, since=datetime.date(2000, 1, 1))[-len(numbers) :]
    counts = Counter(
        {(start.year, start.month): number for (start, _), number in zip(spans, numbers, strict=True)}
    )
    return stretches_of(spans, counts)


FELL = (6, 7, 5, 8, 6, 7, 6, 7, 1, 2, 1, 0, 1, 2, 1, 0)


@pytest.mark.shows("L17", "F74")
@pytest.mark.parametrize(
    "numbers, says",
    [
        pytest.param(FELL, "They fell since March 2026: 8 months in a row below the mean", id="fell"),
        pytest.param(tuple(reversed(FELL)), "They rose since March 2026: 8 months in a row above", id="rose"),
        pytest.param((5, 7, 6, 5, 7, 6, 5, 7, 6, 5, 7, 6), "No change that is more than chance", id="chance"),
        pytest.param((5, 1, 0), "Too few to say", id="three-months"),
        pytest.param((0,) * 14, "Too few to say, or too much alike", id="none-at-all"),
    ],
)
def test_the_sentence_says_whether_they_fell(numbers, says):
    assert fall_words(judged(months(*numbers))).startswith(says)


def test_without_a_month_nobody_can_say():
    assert "nobody can say" in fall_words(judged([]))


def test_the_month_in_hand_and_those_before_the_first_complaint_are_left_out():
    found = months_until(TODAY, since=datetime.date(2026, 8, 20))

    assert [str(start) for start, _ in found] == ["2026-08-01", "2026-09-01", "2026-10-01"]
    assert months_until(TODAY, since=None) == []
    assert len(months_until(TODAY, since=datetime.date(2000, 1, 1))) == 36


@pytest.mark.shows("L17")
def test_months_that_are_not_answered_yet_are_left_out_because_every_cause_would_fall():
    spans = months_until(TODAY, since=datetime.date(2026, 7, 1))
    unanswered = {(2026, 7): Fraction(1, 2), (2026, 9): Fraction(1, 5), (2026, 10): Fraction(1, 9)}

    assert [start.month for start, _ in settled(spans, unanswered)] == [7, 8]
    assert settled(spans, {}) == spans


def test_quarters_are_whole_ones_of_the_calendar():
    found = in_quarters(months(*range(1, 12), until=datetime.date(2026, 11, 1)))

    assert [each.label for each in found] == [
        "January to March 2026",
        "April to June 2026",
        "July to September 2026",
    ]
    assert [each.number for each in found] == [2 + 3 + 4, 5 + 6 + 7, 8 + 9 + 10]


@pytest.mark.shows("F81")
@pytest.mark.parametrize(
    "numbers, word",
    [
        pytest.param((5, 6, 0, 7), "Month", id="no-small-month"),
        pytest.param((2, 3, 1, 4, 4, 4, 0, 0, 0), "Quarter", id="small-months"),
        pytest.param((1, 1, 1, 6, 6, 6, 0, 0, 0), "", id="a-small-quarter"),
        pytest.param((), "", id="nothing"),
    ],
)
def test_who_handles_no_case_sees_numbers_only_where_none_is_small(numbers, word):
    own = months(*numbers, until=datetime.date(2026, 10, 1)) if numbers else []

    found = fall_of(own, sees_all=False)

    assert found.word == word
    assert all(each.number == 0 or each.number >= 5 for each in found.stretches)
    assert bool(found.spc) is bool(word)


def test_who_handles_cases_sees_each_month():
    found = fall_of(months(1, 0, 2), sees_all=True)

    assert ([each.number for each in found.stretches], found.word) == ([1, 0, 2], "Month")


@pytest.mark.shows("L17")
def test_the_chart_marks_the_months_in_which_actions_were_done_and_its_line_goes_on():
    fall = fall_of(months(*FELL), sees_all=True)
    done = [Action(done_on=datetime.date(2026, 2, 10)), Action(done_on=datetime.date(2026, 2, 20)), Action()]

    chart = fall_chart(fall, title="Complaints", actions=done)

    place = next(at for at, each in enumerate(fall.stretches) if each.label == "February 2026")
    assert chart.marks == [(place, "Action done")]
    assert len(chart.pieces()) == 1
    notes = [row[-1] for row in chart.table().rows]
    assert [note for note in notes if note] == ["Action done"]
    assert all(drawing for drawing in chart.drawings())


def test_a_chart_without_limits_is_none():
    assert (
        fall_chart(fall_of([Stretch("May 2026", TODAY, TODAY, 4)], sees_all=True), title="", actions=[])
        is None
    )


def named(row, by, cause, *, on, stage=1):
    """An answer to each point of a case that names the cause."""
    for point in row.points.all():
        answer = {"finding": "upheld", "words": "So it was", "cause": cause, "at": at(on), "by": by}
        PointAnswer(point=point, stage=stage, **answer).save(force_insert=True)


@pytest.mark.django_db
@pytest.mark.shows("L17")
def test_a_case_counts_once_and_by_its_newest_answers(officer, service):
    first, other = Cause.objects.all()[:2]
    both = in_hand(officer, service, points=("One", "Two"))
    named(both, officer, first, on="2026-10-13")
    moved = in_hand(officer, service)
    named(moved, officer, first, on="2026-10-13")
    named(moved, officer, other, on="2026-10-20", stage=2)
    case(kind="request")

    found = received_by_cause(since=datetime.date(2026, 10, 1), until=datetime.date(2026, 10, 31))

    assert found == {first.pk: Counter({(2026, 10): 1}), other.pk: Counter({(2026, 10): 1})}


@pytest.mark.django_db
@pytest.mark.shows("F81", "L17")
def test_a_member_sees_neither_small_numbers_nor_their_file(officer, service, member, time_machine):
    time_machine.move_to("2027-02-10 09:00")
    cause = Cause.objects.first()
    named(in_hand(officer, service), officer, cause, on="2026-10-13")
    client = Client()
    client.force_login(member)

    page = client.get(f"/complaints/causes/{cause.pk}/")
    file = client.get(f"/complaints/causes/{cause.pk}/?export=csv")
    listed = client.get("/complaints/causes/").content.decode()

    assert page.context["fall"].stretches == []
    assert "text/html" in file.headers["Content-Type"]
    assert "fewer than 5" in listed


@pytest.mark.django_db
def test_there_is_no_cause_of_a_key_too_large(officer):
    client = Client()
    client.force_login(officer)

    assert client.get(f"/complaints/causes/{2**70}/").status_code == 404
