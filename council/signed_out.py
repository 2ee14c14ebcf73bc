"""What somebody had typed when their session ended: kept while they sign in again, then offered back to them alone.

A form that wants this carries a mark of who opened it and where. Without a mark of ours nothing is kept, so that a
stranger fills no table; and it is offered to nobody but the user whom the mark names, in the same browser.
"""

from django.contrib import messages
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.csrf import csrf_failure

from council.access import SignedInRequest

FIELD = "typed_by"
_KEPT = "typed_while_signed_out"
_MOST_CHARACTERS = 1_000_000
_LONGEST_SECONDS = 7 * 24 * 60 * 60
_SIGNER = TimestampSigner(salt="council.signed_out")


def mark_of(request: SignedInRequest) -> str:
    """The hidden value of `FIELD` in a form on this page: who opened it, and where."""
    return _SIGNER.sign_object([request.user.pk, request.path])


def keep_typed(request: HttpRequest) -> str:
    """Keeps what a form sent that cannot be taken now, and says where the form is; "" where nothing is kept."""
    try:
        user_pk, path = _SIGNER.unsign_object(request.POST.get(FIELD, ""), max_age=_LONGEST_SECONDS)
    except BadSignature:
        return ""
    body = request.POST.urlencode()
    is_another = request.user.is_authenticated and request.user.pk != user_pk
    if is_another or len(body) > _MOST_CHARACTERS:
        return ""
    request.session[_KEPT] = {"user": user_pk, "path": path, "body": body}
    return str(path)


def typed_before(request: SignedInRequest) -> QueryDict | None:
    """What this reader had typed on this page when their session ended."""
    kept = request.session.get(_KEPT)
    if kept is None or (kept["user"], kept["path"]) != (request.user.pk, request.path):
        return None
    return QueryDict(kept["body"])


def forget_typed(request: SignedInRequest) -> None:
    """Lets go of what was kept: it was sent again, or is not wanted."""
    request.session.pop(_KEPT, None)


def ask_to_sign_in(request: HttpRequest) -> None:
    """Says on the sign-in page that nothing is lost."""
    messages.warning(request, "You were signed out. Sign in, and what you typed comes back.")


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer to a form whose token is not this session's: back to the form with its words, where it was marked."""
    path = keep_typed(request)
    if path != request.path:
        return csrf_failure(request, reason=reason)
    if not request.user.is_authenticated:
        ask_to_sign_in(request)
    return redirect(path)
