"""A new password by e-mail."""

import re

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.core.cache import cache

PASSWORD = "three odd words here"


@pytest.fixture(autouse=True)
def _no_tries_yet(db):
    cache.clear()


def _link(message) -> str:
    return re.search(r"http://testserver(\S+)", message.body).group(1)


def test_a_forgotten_password_is_renewed_by_e_mail(client, officer):
    officer.email = "officer@council.example"
    officer.save()

    client.post("/sign-in/forgotten/", {"email": "Officer@council.example"})
    page = client.get(_link(mail.outbox[0]), follow=True)
    new = {"password1": PASSWORD, "password2": PASSWORD}
    client.post(page.redirect_chain[-1][0], new)
    client.post("/sign-in/", {"login": "officer", "password": PASSWORD})

    assert mail.outbox[0].subject == "A new password for Golden Thread"
    assert get_user(client).is_authenticated


def test_a_link_for_a_new_password_works_once(client, officer):
    officer.email = "officer@council.example"
    officer.save()
    client.post("/sign-in/forgotten/", {"email": officer.email})
    link = _link(mail.outbox[0])
    officer.set_password("changed meanwhile")
    officer.save()

    assert "This link no longer works" in client.get(link, follow=True).content.decode()


@pytest.mark.shows("S9")
@pytest.mark.parametrize(
    "password",
    [
        pytest.param("short one", id="under-12"),
        pytest.param("1qaz2wsx3edc", id="common"),
        pytest.param("officer officer", id="like-the-name"),
    ],
)
def test_a_weak_new_password_is_refused(client, officer, password):
    officer.email, officer.username = "officer@council.example", "officer officer"
    officer.save()
    client.post("/sign-in/forgotten/", {"email": officer.email})
    page = client.get(_link(mail.outbox[0]), follow=True)

    answer = client.post(page.redirect_chain[-1][0], {"password1": password, "password2": password})

    assert answer.status_code == 200
    assert answer.context["form"].errors["password1"]


def test_asking_for_an_unknown_address_says_the_same_and_sends_nothing(client, officer):
    officer.email = "officer@council.example"
    officer.save()

    known = client.post("/sign-in/forgotten/", {"email": "officer@council.example"})
    unknown = client.post("/sign-in/forgotten/", {"email": "nobody@council.example"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert len(mail.outbox) == 1


def test_asking_too_often_for_one_address_is_refused(client, db):
    answers = [client.post("/sign-in/forgotten/", {"email": "a@council.example"}) for _ in range(6)]

    assert [answer.status_code for answer in answers] == [302] * 5 + [429]


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/sign-in/new-password/zzzzzzzzzzzzz-abc-def/", id="huge-id"),
        pytest.param("/sign-in/new-password/1-abc/", id="no-such-key"),
        pytest.param("/sign-in/new-password/1-set-password/", id="no-key-in-session"),
    ],
)
def test_a_made_up_link_for_a_new_password_is_told_so(client, db, address):
    assert "This link no longer works" in client.get(address).content.decode()
