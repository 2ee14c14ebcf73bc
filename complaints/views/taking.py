"""An officer enters what a customer says at the counter, on the phone or in a letter: the public form on one page."""

import datetime

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from complaints.choices import Channel, LookKind
from complaints.figures.customers_like import customers_like, those_seen
from complaints.forms.taking import NEW, TakeForm
from complaints.forms.told import told_from
from complaints.models import Case, Customer
from complaints.operations.looks import keep_look
from complaints.operations.telling import take_in
from complaints.views.carried import Carried
from complaints.views.files_sent import take_file
from council.access import Permission, SignedInRequest, allow
from council.forms import refuse_repeats
from council.periods import local_day
from council.signed_out import FIELD, forget_typed, mark_of, typed_before

SALT = "complaints.taking"
NOON = datetime.time(12)
ON_RECORD = (
    "Somebody with this e-mail address, this phone number, or this name and postcode is on record: the complaints team "
    "will check."
)


@allow(Permission.TAKE_CASES)
def take_case(request: SignedInRequest) -> HttpResponse:
    """What a customer says becomes a case, and the officer goes on to it."""
    refuse_repeats(request.POST)
    now = timezone.now()
    carried = Carried.by(request, salt=SALT)
    if request.method != "POST":
        return _page(request, TakeForm(typed_before(request), today=local_day(now)), carried)
    if there := Case.objects.filter(sent_as=carried.sent_as, taken_by=request.user).first():
        return _land(request, there)
    form = TakeForm(request.POST, request.FILES, today=local_day(now))
    is_valid = form.is_valid()
    is_taken = take_file(form, request.FILES.get("file"), carried, at=now)
    if not (is_valid and is_taken):
        return _page(request, form, carried)
    alike = customers_like(form.cleaned_data)
    seen = those_seen(alike, request.user, day=local_day(now))
    if seen:
        form.offer(seen)
        if "customer" not in request.POST or not form.is_valid():
            _keep_looks(request, seen, at=now)
            return _page(request, form, carried, asks_who="customer" not in request.POST)
    return _take(
        request, form, carried, {str(each.pk): each for each in seen}, is_more=len(alike) > len(seen)
    )


def _take(
    request: SignedInRequest, form: TakeForm, carried: Carried, seen: dict[str, Customer], *, is_more: bool
) -> HttpResponse:
    now = timezone.now()
    said = form.cleaned_data
    chosen = seen.get(said.get("customer", NEW))
    told = told_from(said, channel=Channel(said["channel"]), sent_as=carried.sent_as, customer=chosen)
    note = form.given_anew(chosen) if chosen else ""
    received_at = _moment(said["received_on"], now)
    try:
        case = take_in(told, carried.waiting, received_at=received_at, by=request.user, at=now, note=note)
    except ValidationError as problem:
        form.add_error(None, problem.messages)
        return _page(request, form, carried)
    forget_typed(request)
    messages.success(request, f"Case {case.reference} is entered. Tell the customer this reference.")
    if is_more and chosen is None:
        messages.warning(request, ON_RECORD)
    return _land(request, case)


def _land(request: SignedInRequest, case: Case) -> HttpResponse:
    """On to the case; to the next one where it is not the officer's to see."""
    seen = Case.objects.visible_to(request.user, day=local_day(timezone.now()))
    return redirect(case) if seen.filter(pk=case.pk).exists() else redirect("case_new")


def _moment(day: datetime.date, now: datetime.datetime) -> datetime.datetime:
    """Now for what came today; of an earlier day nobody knows the hour, so it is noon."""
    if day == local_day(now):
        return now
    return timezone.make_aware(datetime.datetime.combine(day, NOON))


def _keep_looks(request: SignedInRequest, seen: list[Customer], *, at: datetime.datetime) -> None:
    for customer in seen:
        keep_look(request.user, LookKind.CUSTOMER, at=at, customer=customer)


def _page(
    request: SignedInRequest, form: TakeForm, carried: Carried, *, asks_who: bool = False
) -> HttpResponse:
    context = {
        "form": form,
        "asks_who": asks_who,
        "files": carried.files,
        "hidden": carried.hidden(salt=SALT) | {FIELD: mark_of(request)},
    }
    return render(request, "complaints/case_new.html", context)
