"""Asking about a service or a report, the list of queries, and answering."""

import pytest
from django.test import Client

from portfolios.choices import QueryStage
from portfolios.models import Query, Report
from portfolios.operations.queries import answer
from tests.conventions import scene
from tests.factories import PostFactory, ServiceFactory
from tests.factories.promises import QueryFactory
from tests.performance import lives
from tests.performance.views.pages import boxes, words

LIST, ASK = "/meetings/queries/", "/meetings/queries/ask/"


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(scene.TODAY)


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def waste(service):
    """The service, managed by its head."""
    service.manager = PostFactory(title="Head of Waste", service=service)
    service.save()
    return service


@pytest.mark.shows("F89", "S1-15")
def test_a_member_asks_about_a_service_and_is_told_who_answers_by_when(member, waste):
    client, url = client_of(member), f"{ASK}?service={waste.pk}"
    page = client.get(url)
    assert "Who answers: Head of Waste" in words(page)
    assert "An answer is then due by 26 October 2026 , 10 working days on." in words(page)

    answer = client.post(url, boxes(page) | {"question": "Why are bins missed?"}, follow=True)

    assert "Your question is with the Head of Waste, who owes you an answer by 26 October 2026." in words(
        answer
    )
    assert Query.objects.get().service == waste


@pytest.mark.shows("F89")
def test_a_member_asks_about_a_report_whose_author_answers(member):
    author = PostFactory(title="Chief Executive")
    report = Report.objects.create(subject="Progress and delivery", author=author)
    client, url = client_of(member), f"{ASK}?report={report.pk}"

    client.post(url, boxes(client.get(url)) | {"question": "How many calls were missed?"})

    query = Query.objects.get()
    assert (query.report, query.owner, query.about_words) == (report, author, "Progress and delivery")


@pytest.mark.shows("F89")
def test_without_anything_named_the_service_is_chosen(member, waste):
    client = client_of(member)

    missing = client.post(ASK, boxes(client.get(ASK)) | {"question": "Why?"})
    client.post(ASK, boxes(missing) | {"service": str(waste.pk)})

    assert "Choose about which service" in words(missing)
    assert boxes(missing)["question"] == "Why?"
    assert Query.objects.get().service == waste


@pytest.mark.shows("L13")
def test_what_was_asked_before_is_shown_before_asking(member, officer, waste):
    before = QueryFactory(service=waste, question="Why are bins missed?")
    answer(before, expected=1, words="Two lorries broke down.", by=officer, at=lives.AT)
    QueryFactory(question="About something else?")

    page = words(client_of(member).get(f"{ASK}?service={waste.pk}"))

    assert "This was asked before Why are bins missed?" in page
    assert "Two lorries broke down." in page
    assert "About something else?" not in page


@pytest.mark.shows("R5")
def test_a_second_click_makes_one_query(member, waste):
    client, url = client_of(member), f"{ASK}?service={waste.pk}"
    sent = boxes(client.get(url)) | {"question": "Why are bins missed?"}

    answers = [client.post(url, sent) for _ in range(2)]

    assert answers[0].url == answers[1].url
    assert Query.objects.count() == 1


@pytest.mark.parametrize("subject", ["service=99999", "report=99999", "service=x", "report=" + "9" * 400])
def test_what_is_not_there_cannot_be_asked_about(member, subject):
    assert client_of(member).get(f"{ASK}?{subject}").status_code == 404


def test_a_key_that_was_tampered_with_is_no_fault_of_the_readers(member, waste):
    url = f"{ASK}?service={waste.pk}"

    client_of(member).post(url, {"question": "Why?", "sent_as": "tampered"})

    assert Query.objects.count() == 1


