"""Giving a customer all that is kept of them (UK GDPR, article 15: within a month)."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from complaints.choices import LookKind
from complaints.forms.export import ExportForm
from complaints.models import Case, Customer
from complaints.operations.exporting import export_person
from complaints.operations.looks import keep_look
from council.access import Permission, SignedInRequest, allow
from council.forms import refuse_repeats
from council.forms.asking import LARGEST_KEY


@allow(Permission.KEEP_CUSTOMERS)
def customer_export(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the file holds and what to check in it by eye; sent, the file. Each look and each file is kept."""
    refuse_repeats(request.POST)
    customer, now = _find(request, pk), timezone.now()
    form = ExportForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        content = export_person(customer, known_by=form.cleaned_data["known_by"], by=request.user, at=now)
        response = HttpResponse(content, content_type="application/zip")
        response.headers["Content-Disposition"] = f'attachment; filename="customer-{customer.pk}.zip"'
        response.headers["Cache-Control"] = "no-store"
        return response
    keep_look(request.user, LookKind.CUSTOMER, at=now, customer=customer)
    cases = Case.objects.filter(customer__in=Customer.objects.same_person_as(customer)).order_by("pk")
    context = {
        "customer": customer,
        "form": form,
        "cases": list(cases),
        "breadcrumbs": [("Cases", reverse("cases"))],
    }
    return render(request, "complaints/customer_export.html", context)


def _find(request: SignedInRequest, pk: int) -> Customer:
    """The customer of the key, as whom they were merged into; 404 for one with a case about the reader."""
    rows = Customer.objects.filter(anonymised_at=None).select_related("merged_into")
    row = rows.filter(pk=pk).first() if pk <= LARGEST_KEY else None
    customer = (row.merged_into or row) if row else None
    if customer is not None:
        own = Case.objects.filter(customer__in=Customer.objects.same_person_as(customer))
        if not own.filter(people_concerned__person__user=request.user).exists():
            return customer
    raise Http404("There is no such customer, or they are not yours to see.")
