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
from performance.models import Challenge, Indicator, Return
from performance.operations.challenges import AlreadyAnswered, NothingCameOfIt, answer, challenge, conclude
from portfolios.figures.structure import Structure
from portfolios.models import Tenure

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from council.models import User

FIGURE_MOVED = (
    "The figure was changed while you were writing. It now reads as shown here. "
    "If you still doubt it, send your words again."
)
OVERTAKEN = "This was answered meanwhile. The answer is shown here; yours is not sent."
OPEN_STILL = (
    "It was answered meanwhile that this is looked into. The answer is shown here and yours is not sent: "
    "send it again to say what came of it."
)


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
        form.ask_again(row.version, FIGURE_MOVED)
        return False
    try:
        challenge(standing, doubt=doubt, by=request.user, at=timezone.now())
    except ValidationError as problem:
        form.add_error("doubt", problem.messages)
        return False
    return True


def may_answer(user: "User", indicator: Indicator, tree: Structure) -> bool:
    """Whether this reader answers challenges to the indicator: the lead officer of its service; one query."""
    if not may(user, Permission.ANSWER_CHALLENGES):
        return False
    return indicator.service_id in tree.below(Tenure.objects.tops_of(user, day=local_day(timezone.now())))


def _own_services(user: "User") -> set[int]:
    return Tenure.objects.service_ids_of(user, day=local_day(timezone.now()))


@allow(Permission.ANSWER_CHALLENGES)
def answer_challenge(request: SignedInRequest, pk: int) -> HttpResponse:
    """The lead officer of the service answers in words; the rating stays as it is."""
    found = Challenge.objects.select_related(
        "by", "revision__indicator_return__indicator", "revision__indicator_return__period"
    ).filter(revision__indicator_return__indicator__service__in=_own_services(request.user))
    row = get_object_or_404(found, pk=pk)
    about = row.revision.indicator_return
    data = request.POST if request.method == "POST" else None
    form = AnswerForm(data, version=row.version, is_conclusion=row.is_looked_into)
    if data is not None and _is_answered(request, form, row):
        messages.success(request, "Your answer stands beside the figure now.")
        return redirect("return", about.indicator_id, about.period_id)
    context = {
        "challenge": found.get(pk=pk),
        "row": about,
        "form": form,
        "shown": shown_of(about.indicator, row.revision),
        "rated_on": rated_on(about, row.revision),
    }
    return render(request, "performance/challenge_answer.html", context)


def _is_answered(request: SignedInRequest, form: AnswerForm, row: Challenge) -> bool:
    """Keeps the answer, or says on the form why not."""
    is_read = form.is_valid()
    read = form.cleaned_data.get("version")
    if read is not None and int(read) != row.version:
        form.ask_again(row.version, OPEN_STILL if row.is_looked_into else OVERTAKEN)
        return False
    if not is_read:
        return False
    keep = conclude if row.is_looked_into else answer
    try:
        keep(
            row,
            words=form.cleaned_data["words"],
            outcome=ChallengeOutcome(form.cleaned_data["outcome"]),
            expected=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
    except NothingCameOfIt as problem:
        form.add_error("outcome", problem.sentence)
        return False
    except (Conflict, AlreadyAnswered):
        form.add_error(None, OVERTAKEN)
        return False
    return True
