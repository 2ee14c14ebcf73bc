"""What somebody looks for among cases: kept with their visit, since it may be a name and an address is written down."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, QueryDict

KEPT_IN = "sought_cases"
MARK = "~"
"""Begins the value of an address that stands for words kept with the visit."""
MOST = 20
"""Searches kept for one visit; the oldest makes room."""
NOT_SOUGHT = ("csrfmiddlewaretoken", "look")


def kept_address(request: HttpRequest) -> str:
    """The address of a list for the filters that were sent, with a number in place of the words searched for."""
    query = QueryDict(mutable=True)
    for name, values in request.POST.lists():
        said = [value for value in values if value and name not in NOT_SOUGHT]
        query.setlist(name, [_keep(request, value) for value in said] if name == "search" else said)
    return f"{request.path}?{query.urlencode()}"


def _keep(request: HttpRequest, words: str) -> str:
    kept: dict[str, str] = request.session.get(KEPT_IN, {})
    known = next((number for number, each in kept.items() if each == words), None)
    number = known or str(max(map(int, kept), default=0) + 1)
    newest = {key: each for key, each in kept.items() if key != number} | {number: words}
    request.session[KEPT_IN] = dict(list(newest.items())[-MOST:])
    return f"{MARK}{number}"


def with_words(data: Mapping[str, Any] | None, request: HttpRequest) -> Any:
    """What an address chose, with the words that its number stands for; blank where the visit knows them no more."""
    if not data or not str(data.get("search", "")).startswith(MARK):
        return data
    asked: Any = data
    asked = asked.copy()
    asked["search"] = request.session.get(KEPT_IN, {}).get(asked["search"].removeprefix(MARK), "")
    return asked


def is_forgotten(request: HttpRequest) -> bool:
    """Whether the address stands for words that the visit knows no more."""
    said = request.GET.get("search", "")
    return said.startswith(MARK) and not with_words(request.GET, request)["search"]
