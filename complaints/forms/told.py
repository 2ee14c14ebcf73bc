"""From what was filled in to what was told: who tells it, for whom, and what."""

import uuid
from collections.abc import Mapping
from typing import Any

from complaints.choices import CaseKind, Channel, ContactWay
from complaints.forms.questions import ANOTHER
from complaints.models import Customer
from complaints.operations.receiving import Told
from complaints.rules.questions import UNHAPPY_OR_ASKING

DETAILS = ("name", "email", "phone", "address", "postcode", "way", "adjustments")


def told_from(
    said: Mapping[str, Any], *, channel: Channel, sent_as: str, customer: Customer | None = None
) -> Told:
    """What was told, of the valid answers to all questions. `customer` is who tells it, where they are on record.

    Somebody who speaks for another is the representative; whoever they speak for is the customer.
    """
    teller = customer or Customer(**{name: said.get(name) or "" for name in DETAILS})
    is_for_another = said.get("whom") == ANOTHER
    concerned = Customer(name=said["for_name"], way=ContactWay.NONE) if is_for_another else teller
    kind = CaseKind(said["kind"])
    return Told(
        kind=kind,
        channel=channel,
        customer=concerned,
        representative=teller if is_for_another else None,
        authority=said["authority"] if is_for_another else "",
        subject=said["subject"],
        words=said["words"],
        wants=said.get("wants") or "" if kind in UNHAPPY_OR_ASKING else "",
        happened_on=said.get("happened_on"),
        service=said.get("service"),
        sent_as=uuid.UUID(sent_as),
    )
