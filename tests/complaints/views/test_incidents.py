"""Many people, one event: put under one incident, told at once, and replied to when it is over."""

import pytest

from complaints.choices import ContactWay
from complaints.models import Incident, IncidentTelling, Look, Message
from complaints.operations.incidents import put_under, tell_all
from tests.complaints.lives import accepted, answered, at, day, in_hand
from tests.complaints.views.pages import boxes, browser, now, problems, sent, told, words
from tests.factories import ServiceFactory
from tests.factories.complaints import CustomerFactory, case

BASE = "/complaints/incidents/"
AT = at("2026-10-13", 9)


@pytest.fixture
def incident(service):
    return Incident.objects.create(title="Round 7 missed", service=service, began_on=day("2026-10-12"))


def url(row, page=""):
    return f"{BASE}{row.pk}/{page}"


def under(incident, rows, by):
    for row in rows:
        put_under(now(row), incident, expected=now(row).version, by=by, at=AT)
    return rows


def post(user, address, read=None, /, **typed):
    client = browser(user)
    read = boxes(client.get(address)) if read is None else read
    return client.post(address, read | typed, follow=True)


def tell(incident, by, said="Saturday"):
    incident.refresh_from_db()
    return tell_all(incident, said, expected=incident.version, by=by, at=AT)


def about():
    return Message.objects.filter(kind="incident")


def test_an_incident_is_entered_for_an_own_service_and_listed(officer, service):
    answer = post(
        officer, f"{BASE}new/", title="Round 7 missed", service=service.pk, began_on="12 October 2026"
    )

    row = Incident.objects.get()
    assert answer.request["PATH_INFO"] == url(row)
    assert "Put the cases" in told(answer)
    for query, is_listed in (("", True), ("?which=going_on", True), ("?which=over", False)):
        shown = browser(officer).get(f"{BASE}{query}").content.decode()
        assert ("Round 7 missed" in shown) == is_listed


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"title": ""}, "Enter what happened"),
        ({"over_on": "1 October 2026"}, "over before it began"),
        ({"service": "9" * 30}, "available choices"),
        ({"began_on": "soon"}, "date"),
    ],
)
def test_what_is_wrong_with_an_incident_is_said(typed, sentence, officer, service):
    usual = {"title": "Missed", "service": service.pk, "began_on": "12 October 2026"}

    answer = post(officer, f"{BASE}new/", **(usual | typed))

    assert sentence in " ".join(problems(answer))
    assert Incident.objects.count() == 0


def test_an_incident_of_another_service_is_nobody_elses(officer, other_officer, complaints_officer, incident):
    for page in ("", "change/", "tell/", "reply/"):
        codes = [
            browser(user).get(url(incident, page)).status_code
            for user in (officer, complaints_officer, other_officer)
        ]
        assert codes == [200, 200, 404], page
    assert "Round 7" not in browser(other_officer).get(BASE).content.decode()
    other = ServiceFactory(name="Parks")
    answer = post(officer, f"{BASE}new/", title="A", service=other.pk, began_on="12 October 2026")
    assert problems(answer)


def test_of_two_who_change_it_at_once_the_second_sees_how_it_stands(officer, second_officer, incident):
    read = boxes(browser(officer).get(url(incident, "change/")))
    post(second_officer, url(incident, "change/"), over_on="13 October 2026")

    answer = post(officer, url(incident, "change/"), read, title="Typed by me")

    assert "Somebody else changed this incident first" in problems(answer)[0]
    assert "over on 13 October 2026" in words(answer)
    assert 'value="Typed by me"' in answer.content.decode()


def test_a_case_is_put_under_it_and_taken_off_again(officer, service, incident):
    row = in_hand(officer, service)
    shown = words(browser(officer).get(f"{row.get_absolute_url()}incident/"))
    assert "Round 7 missed (Waste and recycling, began on 12 October 2026)" in shown

    assert "under “Round 7 missed” now" in told(sent(officer, row, "incident", incident=str(incident.pk)))
    assert now(row).incident == incident
    assert row.reference in words(browser(officer).get(url(incident)))
    sent(officer, row, "incident", incident="off", why="Another road")
    assert now(row).incident is None
    assert "Another road" in now(row).entries.first().note


def test_an_incident_of_a_service_not_the_readers_is_offered_only_to_its_cases(officer, service):
    Incident.objects.create(
        title="Elsewhere", service=ServiceFactory(name="Parks"), began_on=day("2026-10-12")
    )
    row = in_hand(officer, service)

    shown = words(browser(officer).get(f"{row.get_absolute_url()}incident/"))

    assert "Elsewhere" not in shown
    assert "This cannot be done now" in shown


def test_at_triage_an_incident_that_goes_on_is_hinted_at(officer, service, incident):
    row = case(service=service)

    assert "Perhaps one of many" in words(browser(officer).get(f"{row.get_absolute_url()}triage/"))
    Incident.objects.update(over_on=day("2026-10-12"))
    assert "Perhaps one of many" not in words(browser(officer).get(f"{row.get_absolute_url()}triage/"))


