"""Whatever is typed or forged into the forms of promises and queries ends in a sentence."""

import pytest
from django.db import transaction
from django.test import Client

from tests.conventions.bad_text import NASTY
from tests.conventions.test_bad_input import MEGABYTE, post

FORMS = [
    ("administrator", "/meetings/promises/new/", {"verb": "bring", "what": "My words"}, "due_as_written"),
    ("administrator", "/meetings/promises/new/", {"verb": "bring", "what": "My words"}, "new_event"),
    ("administrator", "/meetings/promises/new/", {"verb": "bring", "what": "My words"}, "months_after"),
    ("administrator", "/meetings/promises/new/", {"verb": "bring", "what": "My words"}, "owner"),
    ("administrator", "/meetings/promises/new/", {"verb": "bring", "what": "My words"}, "seen"),
    ("officer", "/meetings/promises/{promise}/settle/", {"fate": "x", "note": "My words"}, "version"),
    ("officer", "/meetings/promises/{promise}/settle/", {"fate": "kept", "version": "1"}, "note"),
    ("officer", "/meetings/promises/{promise}/happened/", {"version": "1"}, "happened_on"),
    ("member", "/meetings/queries/ask/", {"question": "My words"}, "service"),
    ("member", "/meetings/queries/ask/", {"service": "1"}, "question"),
    ("member", "/meetings/queries/ask/", {"question": "My words", "service": "1"}, "sent_as"),
    ("officer", "/meetings/queries/{query}/answer/", {"version": "1"}, "words"),
    ("officer", "/meetings/queries/{query}/answer/", {"words": "My words"}, "version"),
]


@pytest.mark.shows("R1")
@pytest.mark.parametrize(
    "role, url, sent, field", FORMS, ids=[f"{url} {field}" for _, url, _, field in FORMS]
)
def test_nothing_typed_into_promises_or_queries_is_an_error_of_ours(council, role, url, sent, field):
    client = Client(raise_request_exception=False)
    client.cookies.update(council.sessions[role])
    address = url.format(promise=council.promise.pk, query=council.query.pk)
    broken = []
    for name, text in (NASTY | {"a megabyte": MEGABYTE}).items():
        answer = post(client, address, sent | {field: text})
        if answer.status_code not in (200, 302):
            broken.append((name, answer.status_code))
        if answer.status_code == 200 and "My words" in sent.values():
            assert "My words" in answer.content.decode(), name

    assert broken == []


@pytest.mark.shows("R1", "N53")
@pytest.mark.parametrize("role, url, sent, field", FORMS[:1] + FORMS[6:7] + FORMS[9:10] + FORMS[11:12])
def test_an_answer_sent_twice_is_refused(council, role, url, sent, field):
    client = Client(raise_request_exception=False)
    client.cookies.update(council.sessions[role])
    address = url.format(promise=council.promise.pk, query=council.query.pk)

    with transaction.atomic():
        assert post(client, address, sent | {field: ["1", "2"]}).status_code == 400
