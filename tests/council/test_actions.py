"""The pages of actions: who may do what, what they lack, and two people at once."""

import datetime

import pytest
from django.test import Client

from complaints.models import LessonAction
from council.access import Role
from performance.models import ActionMeasure
from portfolios.models import Action
from portfolios.operations.actions import change_action
from tests.complaints.lives import at
from tests.conftest import _holder
from tests.factories import IndicatorFactory, PostFactory, ServiceFactory
from tests.factories.learning import ActionFactory, LessonFactory
from tests.performance.views.pages import boxes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def tuesday(time_machine):
    time_machine.move_to("2026-10-13 11:00:00+00:00", tick=True)


@pytest.fixture
def own(officer, service):
    return ActionFactory(service=service, owner=None)


def browser(user):
    client = Client()
    client.force_login(user)
    return client


def add(user, address="/actions/new/", **typed):
    client = browser(user)
    read = boxes(client.get(address))
    return client.post(address, read | typed, follow=True)


def step(user, action, name, **typed):
    version = {"version": str(typed.pop("version", action.version))}
    return browser(user).post(f"/actions/{action.pk}/{name}/", version | typed, follow=True)


def text(answer):
    return answer.content.decode()


@pytest.mark.shows("F74", "F75")
def test_an_action_is_added_from_a_lesson_and_its_page_says_what_it_lacks(officer, service):
    lesson = LessonFactory(service=service)

    answer = add(officer, f"/actions/new/?lesson={lesson.pk}", what="Train all staff", result="")

    action = Action.objects.get()
    assert LessonAction.objects.get().lesson == lesson
    assert (action.service, action.owner, action.cost) == (service, None, None)
    page = text(answer)
    assert "SMART on 1 of 5 points" in page
    for missing in ("Say what will be different", "Name the post", "Give a day", "Link an indicator"):
        assert missing in page


@pytest.mark.parametrize("key", ["x", "-1", "99999999999999999999999", "", "0"])
def test_a_lesson_that_is_not_there_is_left_out(officer, key):
    assert browser(officer).get("/actions/new/", {"lesson": key}).status_code == 200


@pytest.mark.shows("S2-12", "X-02")
@pytest.mark.parametrize(
    "words, due_on",
    [
        ("Spring 03", datetime.date(2003, 5, 31)),
        ("??", None),
        ("Ongoing", None),
        ("in six months", datetime.date(2027, 4, 13)),
        ("by Christmas", datetime.date(2026, 12, 25)),
    ],
)
def test_words_for_the_time_are_kept_and_read(officer, words, due_on):
    add(officer, what="Do something about it", due_as_written=words)

    action = Action.objects.get()
    assert (action.due_as_written, action.due_on) == (words, due_on)


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"what": ""}, "Enter what exactly is to be done"),
        ({"what": "Do it all", "cost": "1e400"}, "cost"),
        ({"what": "Do it all", "cost": "-5"}, "cost"),
        ({"what": "Do it all", "owner": "99999999999999999999"}, "Select a valid choice"),
        ({"what": "Do it all", "months_after": "6"}, "These months count from something"),
        ({"what": "a\x00b"}, "Take out"),
        ({"what": "Do it all", "due_on": "31 February 2027"}, "February"),
    ],
)
def test_bad_input_is_told_and_nothing_is_kept(officer, typed, sentence):
    page = text(add(officer, **typed))

    assert "error-summary" in page
    assert sentence in page
    assert not Action.objects.exists()


@pytest.mark.shows("F75")
def test_no_cost_is_told_from_a_cost_that_nobody_said(officer):
    add(officer, what="Do something about it", cost="0")
    add(officer, what="Do something else", cost="")

    assert list(Action.objects.order_by("pk").values_list("cost", flat=True)) == [0, None]


@pytest.mark.shows("F74", "S1-05")
def test_an_action_is_done_on_a_day_with_what_shows_it(officer, own):
    answer = step(officer, own, "go", step="done", note="The list shows it", done_on="12 October 2026")

    own.refresh_from_db()
    assert own.done_on == datetime.date(2026, 10, 12)
    assert "The action is “Done” now." in text(answer)
    assert "The list shows it" in text(answer)


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"step": "done", "note": "It is"}, "Enter the day on which it was done"),
        ({"step": "done", "note": "", "done_on": "12 October 2026"}, "Say what shows that it is done"),
        ({"step": "stopped"}, "Say why it is stopped"),
        ({"step": "resumed", "note": "Why not"}, "Select a valid choice"),
        ({}, "Choose how it goes"),
    ],
)
def test_a_step_that_lacks_something_is_not_taken(officer, own, typed, sentence):
    assert sentence in text(step(officer, own, "go", **typed))
    own.refresh_from_db()
    assert own.state == "planned"


