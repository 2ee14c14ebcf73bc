from urllib.parse import urlencode

import pytest
from django.contrib.auth import get_user
from django.contrib.auth.hashers import make_password
from django.core.cache import cache, caches
from django.core.cache.backends.db import DatabaseCache
from django.urls import NoReverseMatch, reverse

from council.access import Role
from council.models import User
from tests.factories import UserFactory

PASSWORD = "correct horse battery"
NO_MATCH = "This user name and password do not match"
TOO_MANY = "too many tries for this user name"


def sign_in(client, username="officer", password=PASSWORD, **extra):
    return client.post("/sign-in/", {"login": username, "password": password}, **extra)


def signed_in(client):
    return get_user(client).is_authenticated


def guess(client, times, username="officer"):
    return [sign_in(client, username, f"wrong {turn}") for turn in range(times)][-1]


def test_a_person_signs_in_with_user_name_and_password(client, officer):
    answer = sign_in(client)

    assert (answer.status_code, answer["Location"], signed_in(client)) == (302, "/", True)


@pytest.mark.shows("P23")
@pytest.mark.parametrize(
    "username, password, is_active",
    [
        pytest.param("officer", "not the password", True, id="wrong-password"),
        pytest.param("nobody", PASSWORD, True, id="unknown-user"),
        pytest.param("officer", PASSWORD, False, id="somebody-who-has-left"),
        pytest.param("OFFICER", PASSWORD, True, id="capitals"),
    ],
)
def test_every_refusal_has_the_same_words(client, officer, username, password, is_active):
    officer.is_active = is_active
    officer.save()

    answer = sign_in(client, username, password)

    assert (answer.status_code, signed_in(client)) == (200, False)
    assert [NO_MATCH in error for error in answer.context["form"].non_field_errors()] == [True]


@pytest.mark.shows("P24", "S10")
def test_the_eleventh_guess_in_five_minutes_is_refused_even_when_right(client, officer):
    tenth = guess(client, 10)
    eleventh = sign_in(client)

    assert NO_MATCH in tenth.content.decode()
    assert TOO_MANY in eleventh.content.decode()
    assert not signed_in(client)


@pytest.mark.shows("P26")
def test_after_five_minutes_the_right_password_works_again(client, officer, time_machine):
    time_machine.move_to("2026-10-05 09:00")
    guess(client, 11)
    time_machine.move_to("2026-10-05 09:05:01")

    sign_in(client)

    assert signed_in(client)


def test_an_unknown_user_name_is_paused_like_a_known_one(client, officer):
    assert TOO_MANY in guess(client, 11, "nobody").content.decode()


def test_guesses_at_one_account_do_not_pause_another(client, officer, member):
    guess(client, 11, "member")

    sign_in(client)

    assert signed_in(client)


@pytest.mark.shows("S10")
@pytest.mark.parametrize(
    "vary",
    [
        pytest.param(lambda n: {"REMOTE_ADDR": f"10.0.0.{n}"}, id="another-address"),
        pytest.param(lambda n: {"HTTP_X_FORWARDED_FOR": f"10.0.0.{n}"}, id="forged-forwarding"),
        pytest.param(lambda n: {"HTTP_HOST": f"localhost:{8000 + n}"}, id="another-port"),
        pytest.param(lambda n: {"HTTP_ACCEPT": "application/json"}, id="as-a-program"),
    ],
)
def test_no_disguise_buys_more_guesses(client, officer, vary):
    for turn in range(10):
        sign_in(client, "officer", f"wrong {turn}", **vary(turn))

    answer = sign_in(client, **vary(99))

    assert (TOO_MANY in answer.content.decode(), signed_in(client)) == (True, False)


@pytest.mark.parametrize("username", [" officer ", "OffiCer"], ids=["spaces", "capitals"])
def test_other_spellings_of_a_user_name_count_as_the_same_guess(client, officer, username):
    guess(client, 10, username)

    assert TOO_MANY in sign_in(client).content.decode()


