"""My returns: what an officer owes, by when."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow, may
from council.periods import local_day
from performance.choices import ReminderKind
from performance.figures.challenges import challenges_waiting
from performance.figures.due import due_of_services
from performance.figures.owed import owed
from performance.figures.reminder_people import Directory
from performance.figures.reminders import called_for
from performance.views.work import work_tabs
from portfolios.figures.waiting import waiting_for
from portfolios.models import Tenure


@allow(Permission.ENTER_RETURNS)
def my_returns(request: SignedInRequest) -> HttpResponse:
    """What the officer's services owe: late first, then by date, then what is done; and what wants another look."""
    day = local_day(timezone.now())
    own = Tenure.objects.service_ids_of(request.user, day=day)
    read = owed(own, day=day)
    lines = due_of_services(own, day=day, read=read)
    called = called_for(day=day, service_ids=own, directory=Directory.on(day), read=read) if own else []
    soon = {
        (each.indicator.service_id, each.period.pk) for each in called if each.kind == ReminderKind.DUE_SOON
    }
    due = [line for line in lines if not line.is_late and not line.is_done]
    context = {
        "tabs": work_tabs(request, "my_returns"),
        "late": [line for line in lines if line.is_late],
        "soon": [line for line in due if (line.service.pk, line.period.pk) in soon],
        "due": [line for line in due if (line.service.pk, line.period.pk) not in soon],
        "done": [line for line in lines if line.is_done],
        "not_updated": [each for each in called if each.kind == ReminderKind.NOT_UPDATED],
        "never_updated": [each for each in called if each.kind == ReminderKind.NEVER_UPDATED],
        "has_services": bool(own),
        "waiting": waiting_for(own, day=day),
        "challenges": len(challenges_waiting(own)) if may(request.user, Permission.ANSWER_CHALLENGES) else 0,
    }
    return render(request, "performance/my_returns.html", context)
