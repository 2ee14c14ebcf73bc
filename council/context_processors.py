"""What every page's header needs, with no query of its own."""

from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from council.access import Permission, may
from council.models import User

WORK = (
    "/performance/returns/",
    "/performance/sign-off/",
    "/performance/not-returned/",
    "/performance/reminders/",
    "/performance/publishing/",
    "/performance/imports/",
)
WORDS = (
    ("My work", "my_returns", WORK, Permission.ENTER_RETURNS),
    ("My work", "publishing", WORK, Permission.PUBLISH_RETURNS),
    ("Performance", "dashboard", ("/performance/",), Permission.SEE_PERFORMANCE),
    ("Portfolios", "portfolios", ("/portfolios/",), Permission.SEE_PERFORMANCE),
    ("Customers", "cases", ("/complaints/",), Permission.HANDLE_CASES),
    ("Customers", "case_patterns", ("/complaints/",), Permission.SEE_CASE_PATTERNS),
    ("Actions", "actions", ("/actions/",), Permission.SEE_PERFORMANCE),
    ("Meetings", "meetings", ("/meetings/",), Permission.SEE_PERFORMANCE),
    ("Register", "admin:index", ("/admin/",), Permission.MANAGE_REGISTER),
)
"""Each word, where it leads, the addresses it covers, and who may follow it; of two alike the first."""


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
    mine: list[tuple[str, str, tuple[str, ...]]] = []
    for title, name, starts, permission in WORDS:
        if may(user, permission) and title not in (told for told, *_ in mine):
            mine.append((title, reverse(name), starts))
    covered = {
        start: title for title, _, starts in mine for start in starts if request.path.startswith(start)
    }
    here = covered[max(covered, key=len)] if covered else ""
    first = {title: url for title, url, _ in reversed(mine)}
    return [
        Word(title, first[title], title == here) for title in dict.fromkeys(title for title, _, _ in mine)
    ]
