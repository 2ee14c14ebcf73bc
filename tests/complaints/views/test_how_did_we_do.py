"""The page on which a customer says how their case went, as they meet it."""

import re

import pytest
from django.test import Client

from complaints.models import Case, CaseEntry, SurveyAnswer, SurveyRequest
from complaints.operations.handing_over import add_note
from complaints.operations.links import token_of
from tests.complaints.lives import at
from tests.complaints.surveying import asked_about, page, refused, request_replied
from tests.complaints.views.pages import boxes, problems, told
from tests.factories.complaints import CustomerFactory

pytestmark = pytest.mark.usefixtures("holidays")


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to("2026-10-17 12:00", tick=False)
    return time_machine


@pytest.fixture
def request_row(complaints_officer, service):
    return asked_about(complaints_officer, service, request_replied)[1]


def click(client, request, step, said):
    return client.post(page(request), {"step": step, "said": said}, follow=True)


def heading(answer):
    return re.search(r"<h1>(.*?)</h1>", answer.content.decode(), re.S)[1]


def now(request):
    return SurveyRequest.objects.get(pk=request.pk)


@pytest.mark.shows("F71", "F72", "S1-08")
def test_one_question_a_page_and_one_click_each(client, request_row):
    first = client.get(page(request_row))
    second = click(client, request_row, "handling", "satisfied")
    third = click(client, request_row, "outcome", "very_dissatisfied")
    last = click(client, request_row, "fixed", "yes")

    assert [heading(each) for each in (first, second, third, last)] == [
        "How satisfied are you with how we dealt with it?",
        "How satisfied are you with what came of it?",
        "Was it put right?",
        "Thank you",
    ]
    kept = now(request_row)
    assert (kept.handling, kept.outcome, kept.fixed) == ("satisfied", "very_dissatisfied", "yes")
    assert (kept.channel, str(kept.answered_at.date())) == ("web", "2026-10-17")


@pytest.mark.shows("S1-08")
def test_who_stops_after_the_first_question_has_answered(client, request_row):
    click(client, request_row, "handling", "neither")

    assert (now(request_row).handling, now(request_row).outcome) == ("neither", "")
    assert now(request_row).answered_at is not None


def test_who_was_refused_is_asked_two_questions(client, complaints_officer, service):
    request = asked_about(complaints_officer, service, refused)[1]
    click(client, request, "handling", "dissatisfied")

    assert heading(click(client, request, "outcome", "dissatisfied")) == "Thank you"


@pytest.mark.shows("P36")
def test_a_scanner_that_opens_every_link_records_nothing(client, request_row):
    before = SurveyRequest.objects.values().get(), Case.objects.values().get()
    for query in ({}, {"step": "handling", "said": "satisfied"}, {"question": "fixed"}, {"step": "no_more"}):
        client.get(page(request_row), query)
        client.head(page(request_row), query)

    assert (SurveyRequest.objects.values().get(), Case.objects.values().get()) == before
    assert not SurveyAnswer.objects.exists()


@pytest.mark.shows("S1-08")
def test_a_double_click_records_once(client, request_row):
    for _ in range(2):
        client.post(page(request_row), {"step": "fixed", "said": "no"})

    assert SurveyAnswer.objects.count() == 1
    assert CaseEntry.objects.filter(note="It was not put right.").count() == 1


def test_an_answer_may_be_changed_and_both_are_kept(client, request_row):
    click(client, request_row, "handling", "satisfied")
    shown = client.get(f"{page(request_row)}?question=handling").content.decode()
    click(client, request_row, "handling", "dissatisfied")

    assert "(your answer so far)" in shown
    assert now(request_row).handling == "dissatisfied"
    assert list(SurveyAnswer.objects.order_by("pk").values_list("said", flat=True)) == [
        "satisfied",
        "dissatisfied",
    ]


def test_after_the_time_is_over_nothing_is_changed(client, request_row, clock):
    click(client, request_row, "handling", "satisfied")
    clock.move_to("2026-11-14 12:00")
    late = click(client, request_row, "handling", "dissatisfied")

    assert now(request_row).handling == "satisfied"
    assert "Answers could be given until 13 November 2026" in late.content.decode()
    assert "Change" not in late.content.decode()


