"""While the database is away people get 503 and a page that says what to do; a fault of ours tells nothing."""

import logging

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client

SECRET = "relation performance_return on host db.internal"


@pytest.fixture
def client(council):
    client = Client(raise_request_exception=False)
    client.cookies.update(council.sessions["lead officer"])
    return client


def fail(fault):
    def raising(*_, **__):
        raise fault

    return raising


def is_away(answer):
    page = answer.content.decode()
    assert SECRET not in page
    assert "Traceback" not in page
    return (answer.status_code, answer.headers.get("Retry-After"), "away for a moment" in page)


@pytest.mark.shows("R3", "C24")
@pytest.mark.parametrize("fault", [OperationalError, InterfaceError])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_page_says_that_the_database_is_away(client, monkeypatch, fault, method):
    monkeypatch.setattr("performance.views.dashboards.structure", fail(fault(SECRET)))

    assert is_away(getattr(client, method)("/performance/")) == (503, "10", True)


@pytest.mark.shows("R3", "C24")
def test_a_session_that_cannot_be_read_says_so_too(client, monkeypatch):
    monkeypatch.setattr(
        "django.contrib.sessions.backends.db.SessionStore.load", fail(OperationalError(SECRET))
    )

    assert is_away(client.get("/performance/")) == (503, "10", True)


@pytest.mark.shows("R3", "C24")
def test_a_session_that_cannot_be_kept_says_so_too(client, monkeypatch):
    monkeypatch.setattr(
        "django.contrib.sessions.backends.db.SessionStore.save", fail(OperationalError(SECRET))
    )

    answer = client.post("/sign-in/", {"login": "officer", "password": "correct horse battery"})
    stranger = Client(raise_request_exception=False).post(
        "/sign-in/", {"login": "officer", "password": "correct horse battery"}
    )

    assert answer.status_code in (302, 503)
    assert is_away(stranger) == (503, "10", True)


@pytest.mark.shows("R3", "C24")
def test_a_connection_that_cannot_be_made_says_so_too(client):
    def refuse(execute, sql, params, many, context):
        raise OperationalError(SECRET)

    with connection.execute_wrapper(refuse):
        assert is_away(client.get("/performance/")) == (503, "10", True)
        assert is_away(client.get("/admin/")) == (503, "10", True)

    assert client.get("/performance/").status_code == 200


@pytest.mark.shows("S21")
def test_a_fault_of_ours_tells_nothing(client, monkeypatch):
    monkeypatch.setattr("performance.views.dashboards.structure", fail(RuntimeError(SECRET)))

    answer = client.get("/performance/")

    page = answer.content.decode()
    assert (answer.status_code, "something went wrong on our side" in page) == (500, True)
    assert SECRET not in page
    assert "RuntimeError" not in page


@pytest.mark.shows("S15")
def test_the_log_names_the_kind_of_fault_and_not_its_words(client, monkeypatch, caplog):
    monkeypatch.setattr("performance.views.dashboards.structure", fail(OperationalError(SECRET)))

    with caplog.at_level(logging.ERROR, logger="council.overview.views"):
        client.get("/performance/")

    said = [record.getMessage() for record in caplog.records if record.name == "council.overview.views"]
    assert said == ["The database is away: OperationalError"]
