"""What every answer of the site goes through."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect

from council.signed_out import ask_to_sign_in, keep_typed

GetResponse = Callable[[HttpRequest], HttpResponse]


class ContentSecurityPolicyMiddleware:
    """Sends the policy of `SECURE_CSP`: nothing inline, nothing from elsewhere, on every answer."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.policy = "; ".join(f"{name} {value}" for name, value in settings.SECURE_CSP.items())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        user = getattr(request, "_cached_user", None)
        if user is not None and user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response


class RefuseNulMiddleware:
    """Refuses a NUL in the address or a cookie with 400: PostgreSQL cannot store one, and nobody types one."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("The address holds a character that cannot be read.")
        if any("\0" in cookie for cookie in request.COOKIES.values()):
            raise BadRequest("A cookie holds a character that cannot be read.")


class SignInFirstMiddleware(LoginRequiredMiddleware):
    """Sends a stranger to the sign-in page; what they had typed when their session ended waits for them."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseRedirect:
        if request.method == "POST" and keep_typed(request) == request.path:
            ask_to_sign_in(request)
        return super().handle_no_permission(request, view_func)
