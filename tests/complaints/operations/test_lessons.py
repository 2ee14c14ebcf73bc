"""Lessons: drawn from cases, led to actions, closed with what changed."""

import uuid

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from complaints.choices import CaseStep
from complaints.figures.lessons import learned_from, lessons_counted
from complaints.models import Case, Lesson, LessonAction
from complaints.operations.lessons import (
    add_lesson,
    change_lesson,
    close_lesson,
    follow_with,
    learn_from,
    reopen_lesson,
    unfollow,
)
from complaints.operations.steps import Stopped
from council.audit import Conflict
from tests.complaints.lives import at, day, in_hand, replied
from tests.factories import ServiceFactory, UserFactory
from tests.factories.learning import ActionFactory, LessonFactory

AT = at("2026-10-14")

pytestmark = pytest.mark.django_db


def learn(row, lesson, by, expected=None):
    return learn_from(row, lesson, expected=expected or row.version, by=by, at=AT)


@pytest.mark.shows("F74", "S1-04")
def test_a_lesson_is_written_with_the_case_that_taught_it(officer, service):
    row = replied(officer, service)
    new = Lesson(what="Crews must say when a round is cut short", learned_on=day("2026-10-14"))

    lesson = learn(row, new, officer)

    entry = row.entries.first()
    assert (entry.step, entry.note) == (CaseStep.LEARNED, new.what)
    assert lesson.learned_from.get().case == row


def test_one_lesson_is_drawn_from_many_cases_and_once_from_each(officer, service):
    lesson = LessonFactory()
    for _ in range(2):
        learn(in_hand(officer, service), lesson, officer)
    again = Case.objects.order_by("pk")[0]

    with pytest.raises(Stopped, match="already"):
        learn(again, lesson, officer)

    assert lesson.learned_from.count() == 2


@pytest.mark.shows("R4")
def test_a_case_that_somebody_changed_first_teaches_nothing(officer, service):
    row = in_hand(officer, service)

    with pytest.raises(Conflict):
        learn(row, Lesson(what="A lesson", learned_on=day("2026-10-14")), officer, expected=row.version - 1)

    assert not Lesson.objects.exists()


@pytest.mark.shows("R5")
def test_the_same_form_sent_twice_writes_one_lesson(officer):
    key = uuid.uuid4()
    said = {"what": "A lesson", "learned_on": day("2026-10-14"), "sent_as": key}

    made = [add_lesson(Lesson(**said), by=officer) for _ in range(2)]

    assert made[0] == made[1] == Lesson.objects.get()


@pytest.mark.shows("F74")
def test_an_action_follows_from_a_lesson_once_and_is_taken_off_again(officer):
    lesson, action = LessonFactory(), ActionFactory()
    link = follow_with(lesson, action, expected=1, by=officer, at=AT)

    assert follow_with(lesson, action, expected=1, by=officer, at=AT) == link
    with pytest.raises(Conflict):
        follow_with(Lesson.objects.get(), ActionFactory(), expected=1, by=officer, at=AT)
    unfollow(link, expected=2, by=officer)

    assert not LessonAction.objects.exists()


@pytest.mark.shows("F74")
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=12))
def test_a_lesson_counts_once_for_each_action_however_often_it_is_linked(pairs):
    with transaction.atomic():
        by = UserFactory()
        lessons, actions = [LessonFactory() for _ in range(4)], [ActionFactory() for _ in range(4)]
        for lesson, action in pairs:
            row = Lesson.objects.get(pk=lessons[lesson].pk)
            follow_with(row, actions[action], expected=row.version, by=by, at=AT)

        counted = lessons_counted()

        assert [counted[each.pk] for each in actions] == [
            len({lesson for lesson, action in pairs if action == number}) for number in range(4)
        ]
        transaction.set_rollback(True)


def test_a_lesson_is_closed_with_what_changed_and_opened_with_the_reason(officer):
    lesson = LessonFactory()
    with pytest.raises(Stopped, match="what changed"):
        close_lesson(lesson, changed="", expected=1, by=officer, at=AT)

    close_lesson(lesson, changed="Crews report it", expected=1, by=officer, at=AT)

    assert list(Lesson.objects.closed()) == [lesson]
    with pytest.raises(Stopped, match="why"):
        reopen_lesson(lesson, why="", expected=2, by=officer)
    reopen_lesson(lesson, why="It happened again", expected=2, by=officer)
    assert (lesson.closed_on, lesson.changed) == (None, "Crews report it")


def test_a_lesson_is_never_closed_without_what_changed():
    with pytest.raises(IntegrityError), transaction.atomic():
        LessonFactory(closed_on=day("2026-10-14"), changed="")


def test_a_change_that_came_second_is_refused(officer):
    lesson = LessonFactory()
    change_lesson(lesson, expected=1, by=officer)

    with pytest.raises(Conflict):
        change_lesson(Lesson.objects.get(), expected=1, by=officer)


def test_lessons_are_changed_by_those_whose_they_are(
    officer, other_officer, complaints_officer, member, service
):
    own, other = LessonFactory(service=service), LessonFactory(service=ServiceFactory())
    nobodys = LessonFactory()
    today = day("2026-10-14")

    def may_change(user):
        return set(Lesson.objects.changeable_by(user, day=today))

    assert may_change(officer) == {own, nobodys}
    assert may_change(other_officer) == {nobodys}
    assert may_change(complaints_officer) == {own, other, nobodys}
    assert may_change(member) == set()


@pytest.mark.shows("F81")
def test_members_and_officers_of_other_services_see_no_case_and_no_small_number(
    officer, other_officer, member, complaints_officer, service
):
    lesson, today = LessonFactory(service=service), day("2026-10-14")
    for _ in range(4):
        learn(in_hand(officer, service), lesson, officer)

    for reader in (member, other_officer):
        found = learned_from(lesson, reader=reader, day=today)
        assert (found.cases, found.number) == ([], "fewer than 5")
    for reader in (officer, complaints_officer):
        found = learned_from(lesson, reader=reader, day=today)
        assert (len(found.cases), found.number) == (4, 4)
