"""What the demo council learned: actions in every state, a cause that fell, and thanks."""

from collections import Counter

import pytest

from complaints.figures.causes import first_complaint, received_by_cause, unanswered_share
from complaints.models import Cause, Lesson, Thanks, ThanksNotice
from council.demo.cases.lessons_said import ACTIONS, LESSONS
from council.overview.fall import fall_words, judged, months_until, settled, stretches_of
from council.overview.fitness import passed_by_action
from portfolios.choices import ActionState
from portfolios.models import Action
from tests.council.demo.conftest import NOVEMBER

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def demo(council, db):
    """Every test here looks at the demo council."""
    return council


def test_there_are_actions_in_every_state_one_fit_and_one_that_fails_four_tests():
    assert {each.state for each in Action.objects.all()} == set(ActionState)
    found = passed_by_action()
    assert len(found) == len(ACTIONS) == 6
    assert max(found.values()) == 5
    assert min(found.values()) == 1


def test_each_lesson_was_drawn_from_cases_and_led_to_actions():
    assert Lesson.objects.count() == len(LESSONS) == 4
    for lesson in Lesson.objects.all():
        assert lesson.learned_from.exists(), lesson
        assert lesson.led_to.exists(), lesson


@pytest.mark.shows("L17")
def test_complaints_of_one_cause_fell_after_an_action_was_done():
    spans = months_until(NOVEMBER, since=first_complaint())
    since, until = spans[0][0], spans[-1][1]
    kept = settled(spans, unanswered_share(since=since, until=until))
    cause = Cause.objects.get(name="Not done at all")
    months = stretches_of(kept, received_by_cause(since=since, until=until).get(cause.pk, Counter()))

    assert fall_words(judged(months)).startswith("They fell since")


def test_thanks_were_passed_on_and_nobody_waits_to_be_told():
    assert Thanks.objects.values("case").distinct().count() == 5
    assert not ThanksNotice.objects.to_send().exists()
