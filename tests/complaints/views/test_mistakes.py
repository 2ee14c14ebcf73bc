"""Each mistake is said beside its box, and nothing typed is lost."""

import pytest

from complaints.models import Case
from tests.complaints.views.telling import boxes, go_through, url

pytestmark = pytest.mark.usefixtures("holidays")


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to("2026-10-12 12:00", tick=False)


def test_what_has_to_be_said_is_not_called_optional(client):
    go_through(client, kind={"kind": "complaint"})
    for slug, box in (("when", "happened_on"), ("you", "name")):
        assert client.get(url(slug)).context["form"].fields[box].required
    client.post(url("kind"), {"kind": "comment"})
    for slug, box in (("when", "happened_on"), ("you", "name")):
        assert not client.get(url(slug)).context["form"].fields[box].required


def test_a_first_answer_that_is_missing_is_asked_for_and_no_more_is_said(client, db):
    page = client.post(url("kind"), boxes(client.get(url("kind"))))
    page = client.post(url("kind"), {"kind": "comment"} | boxes(page), follow=True)

    assert "had run out" not in page.content.decode()
    assert page.request["PATH_INFO"] == url("what")


@pytest.mark.parametrize(
    "slug, said, sentence",
    [
        ("kind", {}, "Choose what you would like to do"),
        ("what", {"subject": "", "words": "My words"}, "Say in a few words what it is about"),
        ("what", {"subject": "x" * 101, "words": "My words"}, "You have 1 character too many"),
        ("what", {"subject": "Bin", "words": "x" * 5001}, "You have 1 character too many"),
        ("service", {"service": "9" * 40}, "Select a valid choice"),
        ("when", {"happened_on": ""}, "Enter the day it happened"),
        ("when", {"happened_on": "13 October 2026"}, "13 October 2026 is still to come"),
        ("when", {"happened_on": "1 October 1910"}, "Check the year"),
        ("you", {"email": "ada@example.com", "way": "email"}, "Enter your name"),
        ("you", {"name": "Ada Quill", "way": "email"}, "Enter an e-mail address"),
        ("you", {"name": "Ada Quill", "way": "phone"}, "Enter a phone number"),
        ("you", {"name": "Ada Quill", "way": "letter"}, "Enter an address"),
        ("you", {"name": "Ada Quill"}, "Choose how you want to hear from us"),
        ("for", {"whom": "another"}, "Enter the name of whoever you speak for"),
        ("for", {}, "Choose whether you speak for somebody else"),
    ],
)
def test_a_mistake_is_said_beside_its_box_and_nothing_typed_is_lost(client, slug, said, sentence):
    page = go_through(client)
    answer = client.post(url(slug), said | boxes(page))
    shown = answer.content.decode()

    assert answer.status_code == 200
    assert shown.count(sentence) >= 2, "in the summary and beside the box"
    for typed in said.values():
        assert typed in shown or slug in ("service",)
    assert not Case.objects.exists()
