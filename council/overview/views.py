"""The front door, and the pages of errors."""

import logging
import sys

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone

from council.access import Permission, may
from council.models import User
from council.periods import local_day
from portfolios.models import Portfolio

logger = logging.getLogger(__name__)

RETRY_AFTER_SECONDS = 10


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """Where each person's work begins: returns for officers, dashboards for the rest, sign-in for strangers."""
    if not isinstance(request.user, User):
        return render(request, "council/front.html")
    if may(request.user, Permission.ENTER_RETURNS):
        return redirect("my_returns")
    if Portfolio.objects.held_by(request.user, day=local_day(timezone.now())).exists():
        return redirect("my_portfolios")
    return redirect("dashboard")


@login_not_required
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What could not be read, in words; 413 when it was too large. The browser's Back keeps what was typed."""
    too_large = isinstance(exception, RequestDataTooBig)
    page = render_to_string("413.html" if too_large else "400.html", {"council_name": settings.COUNCIL_NAME})
    return HttpResponse(page, status=413 if too_large else 400)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """A branded page that tells nothing of the fault; 503 with Retry-After while the database is away."""
    fault = sys.exc_info()[1]
    if isinstance(fault, OperationalError | InterfaceError):
        logger.error("The database is away: %s", type(fault).__name__)
        page = render_to_string("503.html", {"council_name": settings.COUNCIL_NAME})
        return HttpResponse(page, status=503, headers={"Retry-After": str(RETRY_AFTER_SECONDS)})
    page = render_to_string("500.html", {"council_name": settings.COUNCIL_NAME})
    return HttpResponse(page, status=500)
