"""What the pages of every paper that is presented do alike: present it, and put right beside its words."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from council.access import SignedInRequest
from council.audit import Conflict
from council.forms import AskAgainMixin
from portfolios.models.presented import Presentable
from portfolios.operations.presented import AlreadyPresented, NotFitToPresent

AGAIN = "Somebody wrote in the draft meanwhile. Read it again, then present it"


def presented(
    request: SignedInRequest,
    row: Any,
    form: AskAgainMixin,
    verb: Callable[[], Presentable],
    *,
    noun: str,
    as_it_stands: Callable[[], Presentable],
) -> HttpResponse | None:
    """Presents a paper and leads to it; None where the form is to be shown again with what it now says."""
    try:
        verb()
    except AlreadyPresented:
        return redirect(row)
    except NotFitToPresent as problem:
        form.add_error(None, problem.sentence)
        return None
    except Conflict:
        form.ask_again(as_it_stands().version, AGAIN)
        return None
    messages.success(request, f"The {noun} is presented. Its words are fixed, and members can read it.")
    return redirect(row)


def corrected(request: SignedInRequest, row: Any, *, noun: str) -> HttpResponse:
    """Says that an erratum was added, and leads to the paper."""
    messages.success(request, f"The erratum stands beside the words of the {noun}.")
    return redirect(row)
