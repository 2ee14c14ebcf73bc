"""Incidents: the list, entering and changing one, and its page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Max, QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from complaints.choices import LookKind
from complaints.figures.incidents import incident_page
from complaints.filters.incidents import IncidentFilters
from complaints.forms.incidents import IncidentForm
from complaints.models import Case, Incident
from complaints.operations.incidents import add_incident, change_incident
from complaints.operations.looks import keep_look
from complaints.tables.incidents import IncidentTable
from complaints.views.stepping import put_beside
from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.forms import refuse_repeats
from council.lists import ListPage, list_page
from council.periods import local_day
from portfolios.models import Service, Tenure

CHANGED_MEANWHILE = (
    "Somebody else changed this incident first. Read below how it stands, then save once more; what you typed is still "
    "here."
)


def find_incident(request: SignedInRequest, pk: int) -> Incident:
    """The incident of the key, where the reader may see it; 404 alike for what is not theirs and not there."""
    seen = Incident.objects.visible_to(request.user, day=local_day(timezone.now()))
    row = seen.select_related("service").filter(pk=pk).first()
    if row is None:
        raise Http404("There is no such incident, or it is not yours to see.")
    return row


def own_services(request: SignedInRequest) -> QuerySet[Service]:
    """The services that the reader may enter an incident for: their own, or all for the complaints team."""
    if may(request.user, Permission.SEE_ALL_CASES):
        return Service.objects.all()
    ids = Tenure.objects.service_ids_of(request.user, day=local_day(timezone.now()))
    return Service.objects.filter(pk__in=ids)


@allow(Permission.HANDLE_CASES)
def incidents(request: SignedInRequest) -> HttpResponseBase:
    """The incidents of the reader's services, the newest first."""
    read: Any = request
    read.today = local_day(timezone.now())
    services = own_services(request)
    read.services = [
        (str(pk), name) for pk, name in services.order_by("name", "pk").values_list("pk", "name")
    ]
    seen = Incident.objects.visible_to(request.user, day=read.today)
    counted = seen.annotate(number=Count("cases", distinct=True), told_on=Max("tellings__at"))
    page = list_page(
        request,
        queryset=counted.select_related("service").order_by("-began_on", "-pk"),
        table_class=IncidentTable,
        filterset_class=IncidentFilters,
        name="incidents",
        caption="Events that several people told the council of, the newest first",
    )
    if not isinstance(page, ListPage):
        return page
    return render(request, "complaints/incident_list.html", {"list": page})


@allow(Permission.HANDLE_CASES)
def incident_new(request: SignedInRequest) -> HttpResponse:
    """Enters an incident of one of the reader's services."""
    refuse_repeats(request.POST)
    form = IncidentForm(request.POST if request.method == "POST" else None, services=own_services(request))
    if form.is_valid():
        try:
            row = add_incident(form.instance, by=request.user)
        except ValidationError as problem:
            put_beside(form, problem)
        else:
            messages.success(
                request, "The incident is entered. Put the cases that are about it under it next."
            )
            return redirect(row)
    return render(request, "complaints/incident_new.html", {"form": form})


@allow(Permission.HANDLE_CASES)
def incident(request: SignedInRequest, pk: int) -> HttpResponse:
    """The incident with its cases that the reader may see, and what all of them were told when."""
    row = find_incident(request, pk)
    now = timezone.now()
    page = incident_page(row, Case.objects.visible_to(request.user, day=local_day(now)))
    keep_look(request.user, LookKind.LIST, at=now)
    context = {"incident": row, "page": page, "goes_on": row.is_going_on(on=local_day(now))}
    return render(request, "complaints/incident_detail.html", context)


@allow(Permission.HANDLE_CASES)
def incident_change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Changes an incident; of two at once the second sees how it stands, and keeps what they typed."""
    refuse_repeats(request.POST)
    row = find_incident(request, pk)
    services = own_services(request)
    form = IncidentForm(request.POST if request.method == "POST" else None, instance=row, services=services)
    stands = None
    if form.is_valid():
        try:
            change_incident(form.instance, expected=form.expected_version, by=request.user)
        except Conflict:
            stands = find_incident(request, pk)
            typed = request.POST.copy()
            typed["version"] = str(stands.version)
            form = IncidentForm(typed, instance=find_incident(request, pk), services=services)
            form.add_error(None, CHANGED_MEANWHILE)
        except ValidationError as problem:
            put_beside(form, problem)
        else:
            messages.success(request, "The incident is saved. Nothing was sent by that.")
            return redirect(row)
    url = row.get_absolute_url()
    context = {"form": form, "stands": stands, "cancel_url": url, "breadcrumbs": [("Incident", url)]}
    return render(request, "complaints/incident_change.html", context)
