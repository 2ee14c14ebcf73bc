"""Ombudsman cases as the complaints team keeps them and officers read them."""

import pytest

from complaints.models import Look, OmbudsmanCase
from complaints.operations.handing_over import add_note
from tests.complaints.lives import at, replied
from tests.complaints.ombudsman.referred import decided, recommended, referred
from tests.complaints.views.pages import boxes, browser, opened, problems, told, words
from tests.complaints.views.pages import sent as sent_on_case
from tests.conventions.bad_text import NASTY
from tests.factories import PostFactory

pytestmark = pytest.mark.usefixtures("tuesday")
LIST = "/complaints/ombudsman/"
NEW = {
    "ombudsman": "lgsco",
    "their_reference": "26 001 234",
    "subject": "Bins not emptied",
    "referred_on": "13 October 2026",
}


@pytest.fixture
def tuesday(time_machine, holidays):
    time_machine.move_to("2026-10-20 11:00:00+00:00", tick=True)


def sent(user, url, **typed):
    client = browser(user)
    return client.post(url, boxes(client.get(url)) | typed, follow=True)


@pytest.mark.shows("F77")
def test_it_is_entered_from_the_page_of_our_case(complaints_officer, officer, service):
    case = replied(complaints_officer, service)
    assert "The Ombudsman has it" in words(browser(complaints_officer).get(case.get_absolute_url()))
    answer = sent_on_case(complaints_officer, case, "ombudsman", **NEW | {"referred_on": "16 October 2026"})
    row = OmbudsmanCase.objects.get()

    assert told(answer) == "It is entered. Follow it under “The Ombudsman” on this page."
    assert (row.case, row.service) == (case, service)
    page = words(browser(officer).get(case.get_absolute_url()))
    assert "26 001 234" in page
    assert "The Ombudsman has it" not in page.replace("The Local", "")
    assert opened(officer, case, "ombudsman").status_code == 403


@pytest.mark.shows("F77")
def test_it_is_entered_with_our_reference_or_without(complaints_officer, service):
    case = replied(complaints_officer, service)
    new = f"{LIST}new/"
    early = sent(complaints_officer, new, **NEW, case=case.reference.lower())
    assert told(early).startswith("It is entered.")
    assert OmbudsmanCase.objects.get().service == service
    assert problems(sent(complaints_officer, new, **NEW)) == [
        "That reference is entered already. Look for it in the list"
    ]
    other = NEW | {"their_reference": "2"}
    assert problems(sent(complaints_officer, new, **other, case="C-2020-0001")) == [
        "There is no such case, or it is not yours to see. Enter its reference, such as C-2026-0042"
    ]
    assert problems(
        sent(complaints_officer, new, **other | {"referred_on": "1/10/2026"}, case=case.reference)
    ) == ["Our case came in on 12 October 2026. Enter that day or a later one"]


@pytest.mark.shows("F77")
def test_a_decision_is_entered_and_what_was_recommended_is_done(complaints_officer):
    row = referred(complaints_officer)
    page = row.get_absolute_url()
    early = sent(
        complaints_officer, f"{page}decide/", decision="upheld", decided_on="12 October 2026", fault="x"
    )
    assert problems(early) == ["It came to the Ombudsman on 13 October 2026. Enter that day or a later one"]
    sent(complaints_officer, f"{page}decide/", decision="upheld", decided_on="14 October 2026", fault="Delay")
    post = PostFactory(title="Head of Waste")
    typed = {"what": "Apologise", "owner": str(post.pk), "due_on": "19 October 2026"}
    sent(complaints_officer, f"{page}recommend/", **typed)
    assert "Overdue" in words(browser(complaints_officer).get(page))
    listed = browser(complaints_officer).get(f"{LIST}?which=overdue")
    assert "1 overdue" in words(listed)
    [recommendation] = row.recommendations.all()
    settle = f"{page}settle/{recommendation.pk}/"
    assert "What shows it" in words(browser(complaints_officer).get(settle))
    told_early = {"done_on": "18 October 2026", "shown_by": "Letter", "reported_on": "17 October 2026"}
    assert problems(sent(complaints_officer, settle, **told_early)) == [
        "They cannot have been told before it was done"
    ]
    sent(complaints_officer, settle, **told_early | {"reported_on": "19 October 2026"})
    assert "The Ombudsman was told on 19 October 2026" in words(browser(complaints_officer).get(page))


