"""What tells one saving of a draft from another, so that a double click makes one amendment."""

import uuid

from django.http import HttpRequest

from portfolios.operations.sent import key_of

NOT_WORDS = {"csrfmiddlewaretoken", "seen", "sent_as", "save", "another", "show", "version"}
"""What a page sends beside what was typed."""


def key_sent(request: HttpRequest) -> uuid.UUID | None:
    """The key of what was typed into the page; None where the page's own key cannot be read."""
    try:
        own = uuid.UUID(request.POST.get("sent_as", ""))
    except ValueError:
        return None
    words = sorted((name, sorted(said)) for name, said in request.POST.lists() if name not in NOT_WORDS)
    return key_of(own, request.user.pk, words)
