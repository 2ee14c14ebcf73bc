"""Lessons and thanks as officers meet them: written from a case, changed, and read by those whom they are for."""

import pytest

from complaints.models import Case, Lesson, Thanks
from complaints.operations.lessons import change_lesson, close_lesson
from tests.complaints.lives import at, in_hand
from tests.complaints.views.pages import boxes, browser, opened, problems, resent, sent, told
from tests.factories import ServiceFactory
from tests.factories.learning import ActionFactory, LessonFactory

AT = at("2026-10-13")

pytestmark = pytest.mark.django_db


def step(user, lesson, name, **typed):
    client = browser(user)
    version = {"version": str(typed.pop("version", lesson.version))}
    return client.post(f"{lesson.get_absolute_url()}{name}/", version | typed, follow=True)


@pytest.mark.shows("F74")
def test_a_new_lesson_is_written_from_the_page_of_a_case(officer, service):
    row = in_hand(officer, service)

    answer = sent(officer, row, "learn", what="Crews must say so")

    lesson = Lesson.objects.get()
    assert (lesson.service, lesson.learned_from.get().case) == (service, row)
    assert "kept with this case" in told(answer)
    assert lesson.get_absolute_url() in answer.content.decode()


def test_a_lesson_that_is_there_is_chosen_from_the_same_service_first(officer, service):
    row = in_hand(officer, service)
    LessonFactory(what="Elsewhere", service=ServiceFactory())
    own = LessonFactory(what="Here", service=service)
    page = opened(officer, row, "learn").content.decode()
    assert page.index("Here") < page.index("Elsewhere")

    sent(officer, row, "learn", lesson=str(own.pk))

    assert own.learned_from.get().case == row


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({}, "Write what was learned, or choose a lesson that is there already"),
        ({"lesson": "99999999999999999999"}, "Select a valid choice"),
        ({"what": "a\x00b"}, "Take out"),
        ({"what": "A lesson", "cause": "99999999999999999999"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_with_a_lesson_is_told_and_nothing_is_written(officer, service, typed, sentence):
    row = in_hand(officer, service)

    answer = sent(officer, row, "learn", **typed)

    assert any(sentence in each for each in problems(answer)), problems(answer)
    assert not Lesson.objects.exists()


@pytest.mark.shows("R4")
def test_the_second_to_learn_from_a_case_sees_what_happened_and_keeps_the_words(officer, service):
    row = in_hand(officer, service)
    read = boxes(opened(officer, row, "learn"))
    sent(officer, row, "note", words="Something")

    answer = resent(officer, row, "learn", read, what="Crews must say so")

    assert "Crews must say so" in answer.content.decode()
    assert "already: “Noted”" in " ".join(problems(answer))
    assert not Lesson.objects.exists()


@pytest.mark.shows("F76")
def test_thanks_are_passed_on_from_the_page_of_a_case_and_read_by_the_team(officer, service):
    row = in_hand(officer, service, words="Your crew was kind. Doris Smith")

    answer = sent(officer, row, "thank", words="Your crew was kind.", deed="Read out")

    assert told(answer) == f"The thanks are passed on to {service}."
    page = browser(officer).get("/complaints/thanks/").content.decode()
    assert "Your crew was kind." in page
    assert "Doris" not in page
    assert row.reference in page


@pytest.mark.shows("F76", "F81")
def test_thanks_are_shown_to_nobody_else(officer, service, other_officer, member):
    row = in_hand(officer, service)
    sent(officer, row, "thank", words="Kind people", deed="Read out")

    for reader in (other_officer, member):
        assert "Kind people" not in browser(reader).get("/complaints/thanks/").content.decode()


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"service": ""}, "Choose whom the thanks are for"),
        ({"deed": ""}, "Enter what is done with it"),
        ({"person": "99999999999999999999", "deed": "Read out"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_with_thanks_is_told(officer, service, typed, sentence):
    row = in_hand(officer, service)

    answer = sent(officer, row, "thank", **typed)

    assert any(sentence in each for each in problems(answer)), problems(answer)
    assert not Thanks.objects.exists()


@pytest.mark.shows("F81")
def test_members_read_a_lesson_without_a_case_or_a_form(officer, service, member):
    row = in_hand(officer, service)
    sent(officer, row, "learn", what="Crews must say so")

    page = browser(member).get(Lesson.objects.get().get_absolute_url()).content.decode()

    assert "fewer than 5 cases" in page
    assert row.reference not in page
    assert "<form" not in page.split("<main")[1].split("</main>")[0]


def test_a_lesson_is_closed_and_opened_on_its_page(officer):
    lesson = LessonFactory()

    answer = step(officer, lesson, "close", changed="Crews report it")

    lesson.refresh_from_db()
    assert lesson.changed == "Crews report it"
    assert "closed, with what changed" in told(answer)
    step(officer, lesson, "reopen", why="Again")
    lesson.refresh_from_db()
    assert lesson.closed_on is None


@pytest.mark.shows("R4")
def test_the_second_to_close_a_lesson_sees_that_and_keeps_the_words(officer):
    lesson = LessonFactory()
    close_lesson(lesson, changed="They did it", expected=1, by=officer, at=AT)

    answer = step(officer, lesson, "close", changed="My words", version=1)

    assert "closed already" in " ".join(problems(answer))
    assert "My words" in answer.content.decode()


@pytest.mark.shows("R4")
def test_the_second_to_change_a_lesson_keeps_what_was_typed(officer):
    lesson = LessonFactory()
    address = f"{lesson.get_absolute_url()}change/"
    client = browser(officer)
    read = boxes(client.get(address))
    lesson.what = "Theirs"
    change_lesson(lesson, expected=1, by=officer)

    answer = client.post(address, read | {"what": "Mine"})

    page = answer.content.decode()
    assert "Somebody else changed this lesson first" in page
    assert "Mine" in page
    assert "Theirs" in page
    assert Lesson.objects.get().what == "Theirs"


def test_an_action_that_is_there_follows_from_a_lesson(officer):
    lesson, action = LessonFactory(), ActionFactory()

    step(officer, lesson, "follow", action=str(action.pk))

    assert lesson.led_to.get().action == action
    lesson.refresh_from_db()
    step(officer, lesson, "unfollow", link=str(lesson.led_to.get().pk))
    assert not lesson.led_to.exists()


def test_there_is_no_other_step_of_a_lesson(officer):
    assert step(officer, LessonFactory(), "burn").status_code == 404


def test_the_list_of_lessons_shows_those_without_an_action(officer, service):
    LessonFactory(what="Nothing done", service=service)
    LessonFactory(what="Learned elsewhere", changed="Done", closed_on="2026-10-01")

    page = browser(officer).get("/complaints/lessons/?state=no_action&whose=mine").content.decode()

    assert "Nothing done" in page
    assert "Learned elsewhere" not in page
    assert Case.objects.count() == 0