def test_nothing_is_recommended_before_a_decision(complaints_officer):
    row = referred(complaints_officer)
    answer = browser(complaints_officer).get(f"{row.get_absolute_url()}recommend/", follow=True)

    assert "Enter what the Ombudsman decided first" in words(answer)


@pytest.mark.shows("F77")
def test_the_second_of_two_sees_what_happened_and_loses_nothing(complaints_officer):
    row = referred(complaints_officer)
    url = f"{row.get_absolute_url()}decide/"
    client = browser(complaints_officer)
    read = boxes(client.get(url))
    decided(row, complaints_officer, decision="closed", fault="")
    typed = {"decision": "upheld", "decided_on": "14 October 2026", "fault": "My words"}
    answer = client.post(url, read | typed)
    page = words(answer)

    assert "My words" in page
    assert "Closed after initial enquiries, 13 October 2026" in page
    assert "meanwhile" in problems(answer)[0]
    again = client.post(url, boxes(answer) | typed, follow=True)
    assert told(again).startswith("The decision is entered.")


def test_somebody_quicker_with_our_case_is_told(complaints_officer, service):
    case = replied(complaints_officer, service)
    client = browser(complaints_officer)
    url = f"{case.get_absolute_url()}ombudsman/"
    read = boxes(client.get(url))
    add_note(case, "A note", expected=case.version, by=complaints_officer, at=at("2026-10-16"))
    answer = client.post(url, read | NEW | {"subject": "My words"})

    assert "My words" in answer.content.decode()
    assert not OmbudsmanCase.objects.exists()


@pytest.mark.shows("F77", "F81")
def test_officers_read_those_of_their_services_and_members_none(
    complaints_officer, officer, other_officer, member, service
):
    row = referred(complaints_officer, service=service)
    page = row.get_absolute_url()

    assert browser(officer).get(page).status_code == 200
    assert browser(officer).get(f"{page}decide/").status_code == 403
    assert browser(other_officer).get(page).status_code == 404
    assert browser(member).get(page).status_code == 403
    assert row.their_reference not in words(browser(other_officer).get(LIST))
    assert browser(officer).get(f"{LIST}{2**70}/").status_code == 404
    assert browser(complaints_officer).get(f"{page}settle/{2**70}/").status_code == 404


def test_each_look_at_one_of_a_customer_is_kept(complaints_officer, officer, service):
    case = replied(complaints_officer, service)
    row = referred(complaints_officer, on="2026-10-16", case=case, service=service)
    browser(officer).get(row.get_absolute_url())

    assert Look.objects.filter(user=officer, case=case, customer=case.customer).count() == 1


@pytest.mark.shows("R1")
@pytest.mark.parametrize(
    "page, typed, fields",
    [
        ("new/", NEW, ("ombudsman", "their_reference", "case", "service", "subject", "referred_on")),
        ("{pk}/change/", NEW, ("ombudsman", "case", "service", "version")),
        (
            "{pk}/decide/",
            {"decision": "closed"},
            ("decision", "decided_on", "fault", "is_remedied_before", "version"),
        ),
        ("{pk}/recommend/", {"what": "x"}, ("what", "owner", "due_on", "version")),
        ("{pk}/settle/{number}/", {"done_on": "x"}, ("done_on", "shown_by", "reported_on", "version")),
    ],
)
def test_nothing_typed_is_an_error_of_ours(complaints_officer, page, typed, fields):
    row = decided(referred(complaints_officer), complaints_officer)
    recommendation = recommended(row, complaints_officer)
    url = LIST + page.format(pk=row.pk, number=recommendation.pk)
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
    assert client.post(url, {"version": ["1", "2"]}).status_code == 400
