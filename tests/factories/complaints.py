import datetime

import factory
from factory.django import DjangoModelFactory

from complaints.choices import CaseKind, Channel
from complaints.models import Customer
from complaints.operations.receiving import Told, receive_case

RECEIVED = datetime.datetime(2026, 10, 12, 9, 30, tzinfo=datetime.UTC)
"""A Monday; the next bank holiday is Christmas Day."""


class CustomerFactory(DjangoModelFactory):
    class Meta:
        model = Customer

    name = factory.Sequence(lambda n: f"Customer {n}")
    email = factory.Sequence(lambda n: f"customer{n}@example.com")


def told(**stated):
    """What somebody said on the website: a complaint about a missed bin, unless stated otherwise."""
    usual = {
        "kind": CaseKind.COMPLAINT,
        "channel": Channel.WEB,
        "customer": CustomerFactory.build(),
        "subject": "Missed bin",
        "words": "My bin was not emptied.",
    }
    return Told(**(usual | stated))


def case(*, received_at=RECEIVED, by=None, at=None, **stated):
    """A case as it came in."""
    return receive_case(told(**stated), received_at=received_at, by=by, at=at or received_at)
