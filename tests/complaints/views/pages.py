"""Pages of a case as an officer meets them: opened, filled in and sent."""

import re

from django.test import Client

from complaints.models import Case
from tests.performance.views.pages import boxes, words


def browser(user):
    """A browser in which the user has signed in."""
    client = Client()
    client.force_login(user)
    return client


def address(row, page):
    return f"{row.get_absolute_url()}{page}/"


def opened(user, row, page):
    """The page of a step, looked at."""
    return browser(user).get(address(row, page))


def sent(user, row, page, follow=True, **typed):
    """What comes of the page of a step, filled in as typed and sent."""
    client = browser(user)
    read = boxes(client.get(address(row, page)))
    return client.post(address(row, page), read | typed, follow=follow)


def resent(user, row, page, read, **typed):
    """The same with boxes that were read before."""
    return browser(user).post(address(row, page), read | typed, follow=True)


def problems(answer):
    """The sentences of the error summary."""
    found = re.search(r'class="error-summary".*?</ul>', answer.content.decode(), re.S)
    return (
        [re.sub(r"<[^>]+>", "", each).strip() for each in re.findall(r"<li>(.*?)</li>", found[0], re.S)]
        if found
        else []
    )


def told(answer):
    """The sentence in the green box."""
    found = re.search(r'callout-success"[^>]*>\s*<p>(.*?)</p>', answer.content.decode(), re.S)
    return found[1] if found else ""


def now(row):
    """The case as it stands."""
    return Case.objects.get(pk=row.pk)


__all__ = ["address", "boxes", "browser", "now", "opened", "problems", "resent", "sent", "told", "words"]
