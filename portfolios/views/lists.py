"""Who answers for what today, as lists."""

from collections.abc import Sequence

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.lists import ListPage, list_page
from council.periods import local_day
from council.tables import Table
from portfolios.figures.lines import body_lines, portfolio_lines, post_lines, service_lines
from portfolios.tables import BodyTable, PortfolioTable, PostTable, ServiceTable


@allow(Permission.SEE_PERFORMANCE)
def portfolios(request: SignedInRequest) -> HttpResponseBase:
    """Every portfolio and who holds it."""
    lines = portfolio_lines(day=local_day(timezone.now()))
    return _list(request, lines, PortfolioTable, "portfolios", "Portfolios, their holders and services")


@allow(Permission.SEE_PERFORMANCE)
def services(request: SignedInRequest) -> HttpResponseBase:
    """Every service, the post that manages it and the portfolio that answers for it."""
    lines = service_lines(day=local_day(timezone.now()))
    return _list(request, lines, ServiceTable, "services", "Services and who answers for them")


@allow(Permission.SEE_PERFORMANCE)
def posts(request: SignedInRequest) -> HttpResponseBase:
    """Every post with its abbreviation: what the initials in a report stand for."""
    return _list(
        request,
        post_lines(day=local_day(timezone.now())),
        PostTable,
        "posts",
        "Posts and their abbreviations",
    )


@allow(Permission.SEE_PERFORMANCE)
def bodies(request: SignedInRequest) -> HttpResponseBase:
    """Every body that meets or decides."""
    lines = body_lines(day=local_day(timezone.now()))
    return _list(request, lines, BodyTable, "bodies", "Bodies and their other names", singular="body")


def _list(
    request: SignedInRequest,
    lines: Sequence[object],
    table: type[Table],
    name: str,
    caption: str,
    singular: str = "",
) -> HttpResponseBase:
    page = list_page(
        request,
        queryset=lines,
        table_class=table,
        name=name,
        caption=caption,
        per_page=100,
        singular=singular,
    )
    if not isinstance(page, ListPage):
        return page
    return render(request, "portfolios/lists.html", {"list": page, "title": name.capitalize(), "here": name})
