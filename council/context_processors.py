"""What every page's header needs, with no query of its own."""

from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from council.access import Permission, may
from council.models import User

WORDS = (
    ("My work", "my_returns", "/performance/returns/", Permission.ENTER_RETURNS),
    ("Performance", "dashboard", "/performance/", Permission.SEE_PERFORMANCE),
    ("Portfolios", "portfolios", "/portfolios/", Permission.SEE_PERFORMANCE),
    ("Register", "admin:index", "/admin/", Permission.MANAGE_REGISTER),
)


class Word(NamedTuple):
    """One word of the navigation."""

    title: str
    url: str
    current: bool


def council(request: HttpRequest) -> dict[str, object]:
    """The council's name, and the words of the navigation that this person may follow."""
    return {"council_name": settings.COUNCIL_NAME, "navigation": _navigation(request)}


def _navigation(request: HttpRequest) -> list[Word]:
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return []
    mine = [
        (title, reverse(name), start) for title, name, start, permission in WORDS if may(user, permission)
    ]
    starts = [start for _, _, start in mine if request.path.startswith(start)]
    here = max(starts, key=len, default=None)
    return [Word(title, url, start == here) for title, url, start in mine]
