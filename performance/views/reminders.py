"""Who has not returned, which owners never made an entry, and who is reminded by e-mail."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow, may
from council.periods import local_day
from performance.figures.reminder_pages import mail_lines, not_returned, not_sent, phantom_owners
from performance.figures.reminders import ToSend, to_send
from performance.views.work import work_tabs
from portfolios.models import Tenure


@allow(Permission.SEE_REMINDERS)
def who_has_not_returned(request: SignedInRequest) -> HttpResponse:
    """The owners whose returns are late or due soon, and those who never made an entry."""
    reminders = _reminders(request)
    lines = not_returned(reminders)
    context = {
        "tabs": work_tabs(request, "not_returned"),
        "scope": _scope(request),
        "late": [line for line in lines if line.is_late],
        "soon": [line for line in lines if not line.is_late],
        "phantoms": phantom_owners(reminders),
    }
    return render(request, "performance/not_returned.html", context)


@allow(Permission.SEE_REMINDERS)
def reminders_today(request: SignedInRequest) -> HttpResponse:
    """Today's reminders by whom they go to, how far each e-mail has come, and what cannot be sent."""
    reminders = _reminders(request)
    context = {
        "tabs": work_tabs(request, "reminders"),
        "scope": _scope(request),
        "number": len(reminders),
        "to_nobody": sum(not each.reached.to for each in reminders),
        "mails": mail_lines(reminders),
        "not_sent": not_sent(reminders),
    }
    return render(request, "performance/reminders.html", context)


def _is_everywhere(request: SignedInRequest) -> bool:
    """Administrators look after the returns of all services; lead officers after those of their own."""
    return may(request.user, Permission.MANAGE_REGISTER)


def _reminders(request: SignedInRequest) -> list[ToSend]:
    day = local_day(timezone.now())
    own = None if _is_everywhere(request) else Tenure.objects.service_ids_of(request.user, day=day)
    return to_send(day=day, service_ids=own)


def _scope(request: SignedInRequest) -> str:
    return "all services" if _is_everywhere(request) else "your services"
