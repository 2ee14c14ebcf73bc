"""The list of indicators."""

from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

from django.db.models import Case, CharField, DateField, F, QuerySet, Value, When
from django.http import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.gzip import gzip_page

from council.access import Permission, SignedInRequest, allow
from council.filters import FilterForm
from council.lists import ListPage, list_page
from council.periods import Span, local_day
from performance.figures.board import facts_of
from performance.figures.change_shown import LEGEND
from performance.figures.changes import changes_as_at, spc_as_at
from performance.figures.dashboard import moments
from performance.figures.definitions import definitions
from performance.figures.facts import KEPT, Facts
from performance.figures.reporting import reporting
from performance.figures.standing import (
    AsAt,
    quarter_key,
    quarters_ended,
    target_in_words,
    with_standing,
)
from performance.figures.year_end import year_ends
from performance.filters import IndicatorFilters
from performance.models import Indicator
from performance.tables import IndicatorFile, IndicatorTable
from portfolios.figures.structure import structure


@allow(Permission.SEE_PERFORMANCE)
@gzip_page
def indicators(request: SignedInRequest) -> HttpResponseBase:
    """Every indicator as at a quarter, to be filtered, sorted and downloaded."""
    today = local_day(timezone.now())
    quarters = quarters_ended(today)
    quarter = _quarter(request, quarters)
    told = reporting(quarter)
    when = moments([quarter], today=today)
    known, moment = facts_of(when), when.now
    found = changes_as_at(known)
    tree = structure(day=today, reader=request.user)
    _carry(request, structure=tree, quarters=quarters, told=told, changes=found)
    table = _file(known) if "export" in request.GET else IndicatorTable
    page = list_page(
        request,
        queryset=with_columns(moment).all(),
        table_class=partial(table, told=told, changes=found),  # type: ignore[arg-type]
        filterset_class=IndicatorFilters,
        name="indicators",
        caption=f"Indicators as at the end of {quarter.name}",
    )
    if not isinstance(page, ListPage):
        return page
    context = {
        "list": page,
        "quarter": quarter,
        "filters": partial(_filters, page),
        "icons": LEGEND,
        "breadcrumbs": [("Dashboard", f"{reverse('dashboard')}?at={quarter_key(quarter)}")],
    }
    return render(request, "performance/indicator_list.html", context)


def _file(known: Facts) -> Any:
    moment = known.now
    reported = Indicator.objects.active(day=moment.quarter.end).select_related("cycle")
    ends = year_ends(reported, moment.periods)
    return partial(IndicatorFile, definitions=definitions(), year_ends=ends, spc=spc_as_at(known))


def _carry(request: Any, **what: object) -> None:
    """Hands the filters what the view has read already, so that it is read once."""
    for name, value in what.items():
        setattr(request, name, value)


def _quarter(request: SignedInRequest, quarters: list[Span]) -> Span:
    by_key = {quarter_key(quarter): quarter for quarter in quarters}
    return by_key.get(request.GET.get("at", ""), quarters[0])


@dataclass(frozen=True)
class _Filters:
    """All that the form beside the list is drawn from: the same is drawn alike."""

    offered: tuple[tuple[object, ...], ...]
    typed: tuple[str, ...]
    kept: tuple[tuple[str, str], ...]
    clear_url: str
    chosen: bool
    form: FilterForm = field(compare=False)
    name: str = "indicators"


def _filters(page: ListPage) -> SafeString:
    """The form beside the list: half of the work of the page, and nearly always as it was."""
    form = page.form
    if form is None or page.has_problems:
        return render_to_string("parts/filters.html", {"list": page})
    offered = tuple((name, *getattr(each, "choices", ())) for name, each in form.fields.items())
    typed = tuple(repr(form[name].value()) for name in form.fields)
    return _filters_drawn(_Filters(offered, typed, tuple(page.kept), page.clear_url, bool(page.chosen), form))


@lru_cache(maxsize=KEPT)
def _filters_drawn(filters: _Filters) -> SafeString:
    return render_to_string("parts/filters.html", {"list": filters})


@lru_cache(maxsize=KEPT)
def with_columns(moment: AsAt) -> QuerySet[Indicator]:
    """The indicators with every column of the list, in one query; the question is kept, not its answer."""
    periods = moment.periods
    names = Case(
        *(When(cycle=pk, then=Value(each.name)) for pk, each in periods.items()), output_field=CharField()
    )
    ends = Case(
        *(When(cycle=pk, then=Value(each.ends_on)) for pk, each in periods.items()), output_field=DateField()
    )
    return (
        with_standing(Indicator.objects.all(), moment)
        .select_related("service", "owner")
        .annotate(
            now_known=F("now__standing__known"),
            now_value=F("now__standing__value"),
            now_as_written=F("now__standing__as_written"),
            now_value_status=F("now__standing__value_status"),
            now_target=F("now__standing__target_value"),
            now_target_as_written=target_in_words(moment),
            now_rule_words=F("now__standing__rule_words"),
            now_travel=F("now__standing__travel_short"),
            now_is_overridden=Case(
                When(now__standing__rating=F("now__standing__rule_rating"), then=False),
                When(now__standing__isnull=True, then=False),
                default=True,
            ),
            now_ends_on=ends,
            now_period_name=names,
        )
    )
