"""Pages of a year: written by the team, read by members and by anybody, with nobody in them."""

import pytest
from django.test import Client

from complaints.choices import Compliance
from complaints.figures.assessing import assessments_of
from complaints.models import AnnualComplaintsReport, OmbudsmanLetter, SelfAssessmentAnswer
from complaints.operations.annual_reports import (
    answer_paragraph,
    begin_annual_report,
    present_annual_report,
    write_annual_report,
)
from complaints.rules.annual_report import PARTS
from tests.complaints.lives import at, day, replied
from tests.complaints.views.pages import boxes, browser, problems, told, words
from tests.conventions.bad_text import NASTY
from tests.factories import BodyFactory

YEAR = "/complaints/annual/2025/"
AFTER = day("2026-10-13")
LETTER = {
    "ombudsman": "lgsco",
    "year": "2025/26",
    "dated_on": "21 July 2026",
    "topics": "Housing: 21",
    "received": "22",
    "upheld": "12",
    "upheld_share": "60%",
}

pytestmark = pytest.mark.usefixtures("tuesday")


@pytest.fixture
def tuesday(time_machine, holidays):
    time_machine.move_to("2026-10-13 11:00:00+00:00", tick=True)


@pytest.fixture
def draft(complaints_officer):
    return begin_annual_report(year=2025, by=complaints_officer, at=at("2026-05-01"))


@pytest.fixture
def presented(draft, complaints_officer):
    for each in assessments_of(draft, on=AFTER, hide=False):
        if each.finding == Compliance.ASK:
            said = {"finding": "complies", "words": "We do", "expected": 0, "by": complaints_officer}
            answer_paragraph(draft, code=each.code, paragraph=each.paragraph.key, **said)
    draft.refresh_from_db()
    said = {name: f"Words of {name}" for name, _, _ in PARTS}
    row = write_annual_report(draft, said, expected=draft.version, by=complaints_officer)
    return present_annual_report(
        row, expected=row.version, dated_on=day("2026-06-30"), by=complaints_officer, at=at("2026-06-30")
    )


def sent(user, url, **typed):
    client = browser(user)
    return client.post(url, boxes(client.get(url)) | typed, follow=True)


@pytest.mark.shows("F78")
def test_a_draft_says_what_it_lacks_and_is_not_presented_before(complaints_officer, draft):
    page = browser(complaints_officer).get(f"{YEAR}work/")
    assert "Before it can be presented" in words(page)
    answer = sent(complaints_officer, f"{YEAR}present/", dated_on="1 October 2026")
    assert "Write what the figures mean" in problems(answer)[0]
    assert not AnnualComplaintsReport.objects.presented().exists()


@pytest.mark.shows("F78")
def test_a_paragraph_is_answered_in_our_words(complaints_officer, draft):
    url = f"{YEAR}lgsco/6-1/"
    assert problems(sent(complaints_officer, url, words="")) != []
    answer = sent(complaints_officer, url, finding="complies", words="Needs stand above the case.")
    assert told(answer) == "What we say of 6.1 is saved."
    assert SelfAssessmentAnswer.objects.get().words == "Needs stand above the case."
    assert browser(complaints_officer).get(f"{YEAR}lgsco/99/").status_code == 404
    assert browser(complaints_officer).get(f"{YEAR}own/6-1/").status_code == 404


def test_the_second_to_answer_sees_what_the_first_wrote_and_loses_nothing(complaints_officer, draft):
    url = f"{YEAR}lgsco/6-1/"
    client = browser(complaints_officer)
    read = boxes(client.get(url))
    sent(complaints_officer, url, finding="complies", words="Theirs")
    answer = client.post(url, read | {"finding": "does_not", "words": "Mine"}, follow=True)
    page = words(answer)

    assert "Theirs" in page
    assert "Mine" in page
    assert "meanwhile" in problems(answer)[0]


