"""The front door, and the pages of errors."""

import logging
import sys

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from council.access import Permission, may
from council.models import User

logger = logging.getLogger(__name__)

RETRY_AFTER_SECONDS = 10


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """Where each person's work begins: returns for officers, dashboards for the rest, sign-in for strangers."""
    if not isinstance(request.user, User):
        return render(request, "council/front.html")
    if may(request.user, Permission.ENTER_RETURNS):
        return redirect("my_returns")
    return redirect("dashboard")


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
