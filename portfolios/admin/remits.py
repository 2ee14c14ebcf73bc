"""A portfolio's name and remit in the register: to be read there, and changed only by an amendment."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import urlencode

from council.access import Permission, may
from council.periods import local_day
from portfolios.choices import AmendmentKind
from portfolios.figures.remits import remit_register
from portfolios.models import Portfolio


def remit_shown(portfolio: Portfolio, *, may_draft: bool) -> Any:
    """The items of today, numbered, with the way to amend them."""
    remit = remit_register().on(local_day(timezone.now())).remits.of(portfolio.pk)
    return render_to_string(
        "admin/parts/remit_to_amend.html",
        {
            "remit": remit,
            "is_partial": portfolio.remit_is_partial,
            "address": may_draft and _amend(portfolio),
        },
    )


def name_shown(portfolio: Portfolio, *, may_draft: bool) -> Any:
    """The name it was registered under and has today, with the way to rename it."""
    today = local_day(timezone.now())
    later = portfolio.later_names.filter(starts_on__lte=today).first()
    name = f"{later.name} (registered as {portfolio.name})" if later else portfolio.name
    if not may_draft:
        return name
    return format_html(
        '{}<p><a href="{}">Rename by an amendment</a></p>', name, _amend(portfolio, AmendmentKind.RENAME)
    )


def may_draft(request: HttpRequest) -> bool:
    """Whether the reader may draft amendments."""
    return may(request.user, Permission.DRAFT_AMENDMENTS)  # type: ignore[arg-type]


def _amend(portfolio: Portfolio, kind: AmendmentKind | None = None) -> str:
    told = {"portfolio": portfolio.pk} | ({"kind": kind.value} if kind else {})
    return f"{reverse('admin:portfolios_amendment_add')}?{urlencode(told)}"
