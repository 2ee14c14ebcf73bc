"""What tells one saving of a draft from another, so that a double click makes one amendment; and what follows it."""

import uuid

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from portfolios.choices import AmendmentKind
from portfolios.models import Amendment
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


def after_saving(request: HttpRequest, saved: Amendment, *, another: bool) -> str:
    """The address of what comes next: the amendment, or the page for one more; says what was done."""
    if saved.kind == AmendmentKind.RECORD:
        messages.success(request, f"Recorded: it stands in the remit, as {saved}.")
    else:
        messages.success(request, f"{saved} is saved as a draft. Nothing in the remit has changed yet.")
    if not another:
        return reverse("admin:portfolios_amendment_change", args=[saved.pk])
    same = {"portfolio": saved.portfolio_id, "kind": saved.kind, "source": saved.source}
    return f"{reverse('admin:portfolios_amendment_add')}?{urlencode(same)}"
