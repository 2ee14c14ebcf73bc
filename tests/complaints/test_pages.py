import pytest
from django.test import Client

from complaints.models import Look
from complaints.operations.links import token_of
from portfolios.models import Person
from tests.factories.complaints import CustomerFactory, case

pytestmark = pytest.mark.usefixtures("holidays")


def opened(user, row):
    client = Client()
    client.force_login(user)
    return client.get(row.get_absolute_url())


@pytest.mark.shows("S16", "F63")
def test_a_look_at_a_case_is_kept_and_the_page_says_so(complaints_officer):
    row = case()
    answer = opened(complaints_officer, row)

    assert "Your visit to this page is recorded" in answer.content.decode()
    assert "Show the days counted" in answer.content.decode()
    assert [(look.user, look.case) for look in Look.objects.all()] == [(complaints_officer, row)]


@pytest.mark.shows("P20", "S2")
def test_who_may_see_a_case(officer, other_officer, complaints_officer, administrator, member, service):
    row = case(service=service)
    codes = [
        opened(user, row).status_code
        for user in (officer, other_officer, complaints_officer, administrator, member)
    ]

    assert codes == [200, 404, 200, 403, 403]


@pytest.mark.shows("P47", "P46")
def test_nobody_sees_a_case_about_themselves(complaints_officer):
    row = case()
    row.people_concerned.create(person=Person.objects.get(user=complaints_officer))

    assert opened(complaints_officer, row).status_code == 404


@pytest.mark.shows("P3")
def test_the_secret_link_shows_how_far_it_is_and_nothing_personal(client, db):
    row = case(customer=CustomerFactory(name="Ada Quill"))
    page = client.get(f"/tell-us/follow/{token_of(row.link_nonce)}/")

    assert page.status_code == 200
    assert row.reference in page.content.decode()
    assert "Ada Quill" not in page.content.decode()
    assert client.get(f"/tell-us/follow/{token_of('guessed')}/").status_code == 404
    assert client.get(f"/tell-us/follow/{'a' * 3000}/").status_code == 404
