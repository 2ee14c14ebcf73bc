"""Surveys in the register: made, ended and never two at a time."""

import pytest

from complaints.models import Survey
from tests.complaints.surveying import asked_about, survey
from tests.complaints.views.pages import boxes, browser

pytestmark = pytest.mark.usefixtures("holidays")
ADD = "/admin/complaints/survey/add/"


@pytest.mark.shows("S1-08")
def test_an_administrator_begins_a_survey(administrator):
    client = browser(administrator)
    client.post(ADD, boxes(client.get(ADD)) | {"name": "Autumn", "starts_on": "1 October 2026"})

    made = Survey.objects.get()
    assert (made.name, str(made.starts_on), made.ask_after, made.late_after) == (
        "Autumn",
        "2026-10-01",
        2,
        28,
    )


@pytest.mark.shows("S1-08")
def test_a_second_one_on_the_same_days_is_refused_in_a_sentence(administrator):
    survey()
    client = browser(administrator)
    answer = client.post(ADD, boxes(client.get(ADD)) | {"name": "Autumn", "starts_on": "1 October 2026"})

    assert "one survey is live at a time" in answer.content.decode()
    assert Survey.objects.count() == 1


def test_once_somebody_was_asked_the_questions_stay(administrator, complaints_officer, service):
    _, request = asked_about(complaints_officer, service)
    page = (
        browser(administrator).get(f"/admin/complaints/survey/{request.survey_id}/change/").content.decode()
    )

    assert 'name="ends_on"' in page
    assert 'name="handling_question"' not in page
