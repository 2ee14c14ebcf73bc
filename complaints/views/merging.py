"""Customers who may be one person: suggested, compared side by side, merged, kept apart, and taken apart again."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from complaints.choices import LookKind
from complaints.figures.possible_duplicates import pairs_with, possible_pairs, with_customers
from complaints.forms.customers import APART, FIRST, PairForm, UnmergeForm
from complaints.models import Customer
from complaints.operations.customers import keep_apart, merge_customers, unmerge_customer
from complaints.operations.looks import keep_look
from complaints.operations.steps import Stopped
from complaints.rules.matching import side_by_side
from complaints.views.customers import find_customer
from complaints.views.stepping import put_beside
from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import refuse_repeats
from council.tables import in_words

PAIRS_SHOWN = 50
CHANGED_MEANWHILE = (
    "Somebody else changed one of the two first. Read how they stand now, then decide; what you typed is "
    "still here."
)
ONE_ALREADY = "These two are one customer already: somebody merged them."
NOT_MERGED = "This entry is not merged with another: there is nothing to take apart."


@allow(Permission.KEEP_CUSTOMERS)
def customers_possible(request: SignedInRequest) -> HttpResponse:
    """Every pair of customers who may be one person, those most alike first."""
    paginator = Paginator(possible_pairs(request.user), PAIRS_SHOWN)
    page = paginator.get_page(request.GET.get("page"))
    keep_look(request.user, LookKind.LIST, at=timezone.now())
    context = {"page": page, "pairs": with_customers(page.object_list), "count": paginator.count}
    return render(request, "complaints/customers_possible.html", context)


@allow(Permission.KEEP_CUSTOMERS)
def customer_merge(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who may be the same person as a customer; nothing is sent here."""
    row = find_customer(request, pk)
    if row.merged_into is not None:
        return redirect("customer_merge", row.merged_into.pk)
    pairs = [(_other(each, row), each.sentence) for each in pairs_with(row, request.user)]
    keep_look(request.user, LookKind.CUSTOMER, at=timezone.now(), customer=row)
    context = {
        "customer": row,
        "pairs": pairs,
        "breadcrumbs": [(str(row), row.get_absolute_url())],
    }
    return render(request, "complaints/customer_merge.html", context)


def _other(pair: Any, row: Customer) -> Customer:
    found: Customer = pair.second if pair.first == row else pair.first
    return found


@allow(Permission.KEEP_CUSTOMERS)
def customer_compare(request: SignedInRequest, pk: int, other: int) -> HttpResponse:
    """Two customers side by side: they are merged, or kept apart for good."""
    refuse_repeats(request.POST)
    first, second = (_standing(find_customer(request, key)) for key in (pk, other))
    if first == second:
        messages.warning(request, ONE_ALREADY)
        return redirect(first)
    if (first.pk, second.pk) != (pk, other):
        return redirect("customer_compare", first.pk, second.pk)
    form = PairForm(request.POST if request.method == "POST" else None, first=first, second=second)
    if form.is_valid():
        try:
            said, stands = _decide(request, form, first, second)
        except Conflict:
            return _compared_meanwhile(request, pk, other)
        except Stopped as problem:
            put_beside(form, problem)
        else:
            messages.success(request, said)
            return redirect(stands)
    return _compare_page(request, form, first, second)


def _standing(row: Customer) -> Customer:
    return row.merged_into or row


def _decide(
    request: SignedInRequest, form: PairForm, first: Customer, second: Customer
) -> tuple[str, Customer]:
    """Does what was chosen; answers what has happened, and whom to go on to."""
    said = form.cleaned_data
    versions = {first.pk: form.expected_version, second.pk: int(said["version_other"])}
    common: dict[str, Any] = {"why": said["why"], "by": request.user, "at": timezone.now()}
    if said["choice"] == APART:
        keep_apart(first, second, expected=versions[first.pk], expected_other=versions[second.pk], **common)
        return "They are kept apart, and are not suggested again.", first
    stands, goes = (first, second) if said["choice"] == FIRST else (second, first)
    merge_customers(
        goes, into=stands, expected=versions[goes.pk], expected_into=versions[stands.pk], **common
    )
    return "They are one customer now. This page can take them apart again.", stands


def _compared_meanwhile(request: SignedInRequest, pk: int, other: int) -> HttpResponse:
    """The two as they now stand, with what was typed; where they have become one, the page of that one."""
    first, second = (_standing(find_customer(request, key)) for key in (pk, other))
    if first == second:
        messages.warning(request, ONE_ALREADY)
        return redirect(first)
    typed = request.POST.copy()
    typed["version"], typed["version_other"] = str(first.version), str(second.version)
    form = PairForm(typed, first=first, second=second)
    form.add_error(None, CHANGED_MEANWHILE)
    return _compare_page(request, form, first, second)


def _compare_page(
    request: SignedInRequest, form: PairForm, first: Customer, second: Customer
) -> HttpResponse:
    for each in (first, second):
        keep_look(request.user, LookKind.CUSTOMER, at=timezone.now(), customer=each)
    context = {
        "first": first,
        "second": second,
        "rows": [
            (called, in_words(one), in_words(other), differs)
            for called, one, other, differs in side_by_side(_details(first), _details(second))
        ],
        "form": form,
        "cancel_url": first.get_absolute_url(),
        "breadcrumbs": [(str(first), first.get_absolute_url())],
    }
    return render(request, "complaints/customer_compare.html", context)


def _details(row: Customer) -> list[tuple[str, str]]:
    return [
        ("Name", row.name),
        ("E-mail address", row.email),
        ("Phone", row.phone),
        ("Address", row.address),
        ("Postcode", row.postcode),
        ("Wants to hear from us", row.get_way_display()),
        ("Reasonable adjustments", row.adjustments),
    ]


@allow(Permission.KEEP_CUSTOMERS)
def customer_unmerge(request: SignedInRequest, pk: int) -> HttpResponse:
    """Takes a customer who was merged apart again, with the cases that came in by their entry."""
    refuse_repeats(request.POST)
    row = find_customer(request, pk)
    if row.merged_into is None:
        messages.warning(request, NOT_MERGED)
        return redirect(row)
    form = UnmergeForm(request.POST if request.method == "POST" else None, version=row.version)
    if form.is_valid():
        try:
            apart = unmerge_customer(
                row,
                expected=form.expected_version,
                why=form.cleaned_data["why"],
                by=request.user,
                at=timezone.now(),
            )
        except Conflict:
            form = _unmerged_meanwhile(request, pk)
        except Stopped as problem:
            put_beside(form, problem)
        else:
            messages.success(
                request, "They are two customers again, each with the cases that came in by them."
            )
            return redirect(apart)
    keep_look(request.user, LookKind.CUSTOMER, at=timezone.now(), customer=row)
    context = {
        "customer": row,
        "stands": row.merged_into,
        "form": form,
        "cancel_url": row.merged_into.get_absolute_url(),
        "breadcrumbs": [(str(row.merged_into), row.merged_into.get_absolute_url())],
    }
    return render(request, "complaints/customer_unmerge.html", context)


def _unmerged_meanwhile(request: SignedInRequest, pk: int) -> UnmergeForm:
    row = find_customer(request, pk)
    typed = request.POST.copy()
    typed["version"] = str(row.version)
    form = UnmergeForm(typed, version=row.version)
    form.add_error(None, "Somebody else changed this entry first. Read it again, then take it apart.")
    return form
