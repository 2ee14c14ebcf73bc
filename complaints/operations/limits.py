"""Counting what strangers send, so that a flood stops at the door: a row for each address and visit in an hour."""

import datetime
from collections.abc import Mapping

from django.db.models import F
from django.utils.crypto import salted_hmac

from complaints.models import Allowance

KEPT = datetime.timedelta(days=1)


def take_turn(who: Mapping[str, int], *, what: str, at: datetime.datetime) -> bool:
    """Counts one more of `what` for each of `who`; False, and nothing more may be done, where one has no more left.

    `who` says how many each may do in an hour. Each row is counted up by one statement that holds the limit, so that a
    hundred at once are not more than allowed.
    """
    return all(_take(each, most, what=what, at=at) for each, most in who.items())


def _take(who: str, most: int, *, what: str, at: datetime.datetime) -> bool:
    hour = at.replace(minute=0, second=0, microsecond=0)
    key = salted_hmac("complaints.allowance", f"{what}|{who}|{hour:%Y-%m-%d}", algorithm="sha256").hexdigest()
    row, is_new = Allowance.objects.get_or_create(key=key, since=hour)
    if is_new:
        Allowance.objects.filter(since__lt=hour - KEPT).delete()
    return bool(Allowance.objects.filter(pk=row.pk, number__lt=most).update(number=F("number") + 1))