@pytest.mark.shows("F73", "S1-08")
def test_who_says_not_fixed_has_the_request_taken_up_again(client, request_row):
    for step, said in (("handling", "satisfied"), ("outcome", "dissatisfied"), ("fixed", "no")):
        shown = click(client, request_row, step, said)
    assert "It was not put right: take it up again" in shown.content.decode()

    read = boxes(shown)
    version = read["not_fixed-version"]
    again = client.post(
        page(request_row),
        {"step": "not_fixed", "not_fixed-version": version, "not_fixed-words": "Still there"},
        follow=True,
    )

    case = request_row.case
    case.refresh_from_db()
    assert case.state == "in_hand"
    assert told(again).startswith("We have taken it up again")
    assert "take it up again</button>" not in again.content.decode()


def test_a_step_that_somebody_was_quicker_with_is_said_and_nothing_typed_is_lost(
    client, request_row, complaints_officer
):
    click(client, request_row, "fixed", "no")
    case = Case.objects.get(pk=request_row.case_id)
    add_note(case, "Looked", expected=case.version, by=complaints_officer, at=at("2026-10-17", 11))
    sent_late = client.post(
        page(request_row),
        {"step": "not_fixed", "not_fixed-version": str(case.version), "not_fixed-words": "Still there"},
    )

    assert "Something was done with your case in the meantime" in problems(sent_late)[0]
    assert "Still there" in sent_late.content.decode()


@pytest.mark.shows("F73")
def test_a_complaint_that_was_not_put_right_goes_to_stage_two(client, complaints_officer, service):
    row, request = asked_about(complaints_officer, service)
    for step, said in (("handling", "satisfied"), ("outcome", "satisfied"), ("fixed", "partly")):
        shown = click(client, request, step, said)
    version = boxes(shown)["stage_two-version"]
    client.post(page(request), {"step": "stage_two", "stage_two-version": version})

    row.refresh_from_db()
    assert row.stage == 2


def test_words_are_kept_and_empty_ones_asked_for(client, request_row):
    for step in ("handling", "outcome", "fixed"):
        click(client, request_row, step, {"fixed": "yes"}.get(step, "satisfied"))
    empty = client.post(page(request_row), {"step": "words", "words": " "})
    client.post(page(request_row), {"step": "words", "words": "Thank you, lads"})

    assert problems(empty) == ["Enter what you want to add"]
    assert now(request_row).words == "Thank you, lads"


@pytest.mark.shows("S1-08")
def test_do_not_ask_me_again_and_back(client, request_row):
    customer = request_row.case.customer
    client.post(page(request_row), {"step": "no_more"})
    customer.refresh_from_db()
    assert customer.no_surveys
    assert customer.entries.first().step == "opted_out"

    client.post(page(request_row), {"step": "ask_again"})
    customer.refresh_from_db()
    assert not customer.no_surveys


@pytest.mark.shows("P3")
def test_a_wrong_link_looks_like_any_missing_page_and_no_name_is_shown(client, complaints_officer, service):
    def named(by, service):
        return request_replied(
            by, service, customer=CustomerFactory(name="Ada Quill"), subject="Ada Quill’s bin"
        )

    request = asked_about(complaints_officer, service, named)[1]
    wrong = client.get(f"/how-did-we-do/{token_of('guessed')}/")
    missing = client.get("/tell-us/nothing-here/")
    shown = client.get(page(request))

    assert wrong.status_code == 404
    assert wrong.content == missing.content
    assert "Quill" not in shown.content.decode()
    assert shown.headers["X-Robots-Tag"].startswith("noindex")


@pytest.mark.parametrize("said", ["", "excellent", "x" * 5000, "satisfied\x00", "yes"])
def test_what_was_not_offered_is_answered_in_a_sentence(client, request_row, said):
    bad = client.post(page(request_row), {"step": "handling", "said": said})

    assert bad.status_code == 200
    assert problems(bad)
    assert not SurveyAnswer.objects.exists()


def test_clicks_are_limited_and_guarded(client, request_row, settings):
    settings.CASES_AN_HOUR = 1
    codes = [
        client.post(page(request_row), {"step": "handling", "said": said}).status_code
        for said in ["satisfied", "neither"] * 6
    ]

    assert codes == [302] * 10 + [429] * 2
    assert Client(enforce_csrf_checks=True).post(page(request_row), {"step": "no_more"}).status_code == 403