@pytest.mark.shows("F78", "F81")
def test_anybody_reads_what_was_presented_and_nobody_is_in_it(complaints_officer, service, presented):
    row = replied(complaints_officer, service)
    answer = Client().get("/complaints-reports/2025/")
    page = words(answer)

    assert answer.status_code == 200
    assert "Words of quality" in page
    assert row.reference not in page
    assert "/complaints-reports/2025/" in Client().get("/complaints-reports/").content.decode()
    assert "/complaints-reports/" in Client().get("/tell-us/").content.decode()


@pytest.mark.shows("F78")
@pytest.mark.parametrize("url", ["/complaints-reports/2025/", "/complaints-reports/99999999999999999999/"])
def test_nobody_outside_reads_a_draft(draft, url):
    assert Client().get(url).status_code == 404


def test_members_read_no_draft(member, draft):
    assert browser(member).get(YEAR).status_code == 404


@pytest.mark.shows("F78")
def test_the_response_is_published_with_the_report(complaints_officer, presented):
    body = BodyFactory(name="Full Council")
    typed = {"body": str(body.pk), "met_on": "9 July 2026", "decision": "Received", "words": "Well done"}
    assert told(sent(complaints_officer, f"{YEAR}response/", **typed)).startswith("The response is published")
    assert "Well done" in words(Client().get("/complaints-reports/2025/"))
    again = sent(complaints_officer, f"{YEAR}response/", **typed)
    assert problems(again) == ["The response of that meeting is entered already"]
    sent(complaints_officer, f"{YEAR}erratum/", words="Read 9 for 8")
    assert "Read 9 for 8" in words(Client().get("/complaints-reports/2025/"))


@pytest.mark.shows("F77")
def test_a_letter_is_entered_as_printed_and_held_against_our_records(complaints_officer):
    new = "/complaints/ombudsman/letters/new/"
    page = words(sent(complaints_officer, new, **LETTER))
    row = OmbudsmanLetter.objects.get()

    assert row.printed["upheld_share"] == ["60%", "60"]
    assert "The topics add up to 21, the letter says 22 were received." in page
    assert "Complaints upheld: the letter says 12, our records say 0." in page
    assert problems(sent(complaints_officer, new, **LETTER)) == [
        "That Ombudsman’s letter of that year is entered already. Change it instead"
    ]
    sent(complaints_officer, f"{row.get_absolute_url()}change/", topics="Housing: 22")
    row.refresh_from_db()
    assert row.topics == [["Housing", 22]]


@pytest.mark.shows("F79", "S2-13")
def test_a_printed_figure_is_entered_and_stands_in_the_file(complaints_officer, member):
    new = "/complaints/annual/figures/new/"
    for kind, number in (("received", "747"), ("justified", "639")):
        sent(complaints_officer, new, year="2001/2", kind=kind, as_written=number, document="Report")
    assert problems(
        sent(complaints_officer, new, year="2001/02", kind="received", as_written="750", document="Plan")
    ) == ["Report printed 747. Say why this differs"]
    file = b"".join(browser(member).get("/complaints/annual/figures/?export=csv")).decode()
    assert "2001/02,Complaints justified,639,85.5%,Report" in file


@pytest.mark.shows("R1")
@pytest.mark.parametrize(
    "url, typed, fields",
    [
        ("/complaints/ombudsman/letters/new/", LETTER, ("year", "dated_on", "topics", "received", "words")),
        (
            "/complaints/annual/figures/new/",
            {"year": "2001/02", "kind": "received", "as_written": "7", "document": "x"},
            ("year", "kind", "as_written", "document_on", "why"),
        ),
        (f"{YEAR}work/", {}, ("quality", "version")),
        (f"{YEAR}lgsco/6-1/", {"finding": "complies", "words": "x"}, ("finding", "words", "version")),
        ("/complaints/annual/new/", {}, ("year",)),
    ],
)
def test_nothing_typed_is_an_error_of_ours(complaints_officer, draft, url, typed, fields):
    client = browser(complaints_officer)
    read = boxes(client.get(url))
    broken = [
        (field, name)
        for field in fields
        for name, text in NASTY.items()
        if "\ud800" not in text
        and client.post(url, read | typed | {field: text}).status_code not in (200, 302)
    ]
    assert broken == []
