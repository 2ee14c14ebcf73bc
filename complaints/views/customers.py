"""A customer, for whoever may see one of their cases; and their details, changed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from complaints.choices import LookKind
from complaints.figures.customer_page import customer_page
from complaints.figures.customers_found import customers_found
from complaints.figures.customers_like import those_seen
from complaints.figures.possible_duplicates import possible_pairs
from complaints.forms.customers import CustomerForm, FindCustomerForm
from complaints.models import Customer
from complaints.operations.customers import change_customer
from complaints.operations.looks import keep_look
from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.forms import refuse_repeats
from council.periods import local_day

CHANGED_MEANWHILE = (
    "Somebody else changed these details first. Read below how they stand, then save once more; what you typed is "
    "still here."
)
TAKEN_OUT = (
    "The details of this customer were taken out when their time was over. There is nothing to change."
)


def find_customer(request: SignedInRequest, pk: int) -> Customer:
    """The customer of the key, where the reader may see them; 404 alike for what is not theirs and not there.

    Who was merged is found as they were entered, with whom they were merged into.
    """
    row = Customer.objects.select_related("merged_into").filter(pk=pk).first()
    top = (row.merged_into or row) if row else None
    if row is None or top is None or not those_seen([top], request.user, day=local_day(timezone.now())):
        raise Http404("There is no such customer, or they are not yours to see.")
    return row


@allow(Permission.KEEP_CUSTOMERS)
def customers(request: SignedInRequest) -> HttpResponse:
    """The customers on record, to be found by what they say of themselves, which never stands in an address."""
    refuse_repeats(request.POST)
    form = FindCustomerForm(request.POST if request.method == "POST" else None)
    said = form.cleaned_data["said"] if form.is_valid() else ""
    found = customers_found(said, request.user)
    keep_look(request.user, LookKind.LIST, at=timezone.now())
    context = {
        "form": form,
        "said": said,
        "found": found,
        "possible": len(possible_pairs(request.user)),
    }
    return render(request, "complaints/customer_list.html", context)


@allow(Permission.HANDLE_CASES)
def customer(request: SignedInRequest, pk: int) -> HttpResponse:
    """The customer, to whoever may see one of their cases; the look is kept. Who was merged leads to who stands."""
    row = find_customer(request, pk)
    if row.merged_into is not None:
        return redirect(row.merged_into)
    now = timezone.now()
    page = customer_page(row, request.user, day=local_day(now))
    keep_look(request.user, LookKind.CUSTOMER, at=now, customer=row)
    context = {"customer": row, "page": page, "keeps": may(request.user, Permission.KEEP_CUSTOMERS)}
    return render(request, "complaints/customer_detail.html", context)


@allow(Permission.HANDLE_CASES)
def customer_change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Changes what is kept of a customer; of two at once the second sees how it stands, and keeps what they typed."""
    refuse_repeats(request.POST)
    row = find_customer(request, pk)
    if row.merged_into is not None:
        return redirect("customer_change", row.merged_into.pk)
    if row.anonymised_at is not None:
        messages.warning(request, TAKEN_OUT)
        return redirect(row)
    form = CustomerForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_valid():
        try:
            change_customer(
                form.instance,
                expected=form.expected_version,
                why=form.cleaned_data["why"],
                by=request.user,
                at=timezone.now(),
            )
        except Conflict:
            return _changed_meanwhile(request, pk)
        except ValidationError as problem:
            form.add_error(None, problem.messages)
        else:
            messages.success(request, "The details are saved. Messages from now on go by them.")
            return redirect(row)
    return _change_page(request, row, form)


def _changed_meanwhile(request: SignedInRequest, pk: int) -> HttpResponse:
    """The page with what was typed, beside what is kept now."""
    row = find_customer(request, pk)
    if row.merged_into is not None:
        messages.warning(request, "Somebody merged this customer with another. Change the entry that stands.")
        return redirect("customer_change", row.merged_into.pk)
    typed = request.POST.copy()
    typed["version"] = str(row.version)
    form = CustomerForm(typed, instance=find_customer(request, pk))
    form.add_error(None, CHANGED_MEANWHILE)
    return _change_page(request, row, form, stands=row)


def _change_page(
    request: SignedInRequest, row: Customer, form: CustomerForm, stands: Customer | None = None
) -> HttpResponse:
    kept = Customer.objects.get(pk=row.pk)
    keep_look(request.user, LookKind.CUSTOMER, at=timezone.now(), customer=kept)
    context = {
        "customer": kept,
        "form": form,
        "stands": stands,
        "cancel_url": kept.get_absolute_url(),
        "breadcrumbs": [(str(kept), kept.get_absolute_url())],
    }
    return render(request, "complaints/customer_change.html", context)
