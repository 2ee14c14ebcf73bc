import pytest
from django.urls import reverse

from complaints.models import FeedbackReport, FeedbackReturn
from complaints.operations.feedback_reports import begin_report
from tests.complaints.lives import at
from tests.factories import BodyFactory, PostFactory, ResponsibilityFactory
from tests.factories.complaints import case

WORDS = {"requests": "Fewer.", "complaints": "Bins.", "compliments": "None.", "actions": "Two done."}


@pytest.fixture
def team(service, holidays):
    service.manager = PostFactory(title="Waste manager", service=service)
    service.save()
    return service


@pytest.fixture
def page(team):
    return reverse("feedback_return", args=[team.pk, 2026, 2])


def send(client, page, **stated):
    return client.post(page, WORDS | {"version": "0", "do": "draft"} | stated)


@pytest.mark.shows("S1-06", "S1-18")
def test_a_team_writes_its_return_and_hands_it_in(client, officer, team, page):
    case(service=team, received_at=at("2026-09-01"))
    client.force_login(officer)
    assert "1 complaint came in, 1 more than in the quarter before." in client.get(page).text
    assert "Not returned:</strong> Waste and recycling" in client.get(reverse("feedback_returns")).text

    send(client, page)
    row = FeedbackReturn.objects.get()
    answer = client.post(page, WORDS | {"version": str(row.version), "do": "hand_in"}, follow=True)

    assert "The return is handed in" in answer.text
    assert "1 of 1 teams" in client.get(reverse("feedback_returns")).text
    assert "Bins." in client.get(page).text


def test_a_part_that_says_nothing_is_asked_for_when_it_is_handed_in(client, officer, page):
    client.force_login(officer)

    answer = send(client, page, do="hand_in", actions="")

    assert "Say it in a sentence, or that there was nothing" in answer.text
    assert "Fewer." in answer.text
    assert not FeedbackReturn.objects.exists()


def test_two_at_once_are_told_and_lose_nothing(client, officer, page):
    client.force_login(officer)
    send(client, page)

    answer = send(client, page, complaints="Mine.")

    assert "Somebody else saved this return while you wrote" in answer.text
    assert "Mine." in answer.text
    assert "Bins." in answer.text
    version = FeedbackReturn.objects.get().version
    send(client, page, complaints="Mine.", version=str(version))
    assert FeedbackReturn.objects.get().complaints == "Mine."


def test_another_team_reads_it_and_writes_nothing(client, other_officer, page):
    client.force_login(other_officer)

    answer = client.get(page)
    assert "<textarea" not in answer.text
    answer = client.post(page, WORDS | {"version": "0"}, follow=True)

    assert "written by its own team" in answer.text
    assert not FeedbackReturn.objects.exists()


@pytest.mark.parametrize("when", [(2026, 5), (2026, 0), (1, 1), (2027, 1), (9999999, 1)])
def test_a_quarter_that_never_was_or_has_not_begun_has_no_return(client, officer, team, when):
    client.force_login(officer)

    assert client.get(reverse("feedback_return", args=[team.pk, *when])).status_code == 404


def test_what_was_handed_in_goes_back_with_a_reason(client, officer, lead_officer, page):
    client.force_login(officer)
    send(client, page, do="hand_in")
    client.force_login(lead_officer)
    back = f"{page}send-back/"
    row = FeedbackReturn.objects.get()

    client.post(back, {"version": str(row.version), "why": "Say what you do."})

    client.force_login(officer)
    assert "Say what you do." in client.get(page).text
    assert "<textarea" in client.get(page).text


@pytest.fixture
def body(team):
    return ResponsibilityFactory(
        service=team, portfolio=None, body=BodyFactory(name="Planning Committee")
    ).body


@pytest.mark.shows("S1-07", "S1-19")
def test_a_report_is_begun_written_presented_and_read_by_members(client, lead_officer, member, team, body):
    for _ in range(6):
        case(service=team, received_at=at("2026-09-01"))
    client.force_login(lead_officer)
    client.post(reverse("feedback_report_new"), {"quarter": "2026-2", "body": str(body.pk)})
    row = FeedbackReport.objects.get()
    work = reverse("feedback_report_work", args=[row.pk])
    said = {"summary": "People waited.", "chief_executive": "We act."}
    client.post(work, said | {"version": str(row.version)})
    client.force_login(member)
    assert client.get(row.get_absolute_url()).status_code == 404

    client.force_login(lead_officer)
    row.refresh_from_db()
    present = reverse("feedback_report_present", args=[row.pk])
    client.post(present, {"version": str(row.version), "dated_on": "13 October 2026"})

    client.force_login(member)
    text = client.get(row.get_absolute_url()).text
    assert "People waited." in text
    assert "We act." in text
    assert 'data-label="Complaints received">6<' in text
    assert "Planning Committee" in client.get(reverse("feedback_reports")).text


def test_the_report_of_the_whole_council_is_for_officers(client, lead_officer, member):
    row = begin_report(year=2026, quarter=1, body=None, by=lead_officer, at=at("2026-10-01"))
    FeedbackReport.objects.filter(pk=row.pk).update(presented_at=at("2026-10-01"), dated_on="2026-10-01")
    client.force_login(member)

    assert client.get(row.get_absolute_url()).status_code == 404


def test_a_report_saved_by_two_keeps_what_both_wrote(client, lead_officer):
    row = begin_report(year=2026, quarter=1, body=None, by=lead_officer, at=at("2026-10-01"))
    client.force_login(lead_officer)
    work = reverse("feedback_report_work", args=[row.pk])
    client.post(work, {"summary": "Theirs.", "version": str(row.version)})

    answer = client.post(work, {"summary": "Mine.", "version": str(row.version)})

    assert "Somebody else saved this meanwhile" in answer.text
    assert "Theirs." in answer.text
    assert "Mine." in answer.text
