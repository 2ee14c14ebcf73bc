"""The handlers' list: what is due next, the filters, who sees what, files, and giving several to one officer."""

import datetime

import pytest
from django.test import Client

from complaints.models import Case, Clock, Look, PersonConcerned
from complaints.operations.ending import withdraw
from portfolios.models import Person
from tests.complaints.lives import accepted, at, day, in_hand, replied
from tests.factories import ServiceFactory
from tests.factories.complaints import CustomerFactory, case

pytestmark = pytest.mark.usefixtures("holidays")
TODAY = "2026-10-20 09:00"


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(TODAY)


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


def board(user, query=""):
    return client_of(user).get(f"/complaints/{query}")


def listed(user, query=""):
    """The references on the board, in its order."""
    return [row.reference for row in board(user, query).context["list"].table.records()]


def words(answer):
    return answer.content.decode()


def test_what_is_due_next_stands_first_and_what_is_late_says_so(complaints_officer, service):
    later, late = case(received_at=at("2026-10-19")), case(received_at=at("2026-10-09"))
    page = board(complaints_officer)

    assert listed(complaints_officer) == [late.reference, later.reference]
    assert "2 working days late" in words(page)
    assert "4 working days left" in words(page)
    assert words(page).count("row-red") == 1
    counts = page.context["counts"]
    assert (counts.open, counts.overdue, counts.soon, counts.waiting) == (2, 1, 0, 2)


def test_what_is_paused_or_has_no_clock_stands_last(complaints_officer):
    without, late = case(kind="comment"), case(received_at=at("2026-10-19"))

    assert listed(complaints_officer) == [late.reference, without.reference]


@pytest.mark.shows("S16")
def test_each_page_and_each_file_is_one_look(complaints_officer):
    case()
    board(complaints_officer)
    file = board(complaints_officer, "?export=csv")

    assert b"C-2026-0001" in b"".join(file)
    assert sorted(Look.objects.values_list("kind", flat=True)) == ["export", "list"]


@pytest.fixture
def one_of_each(complaints_officer, officer, service):
    """Cases by what they are found by."""
    below = ServiceFactory(name="Streets", parent=service)
    waiting = case(received_at=at("2026-10-19"), channel="phone")
    of_team = accepted(case(received_at=at("2026-10-16")), complaints_officer, below, on="2026-10-16")
    mine = accepted(
        case(kind="request", received_at=at("2026-10-15")),
        complaints_officer,
        ServiceFactory(name="Parks"),
        on="2026-10-16",
        number="1.2",
        handler=officer,
    )
    over = replied(complaints_officer, service)
    late = case(received_at=at("2026-10-05"))
    Case.objects.filter(pk=over.pk).update(stage=2)
    return {"waiting": waiting, "team": of_team, "mine": mine, "over": over, "late": late}


FILTERS = {
    "": {"waiting", "team", "mine", "late"},
    "which=open": {"waiting", "team", "mine", "late"},
    "which=all": {"waiting", "team", "mine", "over", "late"},
    "which=waiting": {"waiting", "late"},
    "which=overdue": {"late"},
    "which=soon": {"team"},
    "which=all&stage=2": {"over"},
    "state=replied": {"over"},
    "state=in_hand": {"team", "mine"},
    "which=waiting&state=in_hand": set(),
    "kind=request": {"mine"},
    "kind=request&kind=complaint": {"waiting", "team", "mine", "late"},
    "handler=nobody": {"waiting", "late"},
    "handler={officer}": {"mine"},
    "service={service}": {"team"},
    "which=all&service={service}": {"team", "over"},
    "channel=phone": {"waiting"},
    "received_from=16+October+2026": {"waiting", "team"},
    "received_to=15+October+2026": {"mine", "late"},
    "whose=mine": {"team"},
    "whose=services": set(),
}


@pytest.mark.parametrize("query", FILTERS)
def test_each_filter_finds_its_cases(query, one_of_each, complaints_officer, officer, service):
    names = {row.reference: name for name, row in one_of_each.items()}
    asked = f"?{query.format(officer=officer.pk, service=service.pk)}"

    assert {names[each] for each in listed(complaints_officer, asked)} == FILTERS[query]


@pytest.mark.shows("P7")
def test_an_officer_sees_own_services_and_own_cases_in_list_search_and_file(one_of_each, officer):
    shown = {one_of_each[name].reference for name in ("team", "mine", "over")}
    hidden = {one_of_each[name].reference for name in ("waiting", "late")}
    for query in ("?which=all", "?which=all&search=bin", "?search=customer", "?which=all&export=csv"):
        said = client_of(officer).get(f"/complaints/{query}")
        text = b"".join(said).decode() if said.streaming else words(said)
        assert {each for each in shown | hidden if each in text} == shown, query


@pytest.mark.shows("P46", "P47")
def test_a_case_about_the_reader_is_on_no_list_of_theirs(complaints_officer):
    about, other = case(), case()
    PersonConcerned.objects.create(case=about, person=Person.objects.get(user=complaints_officer))

    assert listed(complaints_officer) == [other.reference]
    assert listed(complaints_officer, f"?search={about.reference}") == []
    assert board(complaints_officer).context["counts"].open == 1


@pytest.mark.shows("P20")
def test_members_and_administrators_have_no_list(member, administrator):
    assert [board(user).status_code for user in (member, administrator)] == [403, 403]


def test_names_and_words_go_only_into_the_file_of_the_complaints_team(complaints_officer, officer, service):
    in_hand(complaints_officer, service)
    Case.objects.update(subject="About my neighbour", customer=_ada())
    files = [
        b"".join(client_of(user).get("/complaints/?export=csv")).decode()
        for user in (officer, complaints_officer)
    ]

    assert ["Ada Quill" in each for each in files] == [False, True]
    assert ["my neighbour" in each for each in files] == [False, True]
    assert all("C-2026-0001" in each for each in files)
    assert client_of(officer).get("/complaints/?export=xlsx").headers["Content-Type"].endswith("sheet")


def _ada():
    ada = CustomerFactory.build(name="Ada Quill")
    ada.save()
    return ada


def test_a_closed_or_withdrawn_case_is_not_open(complaints_officer):
    row = case()
    withdraw(row, expected=row.version, why="Found it", by=complaints_officer, at=at("2026-10-13"))

    assert listed(complaints_officer) == []
    assert not Clock.objects.running().exists()


def test_the_number_of_queries_does_not_grow(
    complaints_officer, officer, service, django_assert_max_num_queries
):
    for _ in range(12):
        in_hand(complaints_officer, service)
    client = client_of(officer)
    with django_assert_max_num_queries(13):
        client.get("/complaints/")
    with django_assert_max_num_queries(13):
        client.get("/complaints/?search=bin+customer")


def test_the_last_day_that_is_soon_skips_what_is_not_counted(complaints_officer, time_machine):
    case(received_at=at("2026-12-21"), at=at("2026-12-21"))
    time_machine.move_to("2026-12-24 09:00")
    counts = board(complaints_officer).context["counts"]

    assert (counts.soon, day("2026-12-31") - day("2026-12-24")) == (1, datetime.timedelta(7))


def test_customers_in_the_header_leads_to_the_list_or_to_the_patterns(
    complaints_officer, officer, member, administrator
):
    users = (complaints_officer, officer, member, administrator)
    pages = [words(client_of(user).get("/performance/indicators/")) for user in users]

    assert [page.count(">Customers</a>") for page in pages] == [1] * 4
    assert ['<a href="/complaints/">Customers</a>' in page for page in pages] == [True, True, False, False]
    assert all('<a href="/complaints/patterns/">Customers</a>' in page for page in pages[2:])
