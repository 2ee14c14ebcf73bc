"""No page shows who somebody is without keeping that it was looked at."""

import pytest
from django.test import Client
from django.urls import resolve

from complaints.models import Customer, Look
from tests.conventions import scene
from tests.conventions.addresses import addresses

NAME = "Zebedee Quackenbush"
READERS = ("complaints officer", "officer", "member", "administrator")
MOST_OFTEN = {"case", "cases", "customer_export", "case_letter"}
"""Some that certainly show it."""


@pytest.mark.django_db
@pytest.mark.shows("S16", "S3")
def test_every_page_that_names_a_customer_keeps_a_look_and_members_see_none(time_machine):
    time_machine.move_to(scene.TODAY)
    council = scene.build(2)
    Customer.objects.update(name=NAME)
    shown, unkept, seen_by_others = set(), [], []
    for address in addresses():
        if address.is_register or not resolves_to_a_case_page(address.url(council)):
            continue
        for reader in READERS:
            client = Client()
            client.cookies.update(council.sessions[reader])
            before = Look.objects.count()
            answer = client.get(address.url(council))
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            if NAME in body.decode(errors="replace"):
                shown.add(address.name)
                if reader in ("member", "administrator"):
                    seen_by_others.append((address.name, reader))
                if Look.objects.count() == before:
                    unkept.append((address.name, reader))

    assert shown >= MOST_OFTEN
    assert unkept == []
    assert seen_by_others == []


def resolves_to_a_case_page(url):
    return resolve(url).func.__module__.startswith("complaints.") and not url.startswith("/tell-us/follow")
