"""Whatever is typed into the pages of a case ends in a sentence, and what was typed is still there."""

from urllib.parse import quote_plus

import pytest
from django.db import transaction

from tests.complaints.views.pages import address, boxes, browser
from tests.complaints.views.steps import PAGES, prepared
from tests.conventions.bad_text import NASTY


def post(client, url, data):
    """The answer; what was done is undone. Half characters go as their bytes."""
    body = "&".join(
        f"{quote_plus(name)}={quote_plus(each.encode('utf-8', 'surrogatepass'))}"
        for name, each in data.items()
    )
    with transaction.atomic():
        answer = client.post(url, body, content_type="application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    return answer


@pytest.mark.shows("R1", "N34")
@pytest.mark.parametrize("name", PAGES)
def test_nothing_typed_is_an_error_of_ours(name, complaints_officer, service):
    row, page, typed = prepared(name, complaints_officer, service)
    client = browser(complaints_officer)
    client.raise_request_exception = False
    url = address(row, page)
    read = boxes(client.get(url)) | typed
    more = {"more": "1"} if "point_1" in read else {}
    broken = []
    for what, text in NASTY.items():
        every = dict.fromkeys(read, text)
        for sent in (every | {"version": read["version"], **more}, read | {"version": text}):
            if (code := post(client, url, sent).status_code) not in (200, 302):
                broken.append((what, code))

    assert broken == []
