"""The amendments of remits as a list, and one of them with all that led to it."""

from typing import Any

from django.db.models import Case, CharField, Value, When
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from council.access import Permission, SignedInRequest, allow, may
from council.lists import ListPage, list_page
from council.periods import local_day
from portfolios.choices import AmendmentStage
from portfolios.figures.amendment_page import amendment_page
from portfolios.figures.remits import remit_register
from portfolios.filters.amendments import AmendmentFilters
from portfolios.models import Amendment
from portfolios.models.amendment import AmendmentQuerySet
from portfolios.tables.amendments import AmendmentTable

UNFIT = "Cannot be applied as things stand"
HELD = "Held by call-in"


@allow(Permission.SEE_PERFORMANCE)
def amendments(request: SignedInRequest) -> HttpResponseBase:
    """Every amendment that was put forward, how far it is, and those that do not fit any more."""
    today = local_day(timezone.now())
    register = remit_register()
    flagged = [row for row, _ in register.flagged(today) if _drafts(request) or not row.is_open_to_words]
    rows = (
        _seen_by(request)
        .changes()
        .with_stage(on=today, without_effect=[*register.without_effect], held=[*register.held])
        .with_clause()
        .annotate(unfit=_unfit([*register.held], [row.pk for row in flagged]))
    )
    read: Any = request
    read.stages = [
        each for each in AmendmentStage.choices if each[0] != AmendmentStage.DRAFT or _drafts(request)
    ]
    read.portfolios = sorted(
        ((str(pk), name) for pk, name in register.names.items()), key=lambda each: each[1]
    )
    page = list_page(
        request,
        queryset=rows.select_related("portfolio"),
        table_class=AmendmentTable,
        filterset_class=AmendmentFilters,
        name="amendments",
        caption="Amendments of remits, the last to take effect first",
    )
    if not isinstance(page, ListPage):
        return page
    held = [row for row in flagged if row.pk in register.held]
    context = {
        "list": page,
        "held": held,
        "flagged": [row for row in flagged if row not in held],
        "may_draft": _drafts(request),
    }
    return render(request, "portfolios/amendment_list.html", context)


@allow(Permission.SEE_PERFORMANCE)
def amendment(request: SignedInRequest, pk: int) -> HttpResponse:
    """Its operative words, what they do word by word, and its way from proposal into force."""
    named = ("portfolio", "to_portfolio", "finding", "recommendation__report")
    decided = ("decision__body", "decision__portfolio", "decision__post")
    row = get_object_or_404(_seen_by(request).select_related(*named, *decided), pk=pk)
    page = amendment_page(remit_register(), row, on=local_day(timezone.now()))
    context = {
        "amendment": row,
        "page": page,
        "card": page.card,
        "may_draft": _drafts(request),
        "breadcrumbs": [("Portfolios", reverse("portfolios")), ("Amendments", reverse("amendments"))],
    }
    return render(request, "portfolios/amendment_detail.html", context)


def _unfit(held: list[int], flagged: list[int]) -> Case:
    """What keeps an amendment from taking effect, in words; NULL where nothing does."""
    return Case(
        When(pk__in=held, then=Value(HELD)),
        When(pk__in=flagged, then=Value(UNFIT)),
        output_field=CharField(),
    )


def _drafts(request: SignedInRequest) -> bool:
    """Whether the reader may draft, and so sees what is not put forward yet."""
    return may(request.user, Permission.DRAFT_AMENDMENTS)


def _seen_by(request: SignedInRequest) -> AmendmentQuerySet:
    return Amendment.objects.all() if _drafts(request) else Amendment.objects.put_forward()
