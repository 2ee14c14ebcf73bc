"""What the pages share that anybody may open: no sign-in, no copy kept, not for search engines."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.decorators.cache import never_cache

from council.access import METHODS

View = Callable[..., HttpResponse]


def open_to_all(view: View) -> View:
    """Lets a view answer anybody. No browser or proxy keeps its page, no search engine lists it.

    Its address, which may hold a secret link, is told to no other site: the policy of the whole site says so, and it
    is not the stricter `no-referrer`, with which a browser hides from us too where a form was sent from, so that
    every form would be refused.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        response = view(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response

    return login_not_required(never_cache(answer))
