import datetime

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from complaints.choices import CaseKind, Channel
from complaints.models import Case, CaseProcedure, Customer, Message
from complaints.operations.links import case_of
from tests.complaints.views.telling import SAID, boxes, go_through, url
from tests.factories import ServiceFactory

pytestmark = pytest.mark.usefixtures("holidays")
NOON = "2026-10-12 12:00"


@pytest.fixture(autouse=True)
def noon(time_machine):
    """Monday noon; a test that reads on goes a minute further before it sends."""
    time_machine.move_to(NOON, tick=False)
    return time_machine


def send(client, answer, noon, **more):
    noon.shift(datetime.timedelta(minutes=1))
    return client.post(url("check"), boxes(answer) | more, follow=True)


def test_what_will_happen_is_said_before_anything_is_asked(client, settings):
    CaseProcedure.objects.filter(kind="complaint", is_usual=True).update(acknowledge_days=3, reply_days=15)
    settings.OTHER_WAYS = "Ring the bell at the Town Hall."

    page = client.get("/tell-us/").content.decode()

    assert "within 3 working days we tell you" in page
    assert "We reply within 15 working days after that" in page
    assert "Local Government and Social Care Ombudsman" in page
    assert "Ring the bell at the Town Hall." in page
    assert "Up to 5 files of at most 10 megabytes each" in page
    assert not Session.objects.exists()


@pytest.mark.shows("S1-05", "F58")
@pytest.mark.parametrize("kind", CaseKind.values)
def test_each_kind_can_be_told_and_gets_its_reference_and_link(client, noon, kind):
    unasked = {} if kind in ("complaint", "request") else {"wants": None, "for": None}
    page = send(client, go_through(client, kind={"kind": kind}, **unasked), noon)

    case = Case.objects.get()
    assert page.request["PATH_INFO"] == "/tell-us/sent/"
    assert case.reference in page.content.decode()
    assert (case.kind, case.channel, case.subject, case.taken_by) == (kind, Channel.WEB, "Missed bin", None)
    assert case.customer.name == "Ada Quill"
    assert str(case.happened_on) == "2026-10-01"
    token = page.context["link"].rstrip("/").rpartition("/")[2]
    assert case_of(token) == case
    assert Message.objects.get().to == "ada@example.com"


def test_the_answers_are_thrown_away_once_they_are_sent(client, noon):
    send(client, go_through(client), noon)

    assert "telling" not in client.session
    assert "My bin" not in str(dict(client.session))


def test_sent_twice_it_is_one_case_and_the_same_page(client, noon):
    answer = go_through(client)
    first = send(client, answer, noon)
    again = send(client, answer, noon)

    assert Case.objects.count() == 1
    assert again.context["case"] == first.context["case"]


def test_going_back_after_sending_leads_to_the_reference(client, noon):
    send(client, go_through(client), noon)

    assert client.get(url("check"), follow=True).request["PATH_INFO"] == "/tell-us/sent/"
    assert client.get(url("you"), follow=True).request["PATH_INFO"] == "/tell-us/sent/"


def test_another_telling_in_the_same_browser_is_another_case(client, noon):
    send(client, go_through(client), noon)
    send(client, go_through(client, what={"subject": "Another", "words": "Thing"}), noon)

    assert set(Case.objects.values_list("subject", flat=True)) == {"Missed bin", "Another"}


def test_the_reference_is_shown_for_half_an_hour(client, noon):
    send(client, go_through(client), noon)
    assert client.get(url("sent")).status_code == 200
    noon.shift(datetime.timedelta(minutes=31))

    assert client.get(url("sent")).status_code == 302


def test_nothing_is_lost_when_the_session_has_run_out(client, noon):
    page = client.get(url("kind"))
    for slug in ("kind", "what"):
        page = client.post(url(slug), SAID[slug] | boxes(page), follow=True)
    Session.objects.all().delete()

    page = client.post(url("service"), {"service": ""} | boxes(page), follow=True)

    assert "What you told us is still here" in page.content.decode()
    assert page.request["PATH_INFO"] == url("when")
    assert "My bin was not emptied." in client.get(url("what")).content.decode()


def test_nothing_is_lost_when_the_session_runs_out_before_the_end(client, noon):
    answer = go_through(client)
    Session.objects.all().delete()
    send(client, answer, noon)

    assert Case.objects.get().words == "My bin was not emptied."


