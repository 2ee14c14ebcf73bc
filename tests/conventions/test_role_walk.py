"""Every address, asked by every role with every method, answers as the table says."""

import re

import pytest
from django.db import transaction
from django.test import Client

from council.models import User
from tests.conventions.addresses import addresses
from tests.conventions.role_matrix import FOR_STRANGERS, GET_AND_POST, REGISTER, REGISTER_DENIES, ROLES, codes

OTHERS = ("OPTIONS", "PUT", "DELETE")
PAGES = [each for each in addresses() if not each.is_register]
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
REGISTER_PAGES = [each for each in addresses() if each.is_register]


def client_of(council, role):
    """A browser in which the role has signed in, anew for each request."""
    client = Client(raise_request_exception=False)
    client.cookies.update(council.sessions.get(role, {}))
    return client


def ask(council, role, method, url):
    """The code that the role gets; whatever the request did is undone, so that each one finds the same council."""
    with transaction.atomic():
        answer = client_of(council, role).generic(method, url)
        transaction.set_rollback(True)
    assert not (method == "HEAD" and answer.content), f"HEAD {url} answers more than its headers"
    return answer.status_code


def differences(council, expected):
    """What answers otherwise than the table says, a line for each; `expected` has the codes that may come."""
    urls = {each.name: each.url(council) for each in addresses()}
    found = {key: ask(council, key[1], key[2], urls[key[0]]) for key in expected}
    return [
        f"{' '.join(key)}: {found[key]}, not {' or '.join(map(str, codes))}"
        for key, codes in expected.items()
        if found[key] not in codes
    ]


def other_codes(name, on_get):
    """What a method that nobody uses may answer: no more than GET does."""
    if name in FOR_STRANGERS:
        return (on_get, 405)
    return (on_get if on_get in (302, 403) else 405,)


@pytest.mark.shows("P1")
def test_every_address_is_in_the_table_and_every_line_is_an_address():
    assert {each.name for each in PAGES} == set(GET_AND_POST)


@pytest.mark.shows("S1", "S2", "P5", "P17", "P50")
def test_every_address_answers_each_role_as_the_table_says(council):
    expected = {}
    for name, lines in GET_AND_POST.items():
        on_get, on_post = map(codes, lines)
        for role in ROLES:
            expected |= {(name, role, method): (on_get[role],) for method in ("GET", "HEAD")}
            expected[name, role, "POST"] = (on_post[role],)
            expected |= {(name, role, method): other_codes(name, on_get[role]) for method in OTHERS}

    told = differences(council, expected)

    assert not told, "\n".join(told)


@pytest.mark.shows("S1", "P1", "P5", "P21")
def test_the_register_is_the_administrators_alone(council):
    codes_of_all = zip(ROLES, map(int, REGISTER_DENIES.split()), strict=True)
    denied = {role: code for role, code in codes_of_all if role != "administrator"}
    expected = {}
    for name in sorted({each.name for each in REGISTER_PAGES}):
        for method in ("GET", "HEAD", "POST", "DELETE"):
            expected |= {(name, role, method): (code,) for role, code in denied.items()}
        on_get, on_post = register_codes(name)
        codes_of = {"GET": on_get, "HEAD": on_get, "POST": on_post}
        expected |= {(name, "administrator", method): (code,) for method, code in codes_of.items()}

    told = differences(council, expected)

    assert not told, "\n".join(told)


def register_codes(name):
    """By the whole name, else by its last word."""
    return REGISTER.get(name) or REGISTER[name.rpartition("_")[2]]


@pytest.mark.shows("S2")
def test_what_is_missing_is_not_found(council):
    names = ("indicator", "portfolio", "service", "body", "return", "returns_grid", "publish_period")
    for address in [each for each in PAGES if each.name in names]:
        role = "administrator" if address.name == "publish_period" else "lead officer"

        assert ask(council, role, "GET", address.with_parts(987654)) == 404, address.name


@pytest.mark.shows("S2")
def test_not_mine_and_not_there_look_alike(council):
    """Somebody else's grid and one of no service answer with the same page."""
    client = client_of(council, "other officer")
    theirs = client.get(f"/performance/returns/grid/{council.service.pk}/{council.period.pk}/")
    nobodys = client.get(f"/performance/returns/grid/987654/{council.period.pk}/")

    assert (theirs.status_code, nobodys.status_code) == (404, 404)
    assert TOKEN.sub(b"", theirs.content) == TOKEN.sub(b"", nobodys.content)


@pytest.mark.shows("P16", "C8")
def test_a_role_taken_away_counts_at_the_next_request(council):
    client = client_of(council, "lead officer")
    assert client.get("/performance/sign-off/").status_code == 200

    with transaction.atomic():
        User.objects.filter(pk=council.users["lead officer"].pk).update(role="member")
        answer = client.post("/performance/sign-off/", {"chosen": f"{council.waiting.pk}:1"})
        transaction.set_rollback(True)

    assert answer.status_code == 403


@pytest.mark.shows("R12")
def test_the_walk_would_see_a_guard_switched_off(council, monkeypatch):
    """With the table of permissions thrown open, the walk finds what it must never find."""
    monkeypatch.setattr("council.access.may", lambda user, permission: True)

    assert ask(council, "member", "GET", "/performance/publishing/") == 200
