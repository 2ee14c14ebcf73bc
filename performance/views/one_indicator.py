"""One indicator: its page, and its numbers as a file."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.gzip import gzip_page

from council.access import Permission, SignedInRequest, allow, may
from council.lists import EXPORTS
from council.periods import local_day
from performance.choices import NUMERIC_KINDS
from performance.figures.action_measures import actions_to_move
from performance.figures.annual_figures import figures_of
from performance.figures.benchmarks import benchmarks_of, beside_others
from performance.figures.challenges import challenges_of
from performance.figures.change_shown import LEGEND, assurance_shown, change_shown
from performance.figures.control_chart import control_chart
from performance.figures.definitions import definitions_of
from performance.figures.exceptions import run_of
from performance.figures.indicator import (
    PeriodFigure,
    Record,
    late_words,
    meaning,
    period_figures,
    record_of,
    trend_chart,
)
from performance.figures.other_rules import other_ratings, others_in_words
from performance.figures.queries import asked_about
from performance.figures.rebases import rebases_of
from performance.figures.reporting import reporting
from performance.figures.spc import SpcFigure, spc_of_record
from performance.figures.spc_facts import break_start, rebase_start
from performance.figures.spc_numbers import FILE_HEADINGS, file_rows, number_rows
from performance.figures.standing import quarters_ended
from performance.figures.year_end import year_end_of
from performance.models import Indicator, IndicatorDefinition, Rebase
from performance.views.challenges import challenge_url, may_answer
from performance.views.rebases import may_rebase
from portfolios.figures.structure import Structure, structure


@dataclass(frozen=True)
class _Read:
    """What the page reads once and is made from."""

    record: Record
    definitions: Sequence[IndicatorDefinition]
    rebases: Sequence[Rebase]
    spc: SpcFigure | None
    """None for words, of which no limits are ever asked."""


def _read(row: Indicator, today: datetime.date) -> _Read:
    record, versions = record_of(row), definitions_of(row)
    if row.value_kind not in NUMERIC_KINDS:
        return _Read(record, versions, [], None)
    rebases = rebases_of(row)
    starts = [start for each in versions if (start := break_start(each)) and start.day <= today]
    starts += [rebase_start(each) for each in rebases if each.withdrawn_at is None]
    return _Read(record, versions, rebases, spc_of_record(record, starts=starts, today=today))


@allow(Permission.SEE_PERFORMANCE)
@gzip_page
def indicator(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """One indicator: how it stands, its trend, every figure, what was said, and what exactly is counted."""
    today = local_day(timezone.now())
    row = get_object_or_404(Indicator.objects.select_related("service", "owner", "cycle"), pk=pk)
    read = _read(row, today)
    export = EXPORTS.get(request.GET.get("export", ""))
    if export and read.spc:
        return export(f"{row} numbers", FILE_HEADINGS, file_rows(read.spc.spc))
    figures = period_figures(read.record, today=today)
    latest = next((each for each in reversed(figures) if each.standing), None)
    tree, years = structure(day=today, reader=request.user), figures_of(row)
    others = other_ratings(read.record, latest.standing, latest.period) if latest and latest.standing else []
    context = {
        "indicator": row,
        "latest": latest,
        "late": late_words(figures),
        "run": run_of(row.cycle, figures),
        "meaning": meaning(row, figures),
        "year_end": year_end_of(read.record, read.definitions, figures[-1].period if figures else None),
        "may_profile": may(request.user, Permission.MANAGE_REGISTER),
        "others": others,
        "others_in_words": others_in_words(others),
        "figures": figures[::-1],
        "definitions": read.definitions,
        "beside": beside_others(row, benchmarks_of(row), figures, years),
        "thread": _thread(row, tree),
        "breadcrumbs": [("Indicators", reverse("indicators"))],
        "may_enter": may(request.user, Permission.ENTER_RETURNS),
        "may_ask": may(request.user, Permission.ASK_QUERIES),
        "years": years,
        "to_move_it": actions_to_move(row),
        "told": reporting(quarters_ended(today)[0]).words_of(row.pk),
        "pins": asked_about(row),
        "challenge_url": challenge_url(request.user, latest.row if latest else None),
        **_challenges(request, row, tree),
        **_change(request, read, figures, tree),
    }
    return render(request, "performance/indicator_detail.html", context)


def _challenges(request: SignedInRequest, row: Indicator, tree: Structure) -> dict[str, object]:
    """What members doubted, and whether the reader is the one who answers."""
    found = challenges_of(row.pk)
    waits = any(each.is_without_outcome for each in found)
    return {"challenges": found, "may_answer": waits and may_answer(request.user, row, tree)}


def _change(
    request: SignedInRequest, read: _Read, figures: list[PeriodFigure], tree: Structure
) -> dict[str, object]:
    """The chart; and whether the change is real, with the numbers behind it and where limits start anew."""
    row, found = read.record.indicator, read.spc
    plain = trend_chart(row, figures, list(read.definitions))
    if found is None:
        return {"chart": plain}
    numbers = number_rows(found.spc)
    notes = {each.period.name: each.status_word for each in figures if each.status_word}
    return {
        "chart": control_chart(found, title=str(row), notes=notes) or plain,
        "change": found,
        "change_shown": change_shown(found),
        "assurance_tag": assurance_shown(found.spc),
        "icons": LEGEND,
        "numbers": list(reversed(numbers)),
        "points": sum(each.value is not None for each in found.spc.points),
        "special": sum(each.is_special for each in numbers),
        "starts": [(each.label, words) for each in reversed(numbers) for words in each.starts],
        "downloads": [(f"Download {each.upper()}", f"?export={each}") for each in EXPORTS],
        "rebases": read.rebases,
        "rebase_url": reverse("rebase", args=[row.pk]) if may_rebase(request.user, row, tree) else "",
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
