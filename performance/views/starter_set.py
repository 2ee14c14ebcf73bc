"""Standard definitions, to be taken over into the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow
from council.forms import refuse_repeats
from performance.figures.starter_set import already_there
from performance.forms.starter_set import StarterForm
from performance.models import Indicator
from performance.operations.starter_set import AlreadyTaken, Place, take_over
from performance.rules.starter_set import STARTER_SET, Standard


@dataclass(frozen=True)
class Offer:
    """One definition, and the indicator that it is in the register already, if it is."""

    standard: Standard
    there: Indicator | None
    is_ticked: bool


@allow(Permission.MANAGE_REGISTER)
def starter_set(request: SignedInRequest) -> HttpResponse:
    """Every standard definition with a box, or where it is already; those that are ticked become indicators."""
    refuse_repeats(request.POST, allowed=("chosen",))
    there = already_there()
    form = StarterForm(request.POST if request.method == "POST" else None, offered=STARTER_SET)
    if form.is_valid() and _is_taken(request, form):
        return redirect("starter_set")
    context = {
        "form": form,
        "groups": _groups(there, form.ticked),
        "left": len(STARTER_SET) - len(there),
        "breadcrumbs": [("Indicator sets", reverse("indicator_sets"))],
    }
    return render(request, "performance/starter_set.html", context)


def _is_taken(request: SignedInRequest, form: StarterForm) -> bool:
    """Takes the definitions over, or says on the form why not."""
    said = form.cleaned_data
    place = Place(said["service"], said["cycle"], said["owner"])
    try:
        made = take_over(said["chosen"], place, by=request.user, at=timezone.now())
    except AlreadyTaken as problem:
        form.add_error("chosen", f"{problem} Nothing was taken over; untick it and try again")
        return False
    number = "1 definition is" if len(made) == 1 else f"{len(made)} definitions are"
    messages.success(
        request,
        f"{number} in the register now, with {place.service}. Enter targets next; returns are due from now on.",
    )
    return True


def _groups(there: Mapping[str, Indicator], ticked: set[str]) -> list[tuple[str, list[Offer]]]:
    return [
        (group, [Offer(each, there.get(each.key), each.key in ticked) for each in own])
        for group, own in groupby(STARTER_SET, key=lambda each: each.group)
    ]
