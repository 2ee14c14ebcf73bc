"""The list of indicators, and one indicator."""

import datetime
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

from django.db.models import Case, CharField, DateField, F, QuerySet, Value, When
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.gzip import gzip_page

from council.access import Permission, SignedInRequest, allow, may
from council.filters import FilterForm
from council.lists import ListPage, list_page
from council.periods import Span, local_day
from performance.choices import NUMERIC_KINDS
from performance.figures.annual_figures import figures_of
from performance.figures.benchmarks import beside_others
from performance.figures.challenges import challenges_of
from performance.figures.definitions import definitions
from performance.figures.exceptions import run_of
from performance.figures.facts import KEPT
from performance.figures.indicator import (
    late_words,
    meaning,
    period_figures,
    trend_chart,
)
from performance.figures.other_rules import other_ratings, others_in_words
from performance.figures.queries import asked_about
from performance.figures.rebases import rebases_of
from performance.figures.reporting import Reporting, reporting
from performance.figures.spc import spc_of
from performance.figures.spc_numbers import number_rows
from performance.figures.standing import (
    AsAt,
    as_at,
    quarter_key,
    quarters_ended,
    target_in_words,
    with_standing,
)
from performance.figures.year_end import year_ends
from performance.filters import IndicatorFilters
from performance.models import Indicator
from performance.tables import IndicatorFile, IndicatorTable
from performance.views.challenges import challenge_url
from performance.views.rebases import may_rebase
from portfolios.figures.structure import Structure, structure


@allow(Permission.SEE_PERFORMANCE)
@gzip_page
def indicators(request: SignedInRequest) -> HttpResponseBase:
    """Every indicator as at a quarter, to be filtered, sorted and downloaded."""
    today = local_day(timezone.now())
    quarters = quarters_ended(today)
    quarter = _quarter(request, quarters)
    told = reporting(quarter)
    _carry(request, structure=structure(day=today, reader=request.user), quarters=quarters, told=told)
    moment = as_at(quarter, today=today)
    page = list_page(
        request,
        queryset=with_columns(moment).all(),
        table_class=_file(moment, told) if "export" in request.GET else partial(IndicatorTable, told=told),  # type: ignore[arg-type]
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
        "breadcrumbs": [("Dashboard", f"{reverse('dashboard')}?at={quarter_key(quarter)}")],
    }
    return render(request, "performance/indicator_list.html", context)


def _file(moment: AsAt, told: Reporting) -> Any:
    reported = Indicator.objects.active(day=moment.quarter.end).select_related("cycle")
    ends = year_ends(reported, moment.periods)
    return partial(IndicatorFile, definitions=definitions(), year_ends=ends, told=told)


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


@allow(Permission.SEE_PERFORMANCE)
@gzip_page
def indicator(request: SignedInRequest, pk: int) -> HttpResponse:
    """One indicator: how it stands, its trend, every figure, what was said, and what exactly is counted."""
    today = local_day(timezone.now())
    row = get_object_or_404(Indicator.objects.select_related("service", "owner", "cycle"), pk=pk)
    figures = period_figures(row, today=today)
    latest = next((figure for figure in reversed(figures) if figure.standing), None)
    versions = list(row.definitions.all())
    others = other_ratings(row, latest.standing, latest.period) if latest and latest.standing else []
    tree = structure(day=today, reader=request.user)
    newest = {row.cycle_id: figures[-1].period} if figures else {}
    return render(
        request,
        "performance/indicator_detail.html",
        {
            "indicator": row,
            "latest": latest,
            "late": late_words(figures),
            "run": run_of(row.cycle, figures),
            "meaning": meaning(row, figures),
            "year_end": year_ends([row], newest).get(row.pk),
            "may_profile": may(request.user, Permission.MANAGE_REGISTER),
            "others": others,
            "others_in_words": others_in_words(others),
            "chart": trend_chart(row, figures, versions),
            "figures": list(reversed(figures)),
            "definitions": versions,
            "beside": beside_others(row, row.benchmarks.all(), figures),
            "thread": _thread(row, tree),
            "breadcrumbs": [("Indicators", reverse("indicators"))],
            "may_enter": may(request.user, Permission.ENTER_RETURNS),
            "may_ask": may(request.user, Permission.ASK_QUERIES),
            "years": figures_of(row),
            "told": reporting(quarters_ended(today)[0]).words_of(row.pk),
            "pins": list(asked_about(row)),
            "challenges": challenges_of(row.pk),
            "challenge_url": challenge_url(request.user, latest.row if latest else None),
            **_change(request, row, today),
        },
    )


def _change(request: SignedInRequest, row: Indicator, today: datetime.date) -> dict[str, object]:
    """Whether the change is real, with the numbers behind it and where limits start anew; nothing for words."""
    if row.value_kind not in NUMERIC_KINDS:
        return {}
    figure = spc_of(row, today=today)
    numbers = number_rows(figure.spc)
    return {
        "change": figure,
        "numbers": list(reversed(numbers)),
        "special": sum(each.is_special for each in numbers),
        "rebases": rebases_of(row),
        "rebase_url": reverse("rebase", args=[row.pk]) if may_rebase(request.user, row) else "",
    }


def _thread(row: Indicator, tree: Structure) -> list[dict[str, object]]:
    """Service, portfolio and owner of an indicator; what is missing says so."""
    strands: list[dict[str, object]] = [{"text": row.service.name, "url": row.service.get_absolute_url()}]
    answering = tree.portfolios_of(row.service_id)
    strands += [{"text": each.name, "url": each.get_absolute_url()} for each in answering]
    if not answering:
        strands.append({"text": "no portfolio answers for this", "missing": True})
    strands.append({"text": str(row.owner)} if row.owner else {"text": "no post owns it", "missing": True})
    return strands
