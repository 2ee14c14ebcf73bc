"""A member challenges a rating; the lead officer of the service answers."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow, may
from council.audit import Conflict
from council.periods import local_day
from performance.choices import ChallengeOutcome
from performance.figures.indicator import shown_of
from performance.figures.rated_on import rated_on
from performance.forms.challenges import AnswerForm, ChallengeForm
from performance.models import Challenge, Return
from performance.operations.challenges import AlreadyAnswered, NothingCameOfIt, answer, challenge
from portfolios.models import Tenure

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from council.models import User


def challenge_url(user: "User | AnonymousUser", row: Return | None) -> str:
    """Where this reader challenges the rating that stands; empty where they may not, or none stands."""
    if row is None or row.standing_id is None or not may(user, Permission.CHALLENGE_RATINGS):
        return ""
    return reverse("challenge_rating", args=[row.indicator_id, row.period_id])


@allow(Permission.CHALLENGE_RATINGS)
def challenge_rating(request: SignedInRequest, indicator_pk: int, period_pk: int) -> HttpResponse:
    """A member says what they doubt about the rating that stands."""
    row = get_object_or_404(
        Return.objects.for_grid().exclude(standing=None), indicator__pk=indicator_pk, period__pk=period_pk
    )
    data = request.POST if request.method == "POST" else None
    form = ChallengeForm(data, version=row.version)
    if data is not None and form.is_valid() and _is_kept(request, form, row):
        messages.success(
            request, "Your challenge stands beside the figure. The lead officer answers it there."
        )
        return redirect("return", indicator_pk, period_pk)
    context = {"row": row, "form": form, "shown": shown_of(row.indicator, row.standing)}
    context["rated_on"] = rated_on(row, row.standing)
    return render(request, "performance/challenge_form.html", context)


def _is_kept(request: SignedInRequest, form: ChallengeForm, row: Return) -> bool:
    """Keeps the challenge, or says on the form why not. The same words sent twice are one challenge."""
    doubt, standing = form.cleaned_data["doubt"], row.standing
    if standing is None:
        raise Http404
    if Challenge.objects.waiting().filter(revision=standing, by=request.user, doubt=doubt).exists():
        return True
    if form.expected_version != row.version:
        form.ask_again(row.version)
        return False
    try:
        challenge(standing, doubt=doubt, by=request.user, at=timezone.now())
    except ValidationError as problem:
        form.add_error("doubt", problem.messages)
        return False
    return True


@allow(Permission.ANSWER_CHALLENGES)
def answer_challenge(request: SignedInRequest, pk: int) -> HttpResponse:
    """The lead officer of the service answers in words; the rating stays as it is."""
    mine = Tenure.objects.service_ids_of(request.user, day=local_day(timezone.now()))
    found = Challenge.objects.select_related(
        "by", "revision__indicator_return__indicator", "revision__indicator_return__period"
    )
    row = get_object_or_404(found, pk=pk, revision__indicator_return__indicator__service__in=mine)
    about = row.revision.indicator_return
    data = request.POST if request.method == "POST" else None
    form = AnswerForm(data, version=row.version)
    if data is not None and form.is_valid():
        try:
            answer(
                row,
                words=form.cleaned_data["words"],
                outcome=ChallengeOutcome(form.cleaned_data["outcome"]),
                expected=form.expected_version,
                by=request.user,
                at=timezone.now(),
            )
        except NothingCameOfIt as problem:
            form.add_error("outcome", problem.sentence)
        except (Conflict, AlreadyAnswered):
            row = found.get(pk=pk)
            form.add_error(
                None, "Somebody else answered first. Their answer is shown here; yours is not sent."
            )
        else:
            messages.success(request, "Your answer stands beside the figure now.")
            return redirect("return", about.indicator_id, about.period_id)
    context = {"challenge": row, "row": about, "form": form, "shown": shown_of(about.indicator, row.revision)}
    context["rated_on"] = rated_on(about, row.revision)
    return render(request, "performance/challenge_answer.html", context)