@pytest.mark.shows("S10")
def test_500_people_sign_in_from_one_address(client, db):
    password = make_password(PASSWORD)
    User.objects.bulk_create(User(username=f"user{number}", password=password) for number in range(500))

    answers = set()
    for number in range(500):
        client.cookies.clear()
        answers.add(sign_in(client, f"user{number}").status_code)

    assert answers == {302}


def test_signing_in_often_is_no_guess(client, officer):
    for _ in range(15):
        client.cookies.clear()
        sign_in(client)

    assert signed_in(client)


def test_the_limits_are_shared_between_workers():
    assert isinstance(caches["default"], DatabaseCache)


@pytest.mark.shows("P29")
def test_the_session_gets_a_new_name_at_sign_in(client, officer):
    client.get("/sign-in/")
    session = client.session
    session["planted"] = "yes"
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before

    sign_in(client)

    assert client.session.session_key != before


@pytest.mark.parametrize(
    "wanted, given",
    [
        pytest.param("/portfolios/", "/portfolios/", id="a-page-here"),
        pytest.param("https://elsewhere.example/", "/", id="another-site"),
        pytest.param("//elsewhere.example/", "/", id="without-scheme"),
        pytest.param("/\\elsewhere.example", "/", id="backslash"),
        pytest.param("javascript:alert(1)", "/", id="script"),
        pytest.param("http://testserver/portfolios/", "/", id="full-address-of-this-site"),
    ],
)
def test_after_sign_in_only_a_page_of_this_site_follows(client, officer, wanted, given):
    answer = client.post("/sign-in/", {"login": "officer", "password": PASSWORD, "next": wanted})

    assert answer["Location"] == given


def test_a_stranger_is_led_through_sign_in_to_the_page_they_wanted(client, officer):
    answer = client.get("/portfolios/")
    page = client.get(answer["Location"]).content.decode()

    assert answer["Location"] == "/sign-in/?next=/portfolios/"
    assert '<input type="hidden" name="next" value="/portfolios/">' in page


def test_signing_out_needs_a_form_and_leads_to_the_front_page(client, officer):
    client.force_login(officer)

    assert client.get("/sign-out/").status_code == 405
    assert signed_in(client)

    answer = client.post("/sign-out/", follow=True)

    assert answer.redirect_chain == [("/", 302)]
    assert "You have signed out." in answer.content.decode()
    assert not signed_in(client)


def test_a_stranger_who_signs_out_meets_no_error(client, db):
    assert client.post("/sign-out/").status_code == 302


@pytest.mark.shows("P17")
def test_who_is_made_inactive_is_out_at_the_next_request(client, officer):
    sign_in(client)
    officer.is_active = False
    officer.save()

    assert client.get("/portfolios/").status_code == 302


@pytest.mark.parametrize(
    "login, password",
    [
        pytest.param("", "", id="empty"),
        pytest.param("officer\0", PASSWORD, id="nul-in-name"),
        pytest.param("officer", f"{PASSWORD}\0", id="nul-in-password"),
        pytest.param("o" * 1_000_000, PASSWORD, id="1-MB-name"),
        pytest.param("officer", "p" * 1_000_000, id="1-MB-password"),
        pytest.param("\u202eofficer", PASSWORD, id="right-to-left"),
        pytest.param("\ud800", PASSWORD, id="half-a-pair"),
    ],
)
def test_bad_input_is_answered_in_a_sentence(client, officer, login, password):
    sent = urlencode({"login": login, "password": password}, errors="surrogatepass")
    answer = client.post("/sign-in/", sent, content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert "Error: Sign in" in answer.content.decode()


def test_nobody_makes_an_account_for_themselves(client, db):
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert client.get("/sign-up/").status_code == 404


@pytest.mark.parametrize("role", Role.values)
def test_who_is_signed_in_is_led_on_from_sign_in(client, db, role):
    client.force_login(UserFactory(role=role))

    assert client.get("/sign-in/")["Location"] == "/"


@pytest.mark.parametrize(
    "unused", ["account_email", "account_change_password", "account_set_password", "account_reauthenticate"]
)
def test_of_the_library_only_the_addresses_in_use_answer(unused):
    with pytest.raises(NoReverseMatch):
        reverse(unused)


@pytest.fixture(autouse=True)
def _no_guesses_yet(db):
    cache.clear()
