"""How much a stranger may send in an hour, and what they are told when it was more."""

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from complaints.operations.limits import take_turn
from complaints.rules.limits import AN_HOUR_FROM_ONE_VISIT, from_one_address, one_household
from council.access import Permission, may

AN_HOUR = "3600"


def visitor_may(request: HttpRequest, what: str, *, at: datetime.datetime) -> bool:
    """Whether this visitor may do one more of `what`, which is counted; officers may always.

    The address is the one that the connection comes from. What a header says of it can be made up.
    """
    user = getattr(request, "user", None)
    if user is not None and may(user, Permission.TAKE_CASES):
        return True
    address = one_household(str(request.META.get("REMOTE_ADDR", "")))
    who = {f"address {address}": from_one_address(what, settings.CASES_AN_HOUR)}
    if request.session.session_key and what in AN_HOUR_FROM_ONE_VISIT:
        who[f"visit {request.session.session_key}"] = AN_HOUR_FROM_ONE_VISIT[what]
    return take_turn(who, what=what, at=at)


def too_many(request: HttpRequest) -> HttpResponse:
    """The page that says so, and how else to tell the council; what was typed stays."""
    response = render(request, "complaints/too_many.html", {"other_ways": settings.OTHER_WAYS}, status=429)
    response.headers["Retry-After"] = AN_HOUR
    return response
