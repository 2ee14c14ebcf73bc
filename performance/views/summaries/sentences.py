"""One sentence of a draft: its words, its section, and the figures it rests on, then and now."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from council.access import Permission, SignedInRequest, allow
from council.audit import Conflict
from council.forms import refuse_repeats
from performance.figures.reporting import reporting
from performance.figures.summary.now import Now, figures_now
from performance.figures.summary.paper import figures_of, headings
from performance.forms.summaries import SentenceForm
from performance.models import ExecutiveSummary, Indicator, SummarySentence
from performance.operations.summaries.drafts import AlreadyPresented
from performance.operations.summaries.sentences import FiguresMoved, change_sentence
from performance.rules.summary.figure import Figure, change_in, fingerprint
from performance.views.summaries.reach import LIST, place_on_page, today

TAKEN = (
    "Somebody else changed this sentence while you were writing. It now reads as shown here; yours is in the box. "
    "Save again if yours should stand."
)


@dataclass(frozen=True)
class ThenAndNow:
    """One figure as it was pinned, beside what has changed."""

    figure: Figure
    change: str


@allow(Permission.WRITE_SUMMARIES)
def summary_sentence(request: SignedInRequest, pk: int) -> HttpResponse:
    """Words a sentence, moves it to another section, and says what it rests on."""
    refuse_repeats(request.POST, allowed={"rests_on"})
    row = _find(pk)
    if row.summary.is_presented:
        return redirect(row.summary)
    pins, now = _pins(row)
    form = _form(request, row, pins, now)
    taken = None
    if form.is_bound and form.is_valid():
        try:
            kept = change_sentence(
                row, expected=form.expected_version, by=request.user, on=today(), **form.said
            )
        except AlreadyPresented as problem:
            messages.warning(request, f"{problem} What you typed is not saved.")
            return redirect(row.summary)
        except Conflict:
            taken = _find(pk)
            form.ask_again(taken.version, TAKEN)
        except FiguresMoved as problem:
            form.show_again(fingerprint(now[each.key] for each in pins), str(problem))
        else:
            messages.success(request, "The sentence is saved.")
            return redirect(place_on_page(kept))
    return _page(request, row, form, pins, now, taken)


def _page(
    request: SignedInRequest,
    row: SummarySentence,
    form: SentenceForm,
    pins: tuple[Figure, ...],
    now: Now,
    taken: SummarySentence | None,
) -> HttpResponse:
    """The sentence beside its figures, and beside what somebody else made of it meanwhile."""
    work_url = reverse("summary_work", args=[row.summary_id])
    context = {
        "sentence": row,
        "form": form,
        "taken": taken,
        "figures": [ThenAndNow(each, change_in(each, now.get(each.key))) for each in pins],
        "cancel_url": work_url,
        "breadcrumbs": [(LIST, reverse("summaries")), (str(row.summary), work_url)],
    }
    return render(request, "performance/summary_sentence.html", context)


def _find(pk: int) -> SummarySentence:
    rows = SummarySentence.objects.with_figures().select_related("summary__body")
    return get_object_or_404(rows, pk=pk)


def _pins(row: SummarySentence) -> tuple[tuple[Figure, ...], Now]:
    pins = figures_of(row)
    return pins, figures_now((each.key for each in pins), until=row.summary.ends_on, today=today())


def _form(request: SignedInRequest, row: SummarySentence, pins: tuple[Figure, ...], now: Now) -> SentenceForm:
    is_changed = any(change_in(each, now.get(each.key)) for each in pins)
    return SentenceForm(
        request.POST if request.method == "POST" else None,
        row=row,
        headings=headings(),
        offered=_offered(row, [each.indicator for each in pins]),
        resting=[each.indicator for each in pins],
        seen=fingerprint(now[each.key] for each in pins) if is_changed else "",
    )


def _offered(row: SummarySentence, resting: list[int]) -> list[Indicator]:
    """The indicators of the sentence's service that its readers are told of, and those it rests on already."""
    summary: ExecutiveSummary = row.summary
    mine = Indicator.objects.active(day=summary.ends_on).filter(service=row.service_id)
    if summary.body_id is not None:
        told = reporting(summary.span).told(summary.body_id)
        mine = mine.filter(pk__in=told.indicator_ids if told else ())
    return list(Indicator.objects.filter(pk__in={*resting, *mine.values_list("pk", flat=True)}))
