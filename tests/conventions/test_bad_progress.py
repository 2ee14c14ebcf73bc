"""Whatever is typed or forged into the forms of progress reports ends in a sentence."""

import pytest
from django.db import transaction
from django.test import Client

from tests.conventions.bad_text import NASTY
from tests.conventions.test_bad_input import MEGABYTE, post

WORK, ITEM = "/performance/progress/{draft}/work/", "/performance/progress/items/{item}/"
NEW = {"heading": "1", "kind": "issue", "text": "My words", "add": "yes"}
FORMS = [
    ("/performance/progress/begin/", {}, "report"),
    (WORK, NEW | {"heading": "x"}, "by_when"),
    (WORK, NEW | {"heading": "x"}, "who"),
    (WORK, NEW, "heading"),
    (WORK, NEW | {"heading": "x"}, "kind"),
    (WORK, NEW | {"heading": "x"}, "sent_as"),
    (WORK, {"kind": "progress", "add": "yes"}, "text"),
    (WORK, NEW | {"heading": "x"}, "waits_for"),
    (WORK, {"updates": "yes", "item{first}-version": "1", "item{first}-update": "x"}, "item{first}-note"),
    (WORK, {"updates": "yes", "item{first}-update": "done"}, "item{first}-version"),
    (ITEM, NEW | {"version": "0"}, "correction"),
    (ITEM, NEW, "version"),
    ("/performance/progress/{draft}/present/", {"version": "1"}, "dated_on"),
    ("/performance/progress/{draft}/present/", {"version": "1"}, "meeting"),
    ("/performance/progress/{report}/erratum/", {"item_number": "x"}, "words"),
    ("/performance/progress/{report}/erratum/", {"words": ""}, "item_number"),
]


@pytest.mark.shows("R1")
@pytest.mark.parametrize("url, sent, field", FORMS, ids=[f"{url} {field}" for url, _, field in FORMS])
def test_nothing_typed_into_progress_reports_is_an_error_of_ours(council, url, sent, field):
    client = Client(raise_request_exception=False)
    client.cookies.update(council.sessions["officer"])
    first = council.progress_draft.items.earliest("number").pk
    rows = {"draft": council.progress_draft.pk, "report": council.progress.pk, "first": first}
    rows["item"] = council.progress_item.pk
    address, name = url.format(**rows), field.format(**rows)
    typed = {key.format(**rows): value for key, value in sent.items()}
    broken = []
    for what, text in (NASTY | {"a megabyte": MEGABYTE}).items():
        answer = post(client, address, typed | {name: text})
        if answer.status_code not in (200, 302):
            broken.append((what, answer.status_code))
        if answer.status_code == 200 and "My words" in typed.values():
            assert "My words" in answer.content.decode(), what

    assert broken == []


@pytest.mark.shows("R1")
@pytest.mark.parametrize("url", [WORK, ITEM, "/performance/progress/begin/"])
def test_an_answer_sent_twice_is_refused(council, url):
    client = Client(raise_request_exception=False)
    client.cookies.update(council.sessions["officer"])
    address = url.format(draft=council.progress_draft.pk, item=council.progress_item.pk)

    with transaction.atomic():
        assert post(client, address, {"who": ["1", "2"]}).status_code == 400