@pytest.mark.shows("F89", "S4-12", "S4-14")
@pytest.mark.parametrize(
    "query, found",
    [
        pytest.param("", ["Old?", "Answered?", "New?"], id="all"),
        pytest.param("?state=waiting", ["Old?", "New?"], id="waiting"),
        pytest.param("?state=overdue", ["Old?"], id="overdue"),
        pytest.param("?state=answered", ["Answered?"], id="answered"),
        pytest.param("?about=figure", ["New?"], id="about-a-figure"),
        pytest.param("?about=service", ["Old?", "Answered?"], id="about-a-service"),
        pytest.param("?whose=mine", ["Old?"], id="mine"),
        pytest.param("?search=answered", ["Answered?"], id="search"),
    ],
)
def test_the_list_is_filtered(officer, query, found):
    QueryFactory(question="New?", figure_words="BV 1: 60%", due_on="2026-10-20")
    QueryFactory(question="Answered?", stage=QueryStage.ANSWERED)
    QueryFactory(question="Old?", due_on="2026-10-01", owner=officer.person.tenures.get().post)

    rows = client_of(officer).get(LIST + query).context["list"].table.records()

    assert [row.question for row in rows] == found


@pytest.mark.shows("F89", "S4-14")
def test_an_officer_of_the_owners_service_answers(officer):
    query = QueryFactory(owner=officer.person.tenures.get().post)
    client, url = client_of(officer), query.get_absolute_url()

    page = client.post(f"{url}answer/", boxes(client.get(url)) | {"words": "It was 412."}, follow=True)

    assert "It was 412." in words(page)
    assert "Answered" in words(page)


@pytest.mark.shows("F63")
def test_the_days_that_were_counted_are_shown(member):
    page = words(client_of(member).get(QueryFactory(due_on="2026-10-15").get_absolute_url()))

    for said in ("Thursday 1 October 2026 The first day, not counted", "No: Saturday", "Day 10"):
        assert said in page


def test_a_due_day_counted_otherwise_says_so(member):
    page = words(client_of(member).get(QueryFactory(due_on="2026-10-16").get_absolute_url()))

    assert "It was counted as 16 October 2026 when it was asked" in page


@pytest.mark.shows("R4")
def test_whoever_answers_second_sees_the_first_answer_and_keeps_their_words(officer, lead_officer):
    query = QueryFactory(owner=officer.person.tenures.get().post)
    client, url = client_of(officer), query.get_absolute_url()
    sent = boxes(client.get(url)) | {"words": "My own words"}
    answer(query, expected=1, words="It was 412.", by=lead_officer, at=lives.AT)

    page = client.post(f"{url}answer/", sent)

    assert "Somebody else answered first" in words(page)
    assert "It was 412." in words(page)
    assert (boxes(page)["words"], boxes(page)["version"]) == ("My own words", "2")
    client.post(f"{url}answer/", boxes(page))
    assert query.answers.count() == 2


@pytest.mark.shows("S2")
def test_somebody_elses_query_cannot_be_answered(other_officer, member):
    url = f"{QueryFactory().get_absolute_url()}answer/"

    assert client_of(other_officer).post(url, {"words": "x"}).status_code == 404
    assert client_of(member).post(url, {"words": "x"}).status_code == 403


def test_a_query_that_no_post_owns_waits_for_an_administrator(member):
    page = words(client_of(member).get(QueryFactory(owner=None).get_absolute_url()))

    assert "No post owns it. An administrator answers, or passes it on." in page


def test_a_question_that_nobody_owns_says_so(member):
    service = ServiceFactory()
    client, url = client_of(member), f"{ASK}?service={service.pk}"

    page = client.post(url, boxes(client.get(url)) | {"question": "Who?"}, follow=True)

    assert "No post owns it yet, so an administrator will pass it on." in words(page)


def test_my_work_says_how_many_queries_wait(officer):
    QueryFactory(owner=officer.person.tenures.get().post)

    assert "1 query waits for your answer" in words(client_of(officer).get("/performance/returns/"))


@pytest.mark.shows("F89")
def test_the_file_holds_the_answers(member, officer):
    query = QueryFactory()
    answer(query, expected=1, words="It was 412.", by=officer, at=lives.AT)

    assert "It was 412." in client_of(member).get(f"{LIST}?export=csv").getvalue().decode()


@pytest.mark.parametrize(
    "due, said",
    [
        pytest.param("ahead", "It is answered; the last day for it is", id="ahead"),
        pytest.param("past", "An answer was due by", id="past"),
    ],
)
def test_an_answered_query_was_due_only_once_its_day_is_past(officer, member, time_machine, due, said):
    query = QueryFactory(stage=QueryStage.ANSWERED)
    if due == "past":
        time_machine.move_to("2026-10-16 09:00")

    page = words(client_of(member).get(query.get_absolute_url()))

    assert said in page
