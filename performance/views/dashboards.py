"""Dashboards: the whole council, a member's portfolios, an officer's services."""

import datetime

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow, may
from council.models import User
from council.periods import Span, local_day
from performance.figures.board import facts_of
from performance.figures.dashboard import QUARTERS_BACK, moments
from performance.figures.reporting import Reporting, reporting
from performance.figures.standing import quarter_key, quarters_ended
from performance.forms.dashboards import ScopeForm
from performance.views.drawn import Asked, Scene, Scope, figures_drawn, places_of, scope_of
from performance.views.sent import PLACE, page_with
from portfolios.figures.promises import promised
from portfolios.figures.structure import Structure, structure
from portfolios.models import Tenure


@allow(Permission.SEE_PERFORMANCE)
def dashboard(request: SignedInRequest) -> HttpResponse:
    """The whole council, or the portfolio or service that the address names."""
    today = local_day(timezone.now())
    tree = structure(day=today, reader=request.user)
    told = _told(request)
    scope = _scope(request, tree, "dashboard", told)
    ids, title = None, "The whole council"
    body = told.told(scope.body)
    if body:
        title = f"Reported to {body.body_name}"
    if scope.portfolio:
        ids, title = tree.services_of([scope.portfolio]), tree.portfolios[scope.portfolio].name
    if scope.service:
        below = tree.below([scope.service])
        ids, title = below if ids is None else ids & below, tree.services[scope.service].name
    return _dashboard(request, scope, tree, ids, title=title, here="dashboard", told=told)


@allow(Permission.SEE_PERFORMANCE)
def my_portfolios(request: SignedInRequest) -> HttpResponse:
    """The portfolios that the reader holds today."""
    tree = structure(day=local_day(timezone.now()), reader=request.user)
    told = _told(request)
    scope = _scope(request, tree, "my_portfolios", told)
    ids = tree.services_of(tree.mine)
    title = "My portfolios" if len(tree.mine) != 1 else tree.portfolios[next(iter(tree.mine))].name
    return _dashboard(request, scope, tree, ids, title=title, here="my_portfolios", told=told)


@allow(Permission.ENTER_RETURNS)
def my_services(request: SignedInRequest) -> HttpResponse:
    """The services that the officer's posts sit in or manage."""
    today = local_day(timezone.now())
    tree = structure(day=today, reader=request.user)
    told = _told(request)
    scope = _scope(request, tree, "my_services", told)
    ids = tree.below(Tenure.objects.tops_of(request.user, day=today))
    return _dashboard(request, scope, tree, ids, title="My services", here="my_services", told=told)


def _told(request: SignedInRequest) -> Reporting:
    """What bodies are told of as at the quarter that the address names."""
    quarters = quarters_ended(local_day(timezone.now()))
    by_key = {quarter_key(quarter): quarter for quarter in quarters}
    return reporting(by_key.get(request.GET.get("at", ""), quarters[0]))


def _scope(request: SignedInRequest, tree: Structure, here: str, told: Reporting) -> Scope:
    names = [name for name in ScopeForm.base_fields if name != "body" or here == "dashboard"]
    typed = tuple(request.GET.get(name) if name in names else None for name in ScopeForm.base_fields)
    quarters = tuple(quarters_ended(local_day(timezone.now())))
    bodies = tuple((pk, each.body_name) for pk, each in told.bodies.items())
    return scope_of(Asked(here, typed, quarters, places_of(tree), bodies, tree))


def _dashboard(
    request: SignedInRequest,
    scope: Scope,
    tree: Structure,
    service_ids: set[int] | None,
    *,
    title: str,
    here: str,
    told: Reporting,
) -> HttpResponse:
    # Not from the quarters offered: the oldest of them has others before it.
    back = quarters_ended(scope.quarter.end + datetime.timedelta(days=1))[:QUARTERS_BACK]
    when = moments(back, today=local_day(timezone.now()))
    body = told.told(scope.body)
    facts, reported = facts_of(when, service_ids), body.indicator_ids if body else None
    places = places_of(tree)
    figures = figures_drawn(Scene(when, facts, scope.list_url, places, reported, told.kept_by_team, tree))
    context = {
        "title": title,
        "tabs": _tabs(request, scope.quarter, here, has_portfolios=bool(tree.mine)),
        "quarter": scope.quarter,
        "scope": scope.drawn,
        "figures": PLACE,
        "body": body,
        "no_set": bool(here == "dashboard" and request.GET.get("body") and body is None),
        "promised": promised(on=local_day(timezone.now()), service_ids=service_ids),
        "list_url": scope.list_url,
    }
    return page_with(figures, render_to_string("performance/dashboard.html", context, request), request)


def _tabs(
    request: SignedInRequest, quarter: Span, here: str, *, has_portfolios: bool
) -> list[tuple[str, str, bool]]:
    """The dashboards this reader has, each for the same quarter."""
    user = request.user
    tabs = [("my_portfolios", "My portfolios")] if has_portfolios else []
    if isinstance(user, User) and may(user, Permission.ENTER_RETURNS):
        tabs.append(("my_services", "My services"))
    tabs.append(("dashboard", "Whole council"))
    return [(words, f"{reverse(name)}?at={quarter_key(quarter)}", name == here) for name, words in tabs]
