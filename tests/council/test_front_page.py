import pytest
from django.urls import reverse


def test_a_stranger_reads_what_this_is_and_is_led_to_sign_in(client, db, settings):
    page = client.get("/").content.decode()

    assert f"How {settings.COUNCIL_NAME} is doing" in page
    assert '<a class="button" href="/sign-in/">Sign in</a>' in page


def test_the_front_page_asks_nothing_of_the_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        client.get("/")


@pytest.mark.parametrize(
    "who, where",
    [
        ("officer", "my_returns"),
        ("lead_officer", "my_returns"),
        ("member", "dashboard"),
        ("administrator", "dashboard"),
    ],
)
def test_everybody_else_is_led_to_where_their_work_begins(client, request, who, where):
    client.force_login(request.getfixturevalue(who))

    assert client.get("/")["Location"] == reverse(where)