def test_two_forms_open_in_one_browser_do_not_mix(client, noon):
    one = go_through(client)
    other = go_through(client, what={"subject": "Other", "words": "Matter"})
    send(client, one, noon)
    send(client, other, noon)

    assert set(Case.objects.values_list("subject", flat=True)) == {"Missed bin", "Other"}


def test_what_was_not_sent_can_be_gone_on_with_or_thrown_away(client, noon):
    client.post(url("kind"), SAID["kind"] | boxes(client.get(url("kind"))))
    client.post(url("what"), SAID["what"])

    assert client.get("/tell-us/").context["go_on"] == url("service")
    page = client.post("/tell-us/", follow=True)
    assert "thrown away" in page.content.decode()
    assert page.context["go_on"] is None
    assert "telling" not in client.session


def test_a_forged_page_brings_nothing(client):
    answer = client.post(url("what"), SAID["what"] | {"so_far": "forged:by:me"}, follow=True)

    assert answer.request["PATH_INFO"] == url("kind")


def test_an_answer_can_be_changed_from_the_summary(client, noon):
    page = go_through(client)
    assert f'href="{url("what")}"' in page.content.decode()
    page = client.post(
        url("what"), {"subject": "Green bin", "words": "Not emptied"} | boxes(page), follow=True
    )

    assert page.request["PATH_INFO"] == url("check")
    assert "Green bin" in page.content.decode()


def test_another_kind_asks_what_is_missing_and_keeps_the_rest(client, noon):
    page = go_through(client, kind={"kind": "comment"}, wants=None, **{"for": None}, you={"way": "none"})
    assert page.request["PATH_INFO"] == url("check")
    page = client.post(url("kind"), {"kind": "complaint"} | boxes(page), follow=True)

    assert page.request["PATH_INFO"] == url("wants")
    page = client.post(url("wants"), {"wants": ""} | boxes(page), follow=True)
    assert page.request["PATH_INFO"] == url("you")


@pytest.mark.parametrize("kind", ["comment", "compliment"])
def test_a_comment_and_thanks_may_be_told_without_a_name(client, noon, kind):
    stated = {"kind": {"kind": kind}, "when": {"happened_on": ""}, "you": {"way": "none"}}
    send(client, go_through(client, **stated, wants=None, **{"for": None}), noon)

    case = Case.objects.get()
    assert (case.customer.name, case.happened_on) == ("", None)


def test_somebody_speaks_for_another_and_is_the_one_written_to(client, noon):
    whom = {"whom": "another", "for_name": "Bea Quill", "authority": "I am her daughter"}
    send(client, go_through(client, **{"for": whom}), noon)

    case = Case.objects.get()
    assert (case.customer.name, case.representative.name) == ("Bea Quill", "Ada Quill")
    assert case.authority == "I am her daughter"
    message = Message.objects.get()
    assert (message.to, "Dear Ada Quill" in message.body) == ("ada@example.com", True)


def test_a_service_and_what_is_needed_are_kept(client, noon):
    service = ServiceFactory(name="Parks")
    you = SAID["you"] | {"adjustments": "Large print"}
    send(client, go_through(client, service={"service": str(service.pk)}, you=you), noon)

    assert Case.objects.get().service == service
    assert Customer.objects.get().adjustments == "Large print"


@pytest.mark.shows("P35")
def test_no_page_is_kept_indexed_or_told_to_another_site(client, noon):
    pages = [client.get("/tell-us/"), client.get(url("kind")), go_through(client)]
    pages.append(send(client, pages[-1], noon))
    pages.append(client.get(pages[-1].context["link"]))

    for page in pages:
        assert "no-store" in page.headers["Cache-Control"]
        assert "noindex" in page.headers["X-Robots-Tag"]
        assert page.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.shows("P30")
def test_a_form_without_its_token_is_refused():
    client = Client(enforce_csrf_checks=True)

    assert client.post(url("kind"), {"kind": "complaint"}).status_code == 403


def test_a_question_that_is_none_is_not_found(client):
    assert client.get(url("nothing")).status_code == 404


def test_without_anything_told_every_page_leads_to_the_first(client):
    for slug in ("what", "check", "sent", "files"):
        answer = client.get(url(slug), follow=True)
        assert (answer.request["PATH_INFO"], answer.status_code) == ("/tell-us/", 200)