def test_ticked_cases_are_put_under_it_at_once_and_one_that_changed_is_named(officer, service, incident):
    rows = [case(service=service) for _ in range(3)]
    keys = [f"{row.pk}:{row.version}" for row in rows[:2]] + [f"{rows[2].pk}:7"]

    answer = browser(officer).post("/complaints/", {"chosen": keys, "do": "join", "incident": incident.pk})

    assert [now(row).incident for row in rows] == [incident, incident, None]
    assert f"{rows[2].reference} was left as it is" in words(answer)
    assert "2 cases are put under “Round 7 missed”" in words(answer)


@pytest.mark.parametrize("typed", [{}, {"incident": "9" * 30}, {"incident": "x", "chosen": "\x00"}])
def test_nothing_ticked_or_chosen_is_asked_for(typed, officer, service, incident):
    case(service=service)

    answer = browser(officer).post("/complaints/", {"do": "join", **typed})

    assert answer.status_code == 200
    assert problems(answer)


@pytest.mark.shows("T48")
def test_all_are_told_once_after_they_were_counted_and_shown(officer, service, incident):
    letter = CustomerFactory.build(way=ContactWay.LETTER, email="")
    rows = [case(service=service) for _ in range(3)] + [case(service=service, customer=letter)]
    under(incident, rows, officer)
    first = post(officer, url(incident, "tell/"), words="It comes on Saturday.")
    assert about().count() == 0
    assert "4 cases: 3 by e-mail, 1 by letter" in words(first)
    assert "It comes on Saturday." in words(first)
    assert "follow/" not in words(first)

    answer = post(officer, url(incident, "tell/"), boxes(first))

    assert "4 customers are told" in told(answer)
    assert about().exclude(to="").count() == 3
    assert all("It comes on Saturday." in each.body for each in about())
    assert "It comes on Saturday." in words(answer)
    again = post(officer, url(incident, "tell/"), boxes(first))
    assert "Somebody else told them" in problems(again)[0]
    assert (about().count(), IncidentTelling.objects.count()) == (4, 1)


def test_other_words_than_those_shown_are_shown_first(officer, service, incident):
    under(incident, [case(service=service)], officer)
    first = post(officer, url(incident, "tell/"), words="Saturday")

    answer = post(officer, url(incident, "tell/"), boxes(first), words="Sunday")

    assert "Sunday" in words(answer)
    assert about().count() == 0


def test_nobody_is_told_where_there_is_nobody(officer, incident):
    answer = post(officer, url(incident, "tell/"), words="Saturday")

    assert "nobody to tell" in problems(answer)[0]


def test_who_joins_later_is_told_what_was_told_last_and_only_once(officer, service, incident):
    under(incident, [case(service=service)], officer)
    tell(incident, officer, "Saturday")
    tell(incident, officer, "Sunday")
    late = case(service=service)

    sent(officer, late, "incident", incident=str(incident.pk))
    sent(officer, late, "incident", incident="off")
    sent(officer, late, "incident", incident=str(incident.pk))

    [message] = about().filter(case=late)
    assert "Sunday" in message.body


def test_when_it_is_over_all_are_replied_to_who_may_be_and_the_others_named(officer, service, incident):
    waiting, unanswered = case(service=service), in_hand(officer, service)
    ready = answered(in_hand(officer, service), officer)
    request = accepted(case(kind="request"), officer, service, number="1.2")
    under(incident, [waiting, unanswered, ready, request], officer)
    assert "It is not over yet" in words(browser(officer).get(url(incident, "reply/")))
    Incident.objects.update(over_on=day("2026-10-13"))
    page = browser(officer).get(url(incident, "reply/"))
    ticked = [f"{row.pk}:{now(row).version}" for row in (waiting, unanswered, ready, request)]
    assert page.content.decode().count(" checked") == 4

    answer = browser(officer).post(url(incident, "reply/"), {"chosen": ticked, "words": "It was collected."})

    assert [now(row).state for row in (waiting, unanswered, ready, request)] == [
        *("waiting", "in_hand", "replied", "replied")
    ]
    said = " ".join(problems(answer))
    assert f"{waiting.reference} was left as it is" in said
    assert f"{unanswered.reference} was left as it is" in said
    assert "2 cases are replied to" in words(answer)
    assert "It was collected." in answer.content.decode()
    assert Message.objects.filter(kind="replied").count() == 2


def test_no_reply_goes_before_it_is_over_or_to_a_case_of_others(officer, other_officer, service, incident):
    row = answered(in_hand(officer, service), officer)
    under(incident, [row], officer)
    ticked = {"chosen": [f"{row.pk}:{now(row).version}"], "words": "Done"}
    browser(officer).post(url(incident, "reply/"), ticked)
    assert now(row).state == "in_hand"
    Incident.objects.update(over_on=day("2026-10-13"))

    assert browser(other_officer).post(url(incident, "reply/"), ticked).status_code == 404
    assert now(row).state == "in_hand"


@pytest.mark.shows("S16")
def test_looking_at_an_incident_is_kept_as_a_look_at_a_list(officer, service, incident):
    browser(officer).get(url(incident))

    assert Look.objects.get(user=officer).kind == "list"
