"""The headers of every kind of answer, word for word."""

import pytest
from django.db import OperationalError
from django.test import Client

from council.settings import SECURE_CSP

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.fixture
def client(council):
    client = Client(raise_request_exception=False)
    client.cookies.update(council.sessions["lead officer"])
    return client


def headers(answer):
    return {name: answer.headers.get(name) for name in ALWAYS}


@pytest.mark.shows("S5")
def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere():
    assert "; ".join(f"{name} {value}" for name, value in SECURE_CSP.items()) == POLICY


@pytest.mark.shows("S6", "S5")
@pytest.mark.parametrize(
    "url, code",
    [
        pytest.param("/performance/", 200, id="page"),
        pytest.param("/", 302, id="redirect"),
        pytest.param("/performance/?at=%00", 400, id="bad-request"),
        pytest.param("/performance/publishing/", 403, id="forbidden"),
        pytest.param("/nothing/here/", 404, id="not-found"),
        pytest.param("/performance/returns/1/1/sign-off/", 405, id="wrong-method"),
        pytest.param("/performance/indicators/?export=csv", 200, id="csv"),
        pytest.param("/performance/indicators/?export=xlsx", 200, id="workbook"),
        pytest.param("/admin/", 403, id="register"),
        pytest.param("/admin/jsi18n/", 403, id="script-of-the-register"),
    ],
)
def test_every_answer_has_every_header(client, url, code):
    answer = client.get(url)

    assert (answer.status_code, headers(answer)) == (code, ALWAYS)


@pytest.mark.shows("S6")
@pytest.mark.parametrize(
    "fault, code",
    [
        pytest.param(ValueError("secret words"), 500, id="fault"),
        pytest.param(OperationalError("secret words"), 503, id="database-away"),
    ],
)
def test_an_error_of_ours_has_every_header(client, monkeypatch, fault, code):
    def fail(*_, **__):
        raise fault

    monkeypatch.setattr("performance.views.dashboards.structure", fail)

    answer = client.get("/performance/")

    assert (answer.status_code, headers(answer)) == (code, ALWAYS)


@pytest.mark.shows("S6")
def test_what_is_too_large_has_every_header(client):
    answer = client.post("/performance/sign-off/", {"chosen": "x" * 3_000_000})

    assert (answer.status_code, headers(answer)) == (413, ALWAYS)


@pytest.mark.shows("P34")
@pytest.mark.parametrize(
    "url",
    ["/performance/", "/performance/indicators/?export=csv", "/performance/publishing/", "/nothing/", "/"],
)
def test_nothing_behind_the_sign_in_is_kept_by_a_browser(client, url):
    assert client.get(url).headers["Cache-Control"] == "no-store, private"


@pytest.mark.shows("P33")
def test_no_other_site_may_read_an_answer(client):
    answer = client.get("/performance/", headers={"Origin": "https://elsewhere.example"})

    assert [name for name in answer.headers if name.startswith("Access-Control")] == []


@pytest.mark.shows("FILE-53")
def test_a_file_is_downloaded_and_never_shown(client):
    answer = client.get("/performance/indicators/?export=csv")

    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")


@pytest.mark.shows("S8")
def test_the_cookies_of_a_session_are_out_of_reach_of_scripts_and_other_sites(officer):
    client = Client()
    client.post("/sign-in/", {"login": "officer", "password": "correct horse battery"})

    cookie = client.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 12 * 60 * 60)