@pytest.mark.shows("F74")
def test_an_indicator_is_linked_shown_on_its_page_and_taken_off(officer, own):
    indicator = IndicatorFactory()

    step(officer, own, "measure", indicator=str(indicator.pk), why="Fewer calls")

    assert own.what in text(browser(officer).get(indicator.get_absolute_url()))
    own.refresh_from_db()
    step(officer, own, "measure-no-more", measure=str(ActionMeasure.objects.get().pk))
    assert not ActionMeasure.objects.exists()


def test_there_is_no_other_step(officer, own):
    assert step(officer, own, "burn").status_code == 404


@pytest.mark.shows("R4")
def test_the_second_to_change_sees_what_happened_and_keeps_what_was_typed(officer, lead_officer, own):
    client, address = browser(officer), f"/actions/{own.pk}/change/"
    read = boxes(client.get(address))
    own.what = "Their words for it"
    change_action(own, expected=1, by=lead_officer, at=at("2026-10-13"))

    page = text(client.post(address, read | {"what": "My words for it"}))

    for words in ("Somebody else changed this action first", "Their words for it", "My words for it"):
        assert words in page
    assert Action.objects.get().what == "Their words for it"


@pytest.mark.shows("R4")
def test_the_second_to_say_how_it_goes_sees_that(officer, own):
    step(officer, own, "go", step="begun", note="First")

    page = text(step(officer, own, "go", step="stopped", note="Second", version=1))

    assert "Somebody else changed this action first" in page
    assert "Second" in page


def test_who_may_change_an_action(officer, other_officer, lead_officer, member, administrator, own):
    def asked(user, action=own):
        return browser(user).get(f"/actions/{action.pk}/change/").status_code

    assert [asked(each) for each in (officer, lead_officer, administrator)] == [200, 200, 200]
    assert (asked(other_officer), asked(member)) == (404, 403)
    owned = ActionFactory(owner=PostFactory(service=ServiceFactory()))
    assert asked(officer, owned) == 404


@pytest.mark.shows("F75", "S1-24")
def test_the_list_chooses_what_is_wrong_with_actions(officer, service):
    ActionFactory(what="Nobody owns this one", owner=None)
    ActionFactory(what="This one is late", due_on=datetime.date(2026, 10, 1))
    ActionFactory(what="This one has no day", undated=True)
    ActionFactory(what="This one is mine", service=service)
    client = browser(officer)

    def shown(query):
        return [each.what for each in client.get(f"/actions/?{query}").context["list"].table.records()]

    assert shown("when=ownerless") == ["Nobody owns this one"]
    assert shown("when=overdue") == ["This one is late"]
    assert shown("when=undated") == ["This one has no day"]
    assert shown("whose=mine") == ["This one is mine"]
    assert len(shown("when=unfit")) == 4


@pytest.mark.shows("F75")
def test_a_fit_action_is_not_among_the_unfit_and_the_file_has_all(officer, service):
    owner = PostFactory(service=service)
    fit = ActionFactory(owner=owner, result="Half as many missed bins", cost=0, service=service)
    lesson = LessonFactory()
    LessonAction.objects.create(lesson=lesson, action=fit, at=at("2026-10-13"), by=officer)
    client = browser(officer)

    assert list(client.get("/actions/?when=unfit").context["list"].table.records()) == []
    file = b"".join(client.get("/actions/?export=csv")).decode()
    assert "Half as many missed bins" in file
    assert "None" in file


def test_an_action_from_a_lesson_is_the_complaints_teams_to_change(officer, other_officer, own):
    team = _holder(ServiceFactory(), Role.COMPLAINTS_OFFICER, "team")
    address = f"/actions/{own.pk}/change/"
    assert browser(team).get(address).status_code == 404

    LessonAction.objects.create(lesson=LessonFactory(), action=own, at=at("2026-10-13"), by=officer)

    assert browser(team).get(address).status_code == 200
