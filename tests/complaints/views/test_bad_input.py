"""Whatever is typed into the pages of a case ends in a sentence, and what was typed is still there."""

from urllib.parse import quote_plus

import pytest
from django.db import transaction

from complaints.models import Incident
from complaints.operations.incidents import put_under
from tests.complaints.lives import at, day, in_hand
from tests.complaints.operations.test_merging import customers, merge
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


@pytest.fixture
def places(complaints_officer, service):
    """Where customers and incidents are kept, each with what an honest form sends."""
    first, second, merged = customers(3)
    merge(merged, first, complaints_officer)
    incident = Incident.objects.create(title="Missed", service=service, began_on=day("2026-10-01"))
    incident.over_on = day("2026-10-02")
    incident.save()
    row = in_hand(complaints_officer, service)
    put_under(row, incident, expected=row.version, by=complaints_officer, at=at("2026-10-13", 8))
    ticked = {"chosen": f"{row.pk}:1"}
    return {
        "customers": ("/complaints/customers/", {"said": "Ada"}),
        "change": (f"/complaints/customers/{first.pk}/change/", {}),
        "compare": (f"/complaints/customers/{first.pk}/merge/{second.pk}/", {"choice": "first", "why": "x"}),
        "unmerge": (f"/complaints/customers/{merged.pk}/unmerge/", {"why": "x"}),
        "new": (
            "/complaints/incidents/new/",
            {"title": "x", "service": str(service.pk), "began_on": "1 October 2026"},
        ),
        "incident": (f"/complaints/incidents/{incident.pk}/change/", {}),
        "tell": (f"/complaints/incidents/{incident.pk}/tell/", {"words": "x"}),
        "reply": (f"/complaints/incidents/{incident.pk}/reply/", {"words": "x", "late_why": "x"} | ticked),
        "board": ("/complaints/", {"do": "join", "incident": str(incident.pk)} | ticked),
    }


@pytest.mark.shows("R1", "N34")
@pytest.mark.parametrize(
    "name", ["customers", "change", "compare", "unmerge", "new", "incident", "tell", "reply", "board"]
)
def test_nothing_typed_of_customers_and_incidents_is_an_error_of_ours(name, places, complaints_officer):
    url, typed = places[name]
    client = browser(complaints_officer)
    client.raise_request_exception = False
    read = {key: value for key, value in boxes(client.get(url)).items() if key != "chosen"} | typed
    broken = []
    for what, text in NASTY.items():
        for field in read:
            if (code := post(client, url, read | {field: text}).status_code) not in (200, 302):
                broken.append((what, field, code))

    assert broken == []
    assert client.post(url, {"words": ["a", "b"]}).status_code == 400
