"""What is done with an action on its page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import refuse_repeats
from council.overview.action_forms import WORDS, form_of
from council.overview.action_page import FIRST, action_page, own_action
from council.periods import local_day
from performance.operations.action_measures import measure_by, measure_no_more
from portfolios.models import Action
from portfolios.operations.actions import NotPossible, take_action_step


def _go(action: Action, form: Any, **who: Any) -> str:
    said = form.cleaned_data
    row = take_action_step(
        action,
        said["step"],
        note=said["note"],
        done_on=said["done_on"],
        expected=form.expected_version,
        **who,
    )
    return f"The action is “{row.get_state_display()}” now."


def _measure(action: Action, form: Any, **who: Any) -> str:
    said = form.cleaned_data
    measure_by(action, said["indicator"], why=said["why"], expected=form.expected_version, **who)
    return f"{said['indicator']} measures the action now, and its page says so."


def _measure_no_more(action: Action, form: Any, **who: Any) -> str:
    measure_no_more(form.cleaned_data["measure"], expected=form.expected_version)
    return "The indicator does not measure this action any more."


STEPS: dict[str, Callable[..., str]] = {
    "go": _go,
    "measure": _measure,
    "measure-no-more": _measure_no_more,
}


@allow(Permission.KEEP_ACTIONS)
@require_POST
def action_step(request: SignedInRequest, pk: int, step: str) -> HttpResponse:
    """Does one of the steps; of an action that is not the reader's to change there is no such page."""
    refuse_repeats(request.POST)
    row, now = own_action(request, pk), timezone.now()
    if step not in STEPS:
        raise Http404("There is no such step.")
    today = local_day(now)
    form = form_of(step, row, request.POST, today=today)
    if form.is_valid():
        try:
            said = STEPS[step](row, form, by=request.user, at=now)
        except Conflict:
            row = own_action(request, pk)
            form = form_of(step, row, _as_now(request, row), today=today)
            form.add_error(None, FIRST)
        except NotPossible as problem:
            row = own_action(request, pk)
            form.add_error(None, str(problem))
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, said)
            return redirect(row)
    return action_page(request, row, failed={step: (WORDS[step], form)})


def _as_now(request: SignedInRequest, row: Action) -> Any:
    """What was typed, with the version that now stands: the next click is about what is read on the page."""
    typed = request.POST.copy()
    typed["version"] = str(row.version)
    return typed
